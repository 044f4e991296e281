import { logGamma } from "../distributions.js";
import type { Sides } from "./compare-arms.js";
import type { Conversions } from "./conversion-intervals.js";

/** Tails of the number of conversions in the treatment when the arms do not differ. */
export interface FisherTest {
  /** Fisher's exact p-value: never too small, often too large. */
  readonly pValue: number;
  /** The same with half the chance of what was seen: close to its level on average. */
  readonly midPValue: number;
}

const logChoose = (of: number, taken: number): number => logGamma(of + 1) - logGamma(taken + 1) - logGamma(of - taken + 1);

/** Chances of each number of conversions in the treatment, from the smallest possible on. */
function chances({ total, own, successes }: { total: number; own: number; successes: number }): { first: number; chance: Float64Array } {
  const first = Math.max(0, successes - (total - own));
  const last = Math.min(successes, own);
  const chance = new Float64Array(last - first + 1);
  const mode = Math.min(last, Math.max(first, Math.floor(((own + 1) * (successes + 1)) / (total + 2))));
  const peak = logChoose(own, mode) + logChoose(total - own, successes - mode) - logChoose(total, successes);
  const step = (k: number) => ((own - k) * (successes - k)) / ((k + 1) * (total - own - successes + k + 1));
  chance[mode - first] = Math.exp(peak);
  for (let k = mode; k < last; k += 1) chance[k + 1 - first] = (chance[k - first] as number) * step(k);
  for (let k = mode - 1; k >= first; k -= 1) chance[k - first] = (chance[k + 1 - first] as number) / step(k);
  return { first, chance };
}

/** Outcomes as likely as the one seen count as such although rounding pulls them apart. */
const sameChance = 1 + 1e-7;

/**
 * How likely is a difference like this one when the arms convert alike, without any approximation?
 *
 * @param sides "two" (default): all outcomes that are no more likely than the one seen
 *
 * Method: Fisher's exact test; mid-p after Lancaster (1961), JASA 56:223–234.
 * Checked: SciPy `fisher_exact`.
 * @example fisherTest({ successes: 1, units: 10 }, { successes: 8, units: 10 }).pValue // 0.0055
 */
export function fisherTest(control: Conversions, treatment: Conversions, sides: Sides = "two"): FisherTest {
  const successes = control.successes + treatment.successes;
  const { first, chance } = chances({ total: control.units + treatment.units, own: treatment.units, successes });
  const place = treatment.successes - first;
  const seen = chance[place] as number;
  let pValue = 0;
  let equal = 0;
  chance.forEach((own, index) => {
    const counts = sides === "two" ? own <= seen * sameChance : sides === "greater" ? index >= place : index <= place;
    if (counts) pValue += own;
    if (counts && (sides === "two" ? own >= seen / sameChance : index === place)) equal += own;
  });
  return { pValue: Math.min(1, pValue), midPValue: Math.min(1, pValue - equal / 2) };
}
