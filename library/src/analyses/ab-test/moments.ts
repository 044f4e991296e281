import { armFromMoments, proportionArm, quantileArm, type Arm } from "../../statistics/experiments/arm.js";
import type { MetricType } from "./values.js";

/**
 * What is known of one metric in a group of units: means and covariances of its columns (see `Arm`), and the unit with the largest and the
 * smallest value. Two groups can be put together without going back to the data.
 */
export interface Moments {
  /** Units that have a value. */
  readonly units: number;
  readonly means: readonly number[];
  /** With `units − 1` as the divisor. */
  readonly covariance: readonly (readonly number[])[];
  /** Columns of the unit with the largest and the smallest value; empty without units. */
  readonly high: readonly number[];
  readonly low: readonly number[];
}

/** A number without the last digits, which depend on the order in which an engine adds. */
export const settle = (value: number): number => Number(value.toPrecision(10));

export const noMoments = (columns: number): Moments => ({
  units: 0,
  means: Array.from({ length: columns }, () => 0),
  covariance: Array.from({ length: columns }, () => Array.from({ length: columns }, () => 0)),
  high: [],
  low: [],
});

const further = (one: readonly number[], other: readonly number[], sign: 1 | -1): readonly number[] => {
  if (one.length === 0 || other.length === 0) return one.length === 0 ? other : one;
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 || ((one[at] as number) - (other[at] as number)) * sign > 0 ? one : other;
};

/** Both groups together; Chan, Golub and LeVeque (1983), The American Statistician 37:242–247. */
export function merge(one: Moments, other: Moments): Moments {
  if (one.units === 0) return other;
  if (other.units === 0) return one;
  const units = one.units + other.units;
  const away = one.means.map((mean, index) => (other.means[index] as number) - mean);
  const between = (one.units * other.units) / units;
  return {
    units,
    means: one.means.map((mean, index) => mean + ((away[index] as number) * other.units) / units),
    covariance: one.covariance.map((row, i) =>
      row.map((value, j) => {
        const within = (one.units - 1) * value + (other.units - 1) * (other.covariance[i]?.[j] as number);
        return (within + (away[i] as number) * (away[j] as number) * between) / (units - 1);
      }),
    ),
    high: further(one.high, other.high, 1),
    low: further(one.low, other.low, -1),
  };
}

/** The sum of a column over the units. */
export const sumOf = ({ units, means }: Moments, column = 0): number => settle(units * (means[column] ?? 0));

/** Are all values 0 or 1? For numbers between them, the sum of squares equals the sum only then. */
export function isYesOrNo({ units, means, covariance, high, low }: Moments): boolean {
  if (units === 0 || (low[0] as number) < 0 || (high[0] as number) > 1) return false;
  const mean = means[0] as number;
  const squares = ((units - 1) / units) * (covariance[0]?.[0] as number) + mean * mean;
  return Math.abs(squares - mean) < 1e-9 && [low[0], high[0]].every((value) => value === 0 || value === 1);
}

/** A quantile of an arm with its standard error, which too few units do not give. */
export interface ArmQuantile {
  readonly value: number;
  readonly standardError: number | undefined;
}

/** The moments as an arm of an experiment; with the columns from before, a proportion is treated as the mean of zeros and ones. */
export function armOf(type: MetricType, moments: Moments, found?: ArmQuantile): Arm {
  const { units, means, covariance } = moments;
  if (type === "quantile") return quantileArm({ units, value: found?.value ?? 0, standardError: found?.standardError ?? 0 });
  if (type === "proportion" && means.length === 1) return proportionArm(Math.round(units * (means[0] as number)), units);
  return armFromMoments(type === "ratio" ? "ratio" : "mean", { units, means, covariance });
}
