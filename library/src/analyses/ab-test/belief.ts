import { posteriorOfEffect, type Posterior } from "../../statistics/experiments/bayes.js";
import { betaPosterior, type BetaBelief } from "../../statistics/experiments/beta-binomial.js";
import type { Effect } from "../../statistics/experiments/effect.js";
import { conversionsOf, isDivisible, settled, type Measured, type Pair } from "./measure.js";
import type { Method } from "./method.js";
import { settle } from "./moments.js";
import type { BayesValues } from "./values.js";

function normalBelief({ metric }: Pair, effect: Effect, method: Method): BayesValues | undefined {
  const scale = isDivisible(effect) ? "relative" : "absolute";
  const found = posteriorOfEffect(effect, {
    scale,
    confidence: method.intervalConfidence,
    better: metric.direction === "increase" ? "more" : "less",
    ...(metric.prior && scale === "relative" ? { prior: metric.prior } : {}),
  });
  return found && toldBelief(found, scale);
}

const toldBelief = (found: Posterior, scale: BayesValues["scale"]): BayesValues => ({
  chanceToWin: settle(found.chanceToWin),
  risk: { choose: settle(found.risk.take), keep: settle(found.risk.keep) },
  scale,
  mean: settle(found.mean),
  standardDeviation: settle(found.standardDeviation),
  interval: settled(found.interval),
});

const spread = ({ alpha, beta }: BetaBelief) => {
  const total = alpha + beta;
  return { mean: alpha / total, variance: (alpha * beta) / (total * total * (total + 1)) };
};

/** With few conversions the beliefs are beta distributions of the rates, flat before the test; a prior of the lift has no place there. */
function countedBelief({ metric, control, treatment }: Pair, method: Method): BayesValues | undefined {
  if (metric.prior) return undefined;
  const better = metric.direction === "increase" ? "more" : "less";
  const options = { scale: "absolute", better, confidence: method.intervalConfidence } as const;
  const found = betaPosterior(conversionsOf(control), conversionsOf(treatment), options);
  const [base, own] = [spread(found.control), spread(found.treatment)];
  return toldBelief({ ...found, mean: own.mean - base.mean, standardDeviation: Math.sqrt(base.variance + own.variance) }, "absolute");
}

/** What to believe of the effect after the test; nothing where it cannot be known. */
export function beliefOf(pair: Pair, { absolute, effect, method: way }: Measured, method: Method): BayesValues | undefined {
  if (!absolute) return undefined;
  return way === "exact" ? countedBelief(pair, method) : normalBelief(pair, effect, method);
}
