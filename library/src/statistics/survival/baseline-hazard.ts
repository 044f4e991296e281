import type { CoxFit } from "./cox.js";
import { coxPass } from "./cox-pass.js";

export interface BaselineHazard {
  /** Times with events, ascending. */
  readonly times: Float64Array;
  /** Cumulative hazard of a unit whose covariates are all at their means. */
  readonly cumulative: Float64Array;
}

/**
 * The cumulative hazard over time of a unit with mean covariates, with the ties of the fit.
 *
 * Method: Breslow's estimator, or Efron's where the fit has Efron's ties, as R's `basehaz(fit, centered = TRUE)`.
 */
export function baselineHazard({ scaled: { ordered, beta }, ties }: CoxFit): BaselineHazard {
  const steps: { time: number; hazard: number }[] = [];
  coxPass(ordered, beta, ties, ({ time, hazard }) => steps.push({ time, hazard }));
  steps.reverse();
  let sum = 0;
  const cumulative = Float64Array.from(steps, ({ hazard }) => (sum += hazard));
  return { times: Float64Array.from(steps, ({ time }) => time), cumulative };
}

/** The survival curve of a unit with given covariates: exp(−H(t) · exp(β · (x − mean))) at the times of the baseline. */
export function survivalFor(
  { scaled: { ordered, beta } }: CoxFit,
  { cumulative }: BaselineHazard,
  covariates: ArrayLike<number>,
): Float64Array {
  const { means, spreads } = ordered;
  let risk = 0;
  beta.forEach((value, column) => {
    const spread = spreads[column] as number;
    if (spread > 0) risk += (value * ((covariates[column] as number) - (means[column] as number))) / spread;
  });
  return cumulative.map((hazard) => Math.exp(-hazard * Math.exp(risk)));
}
