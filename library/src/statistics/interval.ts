import { normalQuantile } from "./normal-quantile.js";

/** Lower and upper end of a confidence interval. */
export type Interval = readonly [low: number, high: number];

/** Confidence of every interval unless a call says otherwise. */
export const defaultConfidence = 0.95;

/** How many standard errors a two-sided interval of this confidence reaches to each side: 1.96 for 0.95. */
export function criticalValue(confidence: number = defaultConfidence): number {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence must lie between 0 and 1, not ${confidence}.`);
  return normalQuantile(0.5 + confidence / 2);
}

/**
 * The normal interval of a share (0–1) with a known standard error, cut at 0 and 1.
 * A standard error that cannot be known (fewer than two units) gives [0, 1]: nothing is known.
 */
export function shareInterval(share: number, standardError: number, confidence: number = defaultConfidence): Interval {
  if (!Number.isFinite(standardError)) return [0, 1];
  const reach = criticalValue(confidence) * standardError;
  return [Math.max(0, share - reach), Math.min(1, share + reach)];
}
