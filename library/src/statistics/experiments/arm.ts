/** What is measured of each unit: a yes or no, a number, the ratio of two sums, or a quantile. */
export type MetricType = "proportion" | "mean" | "ratio" | "quantile";

/**
 * One arm of an experiment, as everything here needs to know it: how many units, and the means and covariances of what was measured per unit.
 *
 * The columns are `[value]` for a proportion, a mean or a quantile and `[numerator, denominator]` for a ratio. The same columns measured before
 * the experiment may follow (`[value, valueBefore]`, `[numerator, denominator, numeratorBefore, denominatorBefore]`): with them CUPED can be asked for.
 */
export interface Arm {
  readonly metric: MetricType;
  /** Independent units: those that were put into the arm by chance (count). */
  readonly units: number;
  /** Mean of each column over the units. */
  readonly means: readonly number[];
  /** Covariance of the columns over the units, with `units − 1` as the divisor for means and ratios. */
  readonly covariance: readonly (readonly number[])[];
}

/** Sums over the units of an arm: of each column, and of the products of each two columns (squares on the diagonal). */
export interface ArmSums {
  readonly units: number;
  readonly sums: readonly number[];
  /** `products[i][j]` is the sum of column i times column j; only `j ≥ i` is read. */
  readonly products: readonly (readonly number[])[];
}

/**
 * An arm whose units said yes or no.
 *
 * @param successes units that converted (count)
 * @param units all units of the arm (count)
 *
 * Method: variance p (1 − p).
 */
export function proportionArm(successes: number, units: number): Arm {
  const share = units > 0 ? successes / units : 0;
  return { metric: "proportion", units, means: [share], covariance: [[share * (1 - share)]] };
}

/** An arm whose units have a number each, with the number from before as a second column where CUPED is wanted; from sums. */
export const meanArm = (sums: ArmSums): Arm => armFromSums("mean", sums);

/** An arm that is measured by the sum of one column over the sum of another, units being independent; from sums. */
export const ratioArm = (sums: ArmSums): Arm => armFromSums("ratio", sums);

function armFromSums(metric: "mean" | "ratio", { units, sums, products }: ArmSums): Arm {
  const means = sums.map((sum) => (units > 0 ? sum / units : 0));
  const covariance = sums.map((_, row) =>
    sums.map((sum, column) => {
      const product = products[Math.min(row, column)]?.[Math.max(row, column)] ?? Number.NaN;
      const own = product - (means[row] as number) * sum;
      if (units < 2) return 0;
      return (row === column ? Math.max(0, own) : own) / (units - 1);
    }),
  );
  return { metric, units, means, covariance };
}

/** An arm whose means and covariances are known, such as the mean and the standard deviation of a summary table. */
export const armFromMoments = (metric: "mean" | "ratio", { units, means, covariance }: Omit<Arm, "metric">): Arm => ({
  metric,
  units,
  means,
  covariance,
});

/**
 * An arm that is measured by a quantile with its interval.
 *
 * @param value the quantile of the arm
 * @param standardError see `quantileStandardError`
 */
export const quantileArm = ({ units, value, standardError }: { units: number; value: number; standardError: number }): Arm => ({
  metric: "quantile",
  units,
  means: [value],
  covariance: [[standardError * standardError * units]],
});

/** Does the arm hold the columns from before that CUPED needs? */
export const hasCovariate = ({ metric, means }: Arm): boolean => means.length > (metric === "ratio" ? 2 : 1);
