import { criticalValue, defaultConfidence } from "../interval.js";
import type { TimeCounts } from "./time-counts.js";

/** How a band is put around the curve: on the scale of the logarithm (R's default), of log(−log), or of the share itself. */
export type Band = "log" | "log-log" | "plain";

/** A step curve: from each time on, until the next, the share is `survival`. */
export interface SurvivalCurve extends TimeCounts {
  readonly survival: Float64Array;
  /** Standard error of the survival, by Greenwood; NaN where the survival is 0. */
  readonly standardError: Float64Array;
  /** Band, pointwise; NaN where the survival is 0: nothing is known there. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export interface CurveOptions {
  /** Confidence of the band (default 0.95). */
  readonly confidence?: number;
  readonly band?: Band;
}

type Ends = (survival: number, reach: number) => readonly [number, number];

/** Ends of the band, from the survival and z standard errors of its logarithm. */
const bands: Readonly<Record<Band, Ends>> = {
  log: (survival, reach) => [survival * Math.exp(-reach), Math.min(1, survival * Math.exp(reach))],
  "log-log": (survival, reach) => {
    if (survival === 1) return [1, 1];
    const scale = reach / Math.log(survival);
    return [survival ** Math.exp(-scale), survival ** Math.exp(scale)];
  },
  plain: (survival, reach) => [Math.max(0, survival * (1 - reach)), Math.min(1, survival * (1 + reach))],
};

/**
 * Which share has not had the event yet, time by time, when some are still being watched?
 *
 * One unit is one customer with a duration; who is censored counts until watching ends. At equal times events come before censoring.
 *
 * @param counts of one group
 * @param options.confidence of the band (default 0.95)
 * @param options.band "log" (default, as R), "log-log" (as lifelines) or "plain"
 *
 * Method: Kaplan and Meier (1958), JASA 53:457–481; Greenwood's variance; bands as in Kalbfleisch and Prentice (2002), §1.4.
 * Checked: R survival 3.5 on rossi and Telco, lifelines 0.30 on waltons.
 * @example kaplanMeier(countTimes([5, 3, 5], [1, 0, 0])).survival // 1, 0.5
 */
export function kaplanMeier(counts: TimeCounts, { confidence = defaultConfidence, band = "log" }: CurveOptions = {}): SurvivalCurve {
  const size = counts.times.length;
  const [survival, standardError] = [new Float64Array(size), new Float64Array(size)];
  const [low, high] = [new Float64Array(size), new Float64Array(size)];
  const z = criticalValue(confidence);
  const ends = bands[band];
  let share = 1;
  let sum = 0;
  for (let index = 0; index < size; index += 1) {
    const events = counts.events[index] as number;
    const atRisk = counts.atRisk[index] as number;
    share *= 1 - events / atRisk;
    sum += events === 0 ? 0 : events / (atRisk * (atRisk - events));
    const isKnown = share > 0;
    const logError = Math.sqrt(sum);
    survival[index] = share;
    standardError[index] = isKnown ? share * logError : Number.NaN;
    const [from, to] = isKnown ? ends(share, z * logError) : [Number.NaN, Number.NaN];
    low[index] = from;
    high[index] = to;
  }
  return { ...counts, survival, standardError, low, high };
}

/** The place of the last time that is not after `time`; −1 before the first. */
export function stepAt({ times }: Pick<TimeCounts, "times">, time: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
