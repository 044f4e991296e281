import { defaultConfidence, type Interval } from "../interval.js";
import { wilsonInterval } from "../wilson-interval.js";

/** Conversions of one arm. */
export interface Conversions {
  readonly successes: number;
  readonly units: number;
}

const shareOf = ({ successes, units }: Conversions): number => successes / units;
const scoreInterval = ({ successes, units }: Conversions, confidence: number): Interval => wilsonInterval(successes, units, confidence);

/**
 * Between which values does the difference of two conversion rates lie, treatment less control? Holds for small counts too.
 *
 * @returns in shares (0–1)
 *
 * Method: hybrid score interval, Newcombe (1998), Stat. Med. 17:873–890, method 10.
 * Checked: the paper's 56/70 against 48/80 gives 0.0524 to 0.3339.
 */
export function newcombeInterval(control: Conversions, treatment: Conversions, confidence: number = defaultConfidence): Interval {
  const [low, high] = scoreInterval(control, confidence);
  const [from, to] = scoreInterval(treatment, confidence);
  const [base, own] = [shareOf(control), shareOf(treatment)];
  return [own - base - Math.hypot(own - from, high - base), own - base + Math.hypot(to - own, base - low)];
}

/**
 * Between which values does the relative difference of two conversion rates lie? Holds for small counts too.
 *
 * @returns `high` is `undefined` where the control converted nobody, so that there is no largest ratio
 *
 * Method: ratio of two Wilson intervals by MOVER-R; Newcombe (2016), Stat. Methods Med. Res. 25:1774–1778.
 */
export function relativeScoreInterval(
  control: Conversions,
  treatment: Conversions,
  confidence: number = defaultConfidence,
): { readonly low: number; readonly high: number | undefined } {
  const [low, high] = scoreInterval(control, confidence);
  const [from, to] = scoreInterval(treatment, confidence);
  const [base, own] = [shareOf(control), shareOf(treatment)];
  const product = base * own;
  const least = from * (2 * own - from);
  const lowest = least / (product + Math.sqrt(Math.max(0, product ** 2 - least * high * (2 * base - high))));
  const divisor = low * (2 * base - low);
  const most = to * (2 * own - to);
  return {
    low: least > 0 ? lowest - 1 : -1,
    high: divisor > 0 ? (product + Math.sqrt(Math.max(0, product ** 2 - most * divisor))) / divisor - 1 : undefined,
  };
}
