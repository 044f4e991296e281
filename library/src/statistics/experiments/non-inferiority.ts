import { studentQuantile, studentUpper } from "../distributions.js";
import { defaultConfidence } from "../interval.js";
import { onScale, whyUnanswered, type EffectScale, type Unanswered } from "./compare-arms.js";
import type { Effect } from "./effect.js";

export interface NonInferiorityOptions {
  /** How much worse is still acceptable, on the scale, above zero. */
  readonly margin: number;
  readonly scale?: EffectScale;
  /** Whether more of the metric is better (default) or less. */
  readonly better?: "more" | "less";
  /** Confidence of the one-sided bound (default 0.95). */
  readonly confidence?: number;
}

/** `safe`: not worse than the margin; `harmed`: worse than the margin; `unclear`: the data cannot tell. */
export type GuardrailVerdict = "safe" | "harmed" | "unclear";

export interface NonInferiority {
  readonly verdict: GuardrailVerdict;
  readonly margin: number;
  /** How good the treatment is, worse being negative whichever way the metric counts. */
  readonly estimate: number | undefined;
  /** The worst that the one-sided interval holds. */
  readonly worst: number | undefined;
  /** Against "worse by the margin or more". */
  readonly pValue: number | undefined;
  readonly unanswered?: Unanswered;
}

/**
 * Is the treatment not worse than the control by more than what is acceptable?
 *
 * Method: one-sided Welch t against the margin; two one-sided bounds decide between safe, harmed and unclear.
 */
export function nonInferiority(effect: Effect, options: NonInferiorityOptions): NonInferiority {
  const { margin, scale = "relative", better = "more", confidence = defaultConfidence } = options;
  if (!(margin > 0)) throw new RangeError(`margin must be above zero, not ${margin}.`);
  const unanswered = whyUnanswered(effect, scale);
  if (unanswered) return { verdict: "unclear", margin, estimate: undefined, worst: undefined, pValue: undefined, unanswered };
  const found = onScale(effect, { scale });
  const estimate = better === "more" ? found.estimate : -found.estimate;
  const standardError = Math.sqrt(found.variance);
  const distance = studentQuantile(confidence, effect.degrees) * standardError;
  const verdict = estimate - distance > -margin ? "safe" : estimate + distance < -margin ? "harmed" : "unclear";
  const pValue = studentUpper((estimate + margin) / standardError, effect.degrees);
  return { verdict, margin, estimate, worst: estimate - distance, pValue };
}
