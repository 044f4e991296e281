import { sum } from "../estimate.js";
import type { Arm } from "./arm.js";
import { effectOf, type Adjustment, type Effect } from "./effect.js";
import { linearise } from "./linearise.js";

/** The two arms in one stratum: a group of units that was known before the experiment. */
export interface Stratum {
  readonly control: Arm;
  readonly treatment: Arm;
}

type Side = keyof Stratum;

const unitsOf = ({ control, treatment }: Stratum): number => control.units + treatment.units;

/** One arm as it would be if its strata had the shares that they have in both arms together. */
function reweighted(strata: readonly Stratum[], side: Side, weights: readonly number[]): Arm {
  const arms = strata.map((stratum) => stratum[side]);
  const first = arms[0] as Arm;
  const units = sum(arms.map((arm) => arm.units));
  const means = first.means.map((_, column) => sum(arms.map((arm, index) => (weights[index] as number) * (arm.means[column] as number))));
  const covariance = first.covariance.map((row, i) =>
    row.map((_, j) =>
      sum(arms.map((arm, index) => ((units * (weights[index] as number) ** 2) / arm.units) * (arm.covariance[i]?.[j] ?? 0))),
    ),
  );
  return { metric: first.metric, units, means, covariance };
}

/** The figure of each stratum as the tangent at the whole arm sees it, before and after adjustment. */
function tangent(whole: Arm, arm: Arm, slope: number): { value: number; adjusted: number } {
  const { slopes, slopesBefore = [] } = linearise(whole, slope !== 0);
  const along = (by: readonly number[]) =>
    sum(by.map((weight, column) => weight * ((arm.means[column] ?? 0) - (whole.means[column] ?? 0))));
  return { value: along(slopes), adjusted: along(slopes) - slope * along(slopesBefore) };
}

/**
 * By how much does the treatment differ when the strata are given the same shares in both arms?
 *
 * Takes out what strata of unlike sizes or unlike levels do to the comparison; the shares are those of both arms together.
 *
 * @param strata groups that were known before the experiment; those without units in one of the arms are left out and counted
 * @returns the effect, and units of the strata that had to be left out; `undefined` where no stratum has two units in both arms
 *
 * Method: post-stratification; Miratrix, Sekhon and Yu (2013), JRSS B 75:369–396, with the variance of the shares themselves.
 */
export function stratifiedEffect(
  strata: readonly Stratum[],
  adjustment: Adjustment = "none",
): { readonly effect: Effect; readonly unitsLeftOut: number } | undefined {
  const used = strata.filter(({ control, treatment }) => control.units > 1 && treatment.units > 1);
  const total = sum(used.map(unitsOf));
  const unitsLeftOut = sum(strata.map(unitsOf)) - total;
  if (used.length === 0) return undefined;
  const weights = used.map((stratum) => unitsOf(stratum) / total);
  const control = reweighted(used, "control", weights);
  const treatment = reweighted(used, "treatment", weights);
  const effect = effectOf(control, treatment, adjustment);
  const slope = effect.cuped?.slope ?? 0;
  const base = used.map((stratum) => tangent(control, stratum.control, slope));
  const gaps = used.map((stratum, index) => tangent(treatment, stratum.treatment, slope).adjusted - (base[index]?.adjusted ?? 0));
  const spread = (one: readonly number[], other: readonly number[]) =>
    sum(weights.map((weight, index) => weight * (one[index] as number) * (other[index] as number))) / total;
  const levels = base.map(({ value }) => value);
  return {
    unitsLeftOut,
    effect: {
      ...effect,
      variance: effect.variance + spread(gaps, gaps),
      baseVariance: effect.baseVariance + spread(levels, levels),
      covariance: effect.covariance + spread(gaps, levels),
    },
  };
}
