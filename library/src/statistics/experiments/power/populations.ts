import { normalQuantile } from "../../normal-quantile.js";
import type { Population } from "./plan.js";

/** Units that convert or do not. */
export const converting = (rate: number): Population => ({ level: rate, varianceAt: (level) => Math.max(0, level * (1 - level)) });

/** Units with a number each; the spread is taken to be the same in all arms. */
export const measured = (level: number, standardDeviation: number): Population => ({ level, varianceAt: () => standardDeviation ** 2 });

/** What is known of the two sums of a ratio, per unit. */
export interface RatioMoments {
  readonly ratio: number;
  readonly numeratorDeviation: number;
  readonly denominatorMean: number;
  readonly denominatorDeviation: number;
  /** Between numerator and denominator over the units, −1 to 1. */
  readonly correlation: number;
}

/** A sum over a sum; its tangent has this spread per unit. */
export function ratioOfSums({ ratio, numeratorDeviation, denominatorMean, denominatorDeviation, correlation }: RatioMoments): Population {
  const variance =
    numeratorDeviation ** 2 - 2 * ratio * correlation * numeratorDeviation * denominatorDeviation + (ratio * denominatorDeviation) ** 2;
  return { level: ratio, varianceAt: () => Math.max(0, variance) / denominatorMean ** 2 };
}

/**
 * How much further the quantile of a sample spreads than its mean, when values are normal: 1.25 for the median, 1.71 for the 90th percentile.
 *
 * Method: √(q (1 − q)) over the normal density at the quantile.
 */
export function quantileFactor(share: number): number {
  const z = normalQuantile(share);
  return (Math.sqrt(share * (1 - share)) * Math.sqrt(2 * Math.PI)) / Math.exp((-z * z) / 2);
}

/** A quantile of values with a standard deviation, near enough to normal around it. */
export const quantileOf = (level: number, share: number, standardDeviation: number): Population =>
  measured(level, quantileFactor(share) * standardDeviation);
