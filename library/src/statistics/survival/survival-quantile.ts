import type { SurvivalCurve } from "./kaplan-meier.js";

export interface SurvivalQuantile {
  /** Absent when the curve never falls so far: it is not reached. */
  readonly value?: number;
  /** Ends of the interval; absent where the band never falls so far. */
  readonly low?: number;
  readonly high?: number;
}

/** Rounding must not make 0.5 of what is 0.4999999. */
const tolerance = 1e-12;

/** The first time at which a curve is at or below a share; where it stays exactly there, the middle until it falls further, as R does. */
function firstBelow(times: Float64Array, curve: Float64Array, share: number): number | undefined {
  const index = curve.findIndex((value) => value <= share + tolerance);
  if (index < 0) return undefined;
  const time = times[index] as number;
  if (Math.abs((curve[index] as number) - share) > tolerance) return time;
  const next = curve.findIndex((value, place) => place > index && !(value >= share - tolerance));
  return next < 0 ? time : (time + (times[next] as number)) / 2;
}

/**
 * By which time have so many had the event: the median for 0.5?
 *
 * @param share of the units with the event, 0 < share < 1 (default 0.5)
 * Method: Brookmeyer and Crowley (1982), Biometrics 38:29–41: the interval is where the band crosses.
 * Checked: R `quantile(survfit(…))`.
 */
export function survivalQuantile({ times, survival, low, high }: SurvivalCurve, share: number = 0.5): SurvivalQuantile {
  const level = 1 - share;
  const found = { value: firstBelow(times, survival, level), low: firstBelow(times, low, level), high: firstBelow(times, high, level) };
  return Object.fromEntries(Object.entries(found).filter(([, time]) => time !== undefined));
}
