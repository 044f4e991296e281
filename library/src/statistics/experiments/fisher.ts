import { sum } from "../estimate.js";
import type { Sides } from "./compare-arms.js";
import type { Conversions } from "./conversion-intervals.js";

/** Tails of the number of conversions in the treatment when the arms do not differ. */
export interface FisherTest {
  /** Fisher's exact p-value: never too small, often too large. */
  readonly pValue: number;
  /** With half the chance of what was seen, and twice the smaller tail where two-sided: close to its level on average. */
  readonly midPValue: number;
}

/** Chances of each number of conversions in the treatment, from the smallest possible on; from the most likely one to both sides, then scaled. */
function chances({ units, own, successes }: { units: number; own: number; successes: number }): { first: number; chance: Float64Array } {
  const first = Math.max(0, successes - (units - own));
  const last = Math.min(successes, own);
  const chance = new Float64Array(last - first + 1);
  const mode = Math.min(last, Math.max(first, Math.floor(((own + 1) * (successes + 1)) / (units + 2))));
  const step = (k: number) => ((own - k) * (successes - k)) / ((k + 1) * (units - own - successes + k + 1));
  chance[mode - first] = 1;
  for (let k = mode; k < last; k += 1) chance[k + 1 - first] = (chance[k - first] as number) * step(k);
  for (let k = mode - 1; k >= first; k -= 1) chance[k - first] = (chance[k + 1 - first] as number) / step(k);
  const total = sum(chance);
  return { first, chance: chance.map((own) => own / total) };
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
  const { first, chance } = chances({ units: control.units + treatment.units, own: treatment.units, successes });
  const place = treatment.successes - first;
  const seen = chance[place] as number;
  const more = sum(chance.subarray(place));
  const less = sum(chance.subarray(0, place + 1));
  if (sides !== "two") {
    const pValue = Math.min(1, sides === "greater" ? more : less);
    return { pValue, midPValue: pValue - seen / 2 };
  }
  const pValue = sum(chance.filter((own) => own <= seen * sameChance));
  return { pValue: Math.min(1, pValue), midPValue: Math.min(1, 2 * Math.min(more, less) - seen) };
}
