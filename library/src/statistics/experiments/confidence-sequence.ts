import { defaultConfidence } from "../interval.js";
import type { Arm } from "./arm.js";
import { onScale, whyUnanswered, withoutAnswer, type CompareOptions, type Comparison, type Sides } from "./compare-arms.js";
import { effectOf, type Effect } from "./effect.js";

export interface SequentialOptions extends CompareOptions {
  /** Units of both arms at which the interval is tightest, compared with others of its kind (default 5000). */
  readonly tuning?: number;
}

/** Units at which a confidence sequence is tightest unless a call says otherwise; GrowthBook's default. */
export const defaultTuning = 5000;

interface Mixture {
  /** Squared mixing parameter ρ² of the paper. */
  readonly mixing: number;
  /** n ρ² + 1. */
  readonly growth: number;
  readonly units: number;
}

function mixtureOf(units: number, tuning: number, alpha: number): Mixture {
  const mixing = (-2 * Math.log(alpha) + Math.log(1 - 2 * Math.log(alpha))) / tuning;
  return { mixing, growth: units * mixing + 1, units };
}

/** How many standard errors the sequence reaches on each side, whenever one looks. */
export function sequentialReach(units: number, options: { sides?: Sides; confidence?: number; tuning?: number } = {}): number {
  const { sides = "two", confidence = defaultConfidence, tuning = defaultTuning } = options;
  const alpha = 1 - confidence;
  const { mixing, growth } = mixtureOf(units, tuning, sides === "two" ? alpha : 2 * alpha);
  const chance = sides === "two" ? Math.log(Math.sqrt(growth) / alpha) : Math.log1p(Math.sqrt(growth) / (2 * alpha));
  return Math.sqrt(((2 * growth) / (units * mixing)) * chance);
}

/** The level at which the sequence, tuned for the confidence asked for, first leaves out "no effect". */
function alwaysValidP(z: number, sides: Sides, { mixing, growth, units }: Mixture): number {
  const evidence = (z * z * units * mixing) / (2 * growth);
  if (sides === "two") return Math.min(1, Math.exp(Math.log(growth) / 2 - evidence));
  return (sides === "greater" ? z : -z) <= 0 ? 1 : Math.min(1, Math.sqrt(growth) / (2 * Math.expm1(evidence)));
}

/**
 * Did the treatment do better, when the result is looked at as often as one likes?
 *
 * The interval holds its confidence over all looks together, at the price of being wider than one made for a single look.
 *
 * @param options.tuning units of both arms at which the interval is tightest (default 5000)
 *
 * Method: asymptotic confidence sequence by a normal mixture; Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas (2021), Time-uniform central limit
 * theory and asymptotic confidence sequences, arXiv 2103.06476v7, eq. 9, 134 (one-sided), 155 (p) and 161 (tuning).
 * Checked: GrowthBook `gbstats`, see the proof page.
 */
export function compareSequentially(control: Arm, treatment: Arm, options: SequentialOptions = {}): Comparison {
  return sequentialComparison(effectOf(control, treatment, options.adjustment), options);
}

/** The same for an effect that is known already, such as one over strata. */
export function sequentialComparison(effect: Effect, options: SequentialOptions = {}): Comparison {
  const { scale = "relative", sides = "two", confidence = defaultConfidence, tuning = defaultTuning } = options;
  const unanswered = whyUnanswered(effect, scale);
  if (unanswered) return { ...withoutAnswer(effect, unanswered, options), method: "confidence-sequence" };
  const { control, treatment, cuped } = effect;
  const units = control.units + treatment.units;
  const { estimate, variance } = onScale(effect, options);
  const standardError = Math.sqrt(variance);
  const distance = sequentialReach(units, { sides, confidence, tuning }) * standardError;
  const mixture = mixtureOf(units, tuning, sides === "two" ? 1 - confidence : 2 * (1 - confidence));
  return {
    ...{ scale, sides, confidence, method: "confidence-sequence", control, treatment, estimate, standardError },
    ...(cuped ? { cuped } : {}),
    degrees: undefined,
    low: sides === "less" ? undefined : estimate - distance,
    high: sides === "greater" ? undefined : estimate + distance,
    pValue: alwaysValidP(estimate / standardError, sides, mixture),
  };
}
