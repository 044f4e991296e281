import type { Arm } from "./arm.js";

/** The figure an arm is measured by, and the same figure from before, with what is known of how they vary from unit to unit. */
export interface Linearised {
  readonly value: number;
  /** Variance over units; divided by `units` it is the squared standard error. */
  readonly variance: number;
  readonly before?: { readonly value: number; readonly variance: number; readonly covariance: number };
  /** How the figures answer to the means of the columns. */
  readonly slopes: readonly number[];
  readonly slopesBefore?: readonly number[];
}

const at = (values: readonly number[], index: number): number => values[index] ?? 0;

/** The covariance of two weighted sums of the columns. */
const covarianceOf = ({ covariance }: Arm, one: readonly number[], other: readonly number[]): number =>
  covariance.reduce((total, row, i) => total + at(one, i) * row.reduce((inner, value, j) => inner + at(other, j) * value, 0), 0);

/** Value and slopes of the figure that starts at a column: the column itself, or its ratio to the next one. */
function figure({ metric, means }: Arm, start: number): { value: number; slopes: number[] } {
  const zeros = means.map(() => 0);
  if (metric !== "ratio") return { value: at(means, start), slopes: zeros.with(start, 1) };
  const below = at(means, start + 1);
  const value = at(means, start) / below;
  return { value, slopes: zeros.with(start, 1 / below).with(start + 1, -value / below) };
}

/**
 * An arm as one figure: a mean stays what it is, a ratio is replaced by its tangent.
 *
 * Method: delta method; Deng, Knoblich and Lu (2018), Applying the delta method in metric analytics, KDD.
 */
export function linearise(arm: Arm, withBefore: boolean): Linearised {
  const now = figure(arm, 0);
  const own = { value: now.value, slopes: now.slopes, variance: Math.max(0, covarianceOf(arm, now.slopes, now.slopes)) };
  if (!withBefore) return own;
  const before = figure(arm, arm.metric === "ratio" ? 2 : 1);
  return {
    ...own,
    slopesBefore: before.slopes,
    before: {
      value: before.value,
      variance: Math.max(0, covarianceOf(arm, before.slopes, before.slopes)),
      covariance: covarianceOf(arm, now.slopes, before.slopes),
    },
  };
}
