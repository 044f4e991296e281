import type { Design } from "../../statistics/experiments/power/design.js";
import { effectFor, powerOf, unitsFor, type Plan } from "../../statistics/experiments/power/plan.js";
import type { PowerSettings } from "./options/power-options.js";
import type { Settled } from "./settle.js";

/** Looks that stand for "whenever one likes": more of them find hardly more. */
const looksOfSequence = 12;

/** Everything that is asked of a plan, with users of all arms together and effects in the metric's unit. */
export interface Questions {
  power(effect: number, total: number): number;
  total(effect: number): number | undefined;
  detectable(total: number): number | undefined;
}

function designOf({ sequential, plannedLooks, spending, tuning }: PowerSettings): Design {
  if (sequential === "none") return { kind: "fixed" };
  if (sequential === "confidence-sequence") return { kind: "sequential", looks: looksOfSequence, tuning };
  return { kind: "group-sequential", looks: plannedLooks, spending };
}

/** Comparisons with the control that share the error. */
export const comparisonsOf = ({ arms, correction }: PowerSettings): number => (correction === "none" ? 1 : arms - 1);

/** The comparison of the control with the smallest of the other arms, which is the hardest to make. */
function hardestPair({ shares }: Settled): { readonly controlShare: number; readonly pairShare: number } {
  const control = shares[0] as number;
  const pairShare = control + Math.min(...shares.slice(1));
  return { controlShare: control / pairShare, pairShare };
}

/** The answers for the hardest of the comparisons; `sequential` other than that of the options asks "what if". */
export function questionsOf(options: PowerSettings, settled: Settled, sequential = options.sequential): Questions {
  const { controlShare, pairShare } = hardestPair(settled);
  const { population, margin, towards } = settled;
  const isNonInferiority = margin !== undefined;
  const plan: Plan = {
    population,
    design: designOf({ ...options, sequential }),
    method: options.method,
    scale: options.scale,
    alpha: (1 - options.confidence) / comparisonsOf(options),
    sides: isNonInferiority || options.sides === "one" ? 1 : 2,
    controlShare,
    varianceReduction: options.varianceReduction,
    usesStudent: options.metric === "mean" && options.method === "welch",
    ...(isNonInferiority ? { nonInferiority: { margin, better: towards } } : {}),
  };
  const largest = options.metric === "proportion" ? (towards > 0 ? 1 - population.level : population.level) * (1 - 1e-9) : Number.MAX_VALUE;
  return {
    power: (effect, total) => powerOf(plan, effect, total * pairShare),
    total: (effect) => {
      const pair = unitsFor(plan, effect, options.power);
      return pair === undefined ? undefined : pair / pairShare;
    },
    detectable: (total) => effectFor(plan, total * pairShare, { power: options.power, towards, largest }),
  };
}
