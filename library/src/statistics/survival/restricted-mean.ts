import { criticalValue, defaultConfidence, type Interval } from "../interval.js";
import type { SurvivalCurve } from "./kaplan-meier.js";

export interface RestrictedMean {
  readonly value: number;
  readonly standardError: number;
  readonly interval: Interval;
  /** The time up to which the curve is averaged. */
  readonly until: number;
}

/**
 * How long does a unit last on average, of the first `until` units of time?
 *
 * The whole mean cannot be known while some are still watched; the area below the curve up to a time can.
 *
 * @param until at most the last time of the curve
 * Method: area under the Kaplan–Meier curve, variance Σ (area after t)² d / (n (n − d)); Klein and Moeschberger (2003), §4.5.
 * Checked: R `print(survfit(…), rmean = …)`.
 */
export function restrictedMean(
  { times, survival, events, atRisk }: SurvivalCurve,
  until: number,
  confidence: number = defaultConfidence,
): RestrictedMean {
  let area = 0;
  let variance = 0;
  let end = until;
  for (let index = times.length - 1; index >= 0; index -= 1) {
    const time = times[index] as number;
    if (time >= until) continue;
    area += (survival[index] as number) * (end - time);
    end = time;
    const [left, lost] = [atRisk[index] as number, events[index] as number];
    if (lost > 0 && left > lost) variance += (area * area * lost) / (left * (left - lost));
  }
  const value = area + Math.max(0, end);
  const standardError = Math.sqrt(variance);
  const reach = criticalValue(confidence) * standardError;
  return { value, standardError, interval: [Math.max(0, value - reach), Math.min(until, value + reach)], until };
}
