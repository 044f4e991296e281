import { criticalValue, defaultConfidence, type Interval } from "./interval.js";

/**
 * Between which values does a share plausibly lie, when `successes` of `trials` were seen?
 *
 * Holds its confidence for small counts and for shares near 0 and 1, where the usual ± 1.96 standard errors fails.
 * No trials at all give [0, 1].
 *
 * @param confidence share of such intervals that hold the true value (default 0.95)
 * @throws RangeError when the counts are no counts
 *
 * Method: Wilson (1927), JASA 22:209–212, score interval without continuity correction.
 * Checked: SciPy `binomtest(…).proportion_ci(method="wilson")`; Newcombe (1998), Stat. Med. 17:857–872, table I.
 * @example wilsonInterval(15, 148) // [0.0624, 0.1605]
 */
export function wilsonInterval(successes: number, trials: number, confidence: number = defaultConfidence): Interval {
  if (!(successes >= 0 && successes <= trials)) throw new RangeError(`${successes} of ${trials} is no share.`);
  if (trials === 0) return [0, 1];
  const z = criticalValue(confidence);
  const share = successes / trials;
  const scale = 1 + (z * z) / trials;
  const centre = (share + (z * z) / (2 * trials)) / scale;
  const reach = (z / scale) * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  return [successes === 0 ? 0 : Math.max(0, centre - reach), successes === trials ? 1 : Math.min(1, centre + reach)];
}
