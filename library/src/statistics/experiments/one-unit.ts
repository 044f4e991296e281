import type { Arm } from "./arm.js";
import { compareArms, type CompareOptions, type Comparison } from "./compare-arms.js";

/** The arm as it would be without one unit, whose columns are given; `undefined` with fewer than three units. */
export function withoutUnit(arm: Arm, columns: readonly number[]): Arm | undefined {
  const { units, means, covariance, metric } = arm;
  if (units < 3) return undefined;
  const away = means.map((mean, column) => (columns[column] ?? mean) - mean);
  const left = means.map((mean, column) => mean - (away[column] as number) / (units - 1));
  if (metric === "proportion") {
    const [share = 0] = left;
    return { ...arm, units: units - 1, means: left, covariance: [[Math.max(0, share * (1 - share))]] };
  }
  const rest = covariance.map((row, i) =>
    row.map((value, j) => {
      const own = ((units - 1) * value - (units / (units - 1)) * (away[i] as number) * (away[j] as number)) / (units - 2);
      return i === j ? Math.max(0, own) : own;
    }),
  );
  return { metric, units: units - 1, means: left, covariance: rest };
}

/** What one unit does to a comparison. */
export interface OneUnit {
  readonly arm: "control" | "treatment";
  /** The comparison without that unit. */
  readonly without: Comparison;
  /** Whether the conclusion is another one without it: clear or not, and in which direction. */
  readonly decides: boolean;
}

/** What a comparison says: more, less or nothing clear. */
export function conclusion({ low, high, estimate }: Pick<Comparison, "low" | "high" | "estimate">): "more" | "less" | "unclear" {
  if (estimate === undefined) return "unclear";
  if (low !== undefined && low > 0) return "more";
  return high !== undefined && high < 0 ? "less" : "unclear";
}

/**
 * Does the largest unit decide the result?
 *
 * @param largest columns of the unit with the largest value in each arm, in the order of the arm's columns
 */
export function decidedByOneUnit(
  arms: { readonly control: Arm; readonly treatment: Arm },
  largest: { readonly control?: readonly number[] | undefined; readonly treatment?: readonly number[] | undefined },
  options: CompareOptions = {},
): OneUnit[] {
  const whole = conclusion(compareArms(arms.control, arms.treatment, options));
  return (["control", "treatment"] as const).flatMap((arm) => {
    const columns = largest[arm];
    const rest = columns && withoutUnit(arms[arm], columns);
    if (!rest) return [];
    const without = arm === "control" ? compareArms(rest, arms.treatment, options) : compareArms(arms.control, rest, options);
    return [{ arm, without, decides: conclusion(without) !== whole }];
  });
}
