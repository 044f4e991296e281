import { proportionArm } from "./arm.js";
import { compareArms, type CompareOptions, type Comparison, type EffectScale } from "./compare-arms.js";
import { newcombeInterval, relativeScoreInterval, type Conversions } from "./conversion-intervals.js";
import { fisherTest } from "./fisher.js";

/** Below this many expected conversions (or non-conversions) in an arm the normal approximation is not used. */
export const fewestExpected = 10;

/** Are there too few conversions, or too few units without one, for the normal approximation? */
export function hasFewConversions(control: Conversions, treatment: Conversions): boolean {
  const units = control.units + treatment.units;
  const successes = control.successes + treatment.successes;
  const smaller = Math.min(control.units, treatment.units);
  return (Math.min(successes, units - successes) * smaller) / units < fewestExpected;
}

/**
 * Did the treatment convert better than the control, and by how much, also where few converted?
 *
 * @returns a comparison whose `method` says which way it went: "welch", or with few conversions "exact" (Fisher's test with mid-p, and an interval
 *   from the two Wilson intervals)
 * @throws RangeError when the counts are no counts
 *
 * Method: `compareArms` where at least 10 conversions are expected in each arm and not all or nobody converted; else `fisherTest`, `newcombeInterval` and `relativeScoreInterval`.
 * @example compareConversions({ successes: 1, units: 40 }, { successes: 9, units: 40 }, { scale: "absolute" }).method // "exact"
 */
export function compareConversions(control: Conversions, treatment: Conversions, options: CompareOptions = {}): Comparison {
  for (const { successes, units } of [control, treatment]) {
    if (!(successes >= 0 && successes <= units)) throw new RangeError(`${successes} of ${units} are no conversions.`);
  }
  const comparison = compareArms(
    proportionArm(control.successes, control.units),
    proportionArm(treatment.successes, treatment.units),
    options,
  );
  const isEmpty = control.units === 0 || treatment.units === 0;
  const isApproximable = !hasFewConversions(control, treatment) && comparison.unanswered !== "no-variance";
  return isEmpty || isApproximable ? comparison : exactly(comparison, control, treatment);
}

function intervalOn(
  scale: EffectScale,
  { control, treatment, confidence }: Record<"control" | "treatment", Conversions> & { confidence: number },
) {
  if (scale === "relative") return relativeScoreInterval(control, treatment, confidence);
  const [low, high] = newcombeInterval(control, treatment, confidence);
  return { low, high };
}

function exactly(comparison: Comparison, control: Conversions, treatment: Conversions): Comparison {
  const { scale, sides, confidence, control: base, treatment: own } = comparison;
  const ends = sides === "two" ? confidence : 2 * confidence - 1;
  const { low, high } = intervalOn(scale, { control, treatment, confidence: ends });
  const isUnknown = scale === "relative" && control.successes === 0;
  return {
    ...{ scale, sides, confidence, control: base, treatment: own, method: "exact" },
    estimate: isUnknown ? undefined : (own.value - base.value) / (scale === "relative" ? base.value : 1),
    standardError: undefined,
    degrees: undefined,
    low: sides === "less" ? undefined : low,
    high: sides === "greater" ? undefined : high,
    pValue: fisherTest(control, treatment, sides).midPValue,
    ...(isUnknown ? { unanswered: "control-zero" } : {}),
  };
}
