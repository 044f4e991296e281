import type { Arm } from "../../statistics/experiments/arm.js";
import { compareConversions } from "../../statistics/experiments/compare-conversions.js";
import { compareEffect, type Comparison, type EffectScale, type Sides } from "../../statistics/experiments/compare-arms.js";
import { sequentialComparison } from "../../statistics/experiments/confidence-sequence.js";
import { effectOf, type Effect } from "../../statistics/experiments/effect.js";
import { linearise } from "../../statistics/experiments/linearise.js";
import { stratifiedEffect, type Stratum } from "../../statistics/experiments/strata.js";
import type { Cell } from "./cells.js";
import type { Method } from "./method.js";
import { armOf, settle } from "./moments.js";
import type { ReducedMetric } from "./reduced-test.js";
import type { ComparisonValues, EffectValues, Interval } from "./values.js";

/** Control and arm of one metric, in all units or in some. */
export interface Pair {
  readonly metric: ReducedMetric;
  readonly control: Arm;
  readonly treatment: Arm;
  /** The same pair in each stratum; empty without strata. */
  readonly strata: readonly Stratum[];
}

/** What a pair shows; parts that cannot be known are absent. */
export type Measured = Pick<ComparisonValues, "absolute" | "relative" | "varianceReduction"> & {
  readonly method: ComparisonValues["method"];
  /** The effect itself, for what else is asked of it. */
  readonly effect: Effect;
};

/** The arm of a cell on one metric. */
export const armFrom = ({ metrics }: Cell, metric: ReducedMetric, place: { readonly metric: number; readonly arm: number }): Arm =>
  armOf(metric.type, metrics[place.metric] ?? { units: 0, means: [0], covariance: [[0]], high: [], low: [] }, metric.quantiles[place.arm]);

/** What an arm is measured by, absent without units. */
export function figureOf(arm: Arm): number | undefined {
  const value = arm.units > 0 ? linearise(arm, false).value : Number.NaN;
  return Number.isFinite(value) ? settle(value) : undefined;
}

/** Both ends without the last digits. */
export const settled = ([low, high]: Interval): Interval => [settle(low), settle(high)];

/** The good direction, as one-sided tests know it. */
const better = ({ direction }: ReducedMetric): Exclude<Sides, "two"> => (direction === "increase" ? "greater" : "less");

function effectFrom({ metric, control, treatment, strata }: Pair): Effect {
  const adjustment = metric.covariates.length > 0 ? "cuped" : "none";
  return (strata.length > 1 ? stratifiedEffect(strata, adjustment)?.effect : undefined) ?? effectOf(control, treatment, adjustment);
}

/** How many units of a proportion converted. */
export const conversionsOf = ({ units, means }: Arm) => ({ successes: Math.round(units * (means[0] ?? 0)), units });

/** Conversions without covariate or strata are counted exactly where they are few. */
const isCounted = ({ metric, control, strata }: Pair, method: Method): boolean =>
  metric.type === "proportion" && control.metric === "proportion" && strata.length < 2 && method.sequential === "none";

function compare(
  pair: Pair,
  effect: Effect,
  { method, ...options }: { method: Method; scale: EffectScale; sides: Sides; confidence: number },
): Comparison {
  if (method.sequential === "confidence-sequence") return sequentialComparison(effect, { ...options, tuning: method.tuning });
  if (isCounted(pair, method)) return compareConversions(conversionsOf(pair.control), conversionsOf(pair.treatment), options);
  const found = compareEffect(effect, options);
  const { estimate, standardError } = found;
  if (method.bound === undefined || estimate === undefined || standardError === undefined) return found;
  return { ...found, low: estimate - method.bound * standardError, high: estimate + method.bound * standardError };
}

/** A control whose level may be zero is nothing to divide by. */
export const isDivisible = ({ base, baseVariance }: Effect): boolean => Math.abs(base) > 2 * Math.sqrt(baseVariance);

/** An effect on one scale, where it can be known. */
function effectOn(scale: EffectScale, pair: Pair, { effect, method }: { effect: Effect; method: Method }): EffectValues | undefined {
  if (scale === "relative" && !isDivisible(effect)) return undefined;
  const ask = (sides: Sides, confidence: number) => compare(pair, effect, { method, scale, sides, confidence });
  const both = ask("two", method.intervalConfidence);
  const told = method.sides === "two" ? both : ask(better(pair.metric), method.confidence);
  const { estimate, standardError, pValue: p } = told;
  const [low, high] = [told.low ?? both.low, told.high ?? both.high];
  if (estimate === undefined || low === undefined || high === undefined || p === undefined) return undefined;
  return {
    value: settle(estimate),
    interval: settled([low, high]),
    ...(standardError === undefined ? {} : { standardError: settle(standardError) }),
    p: settle(p),
  };
}

/** Share of the variance of the plain difference that strata and covariate took away. */
function reductionOf({ control, treatment, metric, strata }: Pair, effect: Effect): number | undefined {
  if (metric.covariates.length === 0 && strata.length < 2) return undefined;
  const plain = effectOf(control, treatment).variance;
  return plain > 0 ? settle(1 - effect.variance / plain) : undefined;
}

/** By how much does the arm differ from the control, on both scales, and how sure is that? */
export function measure(pair: Pair, method: Method): Measured {
  const effect = effectFrom(pair);
  const absolute = effectOn("absolute", pair, { effect, method });
  const relative = effectOn("relative", pair, { effect, method });
  const varianceReduction = reductionOf(pair, effect);
  const isExact = absolute !== undefined && absolute.standardError === undefined;
  const usual = pair.metric.type === "quantile" ? "quantile" : isExact ? "exact" : "welch";
  return {
    effect,
    method: absolute === undefined ? "none" : method.sequential === "none" ? usual : method.sequential,
    ...(absolute ? { absolute } : {}),
    ...(relative ? { relative } : {}),
    ...(varianceReduction === undefined ? {} : { varianceReduction }),
  };
}
