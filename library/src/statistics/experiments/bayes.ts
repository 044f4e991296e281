import { normalCdf, normalUpper } from "../distributions.js";
import { criticalValue, defaultConfidence, type Interval } from "../interval.js";
import type { Arm } from "./arm.js";
import { onScale, whyUnanswered, type CompareOptions } from "./compare-arms.js";
import { effectOf, type Effect } from "./effect.js";

/** What is believed of the effect before the test, on the scale of the comparison: normal, by mean and standard deviation. */
export interface NormalPrior {
  readonly mean: number;
  readonly standardDeviation: number;
}

export interface BayesOptions extends CompareOptions {
  /** Left out: flat, so that the data alone speak. */
  readonly prior?: NormalPrior;
  /** Whether more of the metric is better (default) or less. */
  readonly better?: "more" | "less";
}

/** What to believe of the effect after the test. */
export interface Posterior {
  readonly mean: number;
  readonly standardDeviation: number;
  /** Credible interval. */
  readonly interval: Interval;
  /** Probability that the treatment is the better one. */
  readonly chanceToWin: number;
  /** What is lost on average, on the scale of the comparison, by keeping the control or by taking the treatment. */
  readonly risk: { readonly keep: number; readonly take: number };
}

/** Mean of what lies above zero of a normal variable; in the far tail by the asymptotic series, where the two terms cancel. */
export function meanAboveZero(mean: number, standardDeviation: number): number {
  if (!(standardDeviation > 0)) return Math.max(0, mean);
  const z = mean / standardDeviation;
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < -8) return (standardDeviation * density * (1 - 3 / (z * z) + 15 / z ** 4)) / (z * z);
  return mean * normalCdf(z) + standardDeviation * density;
}

/** The risk of either choice when the effect is normal. Checked: GrowthBook, μ 0.1 and σ 0.05 give 0.1004245 and 0.0004245. */
export const riskOf = (mean: number, standardDeviation: number): Posterior["risk"] => ({
  keep: meanAboveZero(mean, standardDeviation),
  take: meanAboveZero(-mean, standardDeviation),
});

/**
 * How likely is it that the treatment is better, and what is lost if it is not?
 *
 * @param options.prior normal belief about the effect on the scale of the comparison (default flat)
 * @param options.better "more" (default) or "less" of the metric
 * @returns `undefined` where the effect cannot be known
 *
 * Method: normal likelihood of the effect (delta method) with a normal prior; risk is the mean loss.
 * Checked: GrowthBook `gbstats`, flat and proper priors, see the proof page.
 */
export function posteriorOf(control: Arm, treatment: Arm, options: BayesOptions = {}): Posterior | undefined {
  return posteriorOfEffect(effectOf(control, treatment, options.adjustment), options);
}

/** The same for an effect that is known already, such as one over strata. */
export function posteriorOfEffect(effect: Effect, options: BayesOptions = {}): Posterior | undefined {
  const { scale = "relative", confidence = defaultConfidence, prior, better = "more" } = options;
  if (whyUnanswered(effect, scale)) return undefined;
  const { estimate, variance } = onScale(effect, options);
  const belief = prior ? 1 / prior.standardDeviation ** 2 : 0;
  const precision = 1 / variance + belief;
  const mean = (estimate / variance + (prior ? prior.mean * belief : 0)) / precision;
  const standardDeviation = Math.sqrt(1 / precision);
  const distance = criticalValue(confidence) * standardDeviation;
  const towards = better === "more" ? 1 : -1;
  return {
    mean,
    standardDeviation,
    interval: [mean - distance, mean + distance],
    chanceToWin: normalUpper((-towards * mean) / standardDeviation),
    risk: riskOf(towards * mean, standardDeviation),
  };
}
