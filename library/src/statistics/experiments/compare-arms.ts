import { criticalValue, defaultConfidence } from "../interval.js";
import { studentQuantile, studentUpper } from "../distributions.js";
import type { Arm } from "./arm.js";
import { effectOf, type Adjustment, type ArmFigure, type Effect } from "./effect.js";

/** What is compared: the difference in the metric's unit, or the difference over the control's figure. */
export type EffectScale = "absolute" | "relative";

/** Which effects count against "no effect": any (`two`), only more (`greater`) or only less (`less`). */
export type Sides = "two" | "greater" | "less";

/** Why there is no answer. */
export type Unanswered = "too-few-units" | "no-variance" | "control-zero";

export interface CompareOptions {
  readonly scale?: EffectScale;
  readonly sides?: Sides;
  /** Share of such intervals that hold the truth (default 0.95). */
  readonly confidence?: number;
  readonly adjustment?: Adjustment;
  /**
   * Where the delta method takes the slope of a relative effect with CUPED: at the adjusted effect ("adjusted", the full delta method, default) or
   * at the one before adjustment ("unadjusted", as GrowthBook does). Without CUPED they are the same.
   */
  readonly relativeSlope?: "adjusted" | "unadjusted";
}

/** How a comparison was made: Welch's t, a sequence that holds over all looks, or without approximation. */
export type ComparisonMethod = "welch" | "confidence-sequence" | "exact";

/** A comparison of two arms; figures that cannot be known are `undefined`, and `unanswered` says why. */
export interface Comparison {
  readonly scale: EffectScale;
  readonly sides: Sides;
  readonly confidence: number;
  readonly method: ComparisonMethod;
  readonly control: ArmFigure;
  readonly treatment: ArmFigure;
  /** Treatment less control, or that over the size of the control's figure. */
  readonly estimate: number | undefined;
  readonly standardError: number | undefined;
  readonly degrees: number | undefined;
  /** Ends of the interval; `undefined` where it is open. */
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly pValue: number | undefined;
  readonly cuped?: Effect["cuped"];
  readonly unanswered?: Unanswered;
}

/** An effect on the scale that was asked for. */
export interface Estimated {
  readonly estimate: number;
  readonly variance: number;
}

/** The effect and its variance on a scale; relative to a negative figure, more is still positive. */
export function onScale(effect: Effect, { scale = "relative", relativeSlope = "adjusted" }: CompareOptions): Estimated {
  const { difference, variance, base, baseVariance, covariance } = effect;
  if (scale === "absolute") return { estimate: difference, variance };
  const size = Math.abs(base);
  const estimate = difference / size;
  const slope = (relativeSlope === "adjusted" ? difference : effect.treatment.value - effect.control.value) / base;
  return { estimate, variance: Math.max(0, variance - 2 * slope * covariance + slope * slope * baseVariance) / (size * size) };
}

export function whyUnanswered({ control, treatment, variance, base }: Effect, scale: EffectScale): Unanswered | undefined {
  if (control.units < 2 || treatment.units < 2) return "too-few-units";
  if (!(variance > 0) || !Number.isFinite(variance)) return "no-variance";
  return scale === "relative" && base === 0 ? "control-zero" : undefined;
}

/** How many standard errors an interval reaches. */
const reach = (confidence: number, sides: Sides, degrees: number): number =>
  Number.isFinite(degrees) ? studentQuantile(sides === "two" ? 0.5 + confidence / 2 : confidence, degrees) : criticalValue(confidence);

/** How likely an effect at least this far out is when there is none. */
const tail = (t: number, sides: Sides, degrees: number): number =>
  sides === "two" ? 2 * studentUpper(Math.abs(t), degrees) : studentUpper(sides === "greater" ? t : -t, degrees);

/**
 * Did the treatment do better than the control, and by how much?
 *
 * @param control and treatment summaries of units that were put into arms by chance
 * @param options.scale "relative" (default) or "absolute"
 * @param options.sides "two" (default), "greater" or "less"
 * @param options.confidence share of the interval (default 0.95)
 * @param options.adjustment "none" (default) or "cuped", which needs arms with the columns from before
 *
 * Method: Welch's t with the degrees of freedom of the absolute difference; relative effects by the delta method,
 * σ²c μt²/(nc μc⁴) + σ²t/(nt μc²).
 * Checked: GrowthBook `gbstats` (means, proportions, ratios, one-sided, CUPED) and PostHog's tests, see the proof page.
 * @example compareArms(proportionArm(14, 28), proportionArm(16, 30)).pValue // 0.807
 */
export function compareArms(control: Arm, treatment: Arm, options: CompareOptions = {}): Comparison {
  return compareEffect(effectOf(control, treatment, options.adjustment), options);
}

/** A comparison that has no answer, and why. The difference itself is kept where it is known. */
export function withoutAnswer(effect: Effect, unanswered: Unanswered, options: CompareOptions): Comparison {
  const { scale = "relative", sides = "two", confidence = defaultConfidence } = options;
  const { control, treatment, difference } = effect;
  const isKnown = scale === "absolute" && Number.isFinite(difference);
  const nothing = { standardError: undefined, degrees: undefined, low: undefined, high: undefined, pValue: undefined };
  return {
    scale,
    sides,
    confidence,
    method: "welch",
    control,
    treatment,
    ...nothing,
    estimate: isKnown ? difference : undefined,
    unanswered,
  };
}

/** The comparison of an effect that is known already, such as one over strata. */
export function compareEffect(effect: Effect, options: CompareOptions = {}): Comparison {
  const { scale = "relative", sides = "two", confidence = defaultConfidence } = options;
  const unanswered = whyUnanswered(effect, scale);
  if (unanswered) return withoutAnswer(effect, unanswered, options);
  const { control, treatment, degrees, cuped } = effect;
  const { estimate, variance } = onScale(effect, options);
  const standardError = Math.sqrt(variance);
  const distance = reach(confidence, sides, degrees) * standardError;
  return {
    ...{ scale, sides, confidence, method: "welch", control, treatment, estimate, standardError, degrees },
    ...(cuped ? { cuped } : {}),
    low: sides === "less" ? undefined : estimate - distance,
    high: sides === "greater" ? undefined : estimate + distance,
    pValue: tail(estimate / standardError, sides, degrees),
  };
}
