import { binomialCdf } from "./distributions.js";
import { criticalValue, defaultConfidence } from "./interval.js";

/** Shares (0–1) at which the two order statistics lie, as quantiles of type 7. */
export type MedianRanks = readonly [low: number, high: number];

/** How many of the smallest values lie below the interval: the most that leave at most half of the error on each side. */
function valuesBelow(count: number, confidence: number): number {
  const error = (1 - confidence) / 2;
  const from = Math.max(0, Math.floor(count / 2 - (criticalValue(confidence) * Math.sqrt(count)) / 2) - 2);
  let below = -1;
  for (let rank = from; rank <= from + 5 && binomialCdf(rank, count, 0.5) <= error; rank += 1) below = rank;
  return below;
}

/**
 * Between which of its values does the median of what a sample stands for plausibly lie?
 *
 * @param count values in the sample
 * @param confidence share of such intervals that hold the true median, at least (default 0.95)
 * @returns the two values as shares for `quantile`, such as [0.111, 0.888]; nothing where even the smallest and the largest do not reach the
 *   confidence (fewer than six values at 0.95)
 *
 * Method: order statistics, exact binomial; Conover (1999), Practical Nonparametric Statistics, section 3.2.
 * Checked: SciPy `quantile_test(...).confidence_interval()`.
 * @example medianRanks(10) // the 2nd and the 9th of ten values: [1 / 9, 8 / 9]
 */
export function medianRanks(count: number, confidence: number = defaultConfidence): MedianRanks | undefined {
  const below = valuesBelow(count, confidence);
  if (below < 0 || count < 2) return undefined;
  return [below / (count - 1), (count - 1 - below) / (count - 1)];
}
