import type { MetricType } from "../../statistics/experiments/arm.js";
import { converting, measured, quantileOf, ratioOfSums } from "../../statistics/experiments/power/populations.js";
import type { Population } from "../../statistics/experiments/power/plan.js";
import { sum } from "../../statistics/estimate.js";
import { allocationWrong, baselineZero, effectImpossible, effectZero, methodForRates, optionNeeded, rateImpossible } from "./errors.js";
import type { PowerSettings } from "./options/power-options.js";
import type { EffectSize } from "./values.js";

/** Options that fit each other, as the numbers that the plan is made of. */
export interface Settled {
  readonly population: Population;
  readonly shares: readonly number[];
  /** In the metric's unit; absent where the smallest effect is asked for. */
  readonly effect?: number;
  /** Non-inferiority, in the metric's unit. */
  readonly margin?: number;
  /** 1 where more is better or the effect is an increase, else −1. */
  readonly towards: 1 | -1;
}

/** Without the noise of binary fractions: 0.1 of 0.05 is 0.005. */
export const plain = (value: number): number => Number(value.toPrecision(12));

/** A change in the metric's unit with all that is said of it. */
export const effectSize = ({ level }: Population, absolute: number): EffectSize => ({
  absolute: plain(absolute),
  ...(level === 0 ? {} : { relative: plain(absolute / Math.abs(level)) }),
  level: plain(level + absolute),
});

const deviationNeeded = {
  en: "the standard deviation between users is needed for this metric",
  "zh-CN": "该指标需要用户之间的标准差",
};

const denominatorNeeded = {
  en: "what is known of the denominator is needed for a ratio",
  "zh-CN": "ratio 指标需要分母的信息",
};

function populationOf(options: PowerSettings): Population {
  const { metric, baseline, standardDeviation, denominatorMean, denominatorDeviation, correlation } = options;
  if (metric === "proportion") {
    if (!(baseline > 0 && baseline < 1)) throw rateImpossible({ baseline });
    return converting(baseline);
  }
  if (standardDeviation === undefined) {
    throw optionNeeded({ option: "standardDeviation", reason: deviationNeeded, fix: String(Math.abs(baseline) || 1) });
  }
  if (metric === "mean") return measured(baseline, standardDeviation);
  if (metric === "quantile") return quantileOf(baseline, options.quantile, standardDeviation);
  if (denominatorMean === undefined) throw optionNeeded({ option: "denominatorMean", reason: denominatorNeeded, fix: "1.5" });
  if (denominatorDeviation === undefined) throw optionNeeded({ option: "denominatorDeviation", reason: denominatorNeeded, fix: "0.8" });
  return ratioOfSums({ ratio: baseline, numeratorDeviation: standardDeviation, denominatorMean, denominatorDeviation, correlation });
}

function sharesOf({ arms, allocation }: PowerSettings): number[] {
  const given = allocation ?? Array.from({ length: arms }, () => 1);
  if (given.length !== arms)
    throw allocationWrong({ given: given.length, arms, fix: JSON.stringify(Array.from({ length: arms }, () => 1)) });
  const whole = sum(given);
  return given.map((share) => share / whole);
}

/** An amount of the effect's scale in the metric's unit. */
const inUnits = ({ baseline, effectScale }: PowerSettings, amount: number): number =>
  effectScale === "absolute" ? amount : amount * Math.abs(baseline);

const isPossible = (metric: MetricType, level: number): boolean => metric !== "proportion" || (level > 0 && level < 1);

function checkLevel(
  options: PowerSettings,
  effect: number,
  { option, sign }: { option: string; sign: 1 | -1 } = { option: "effect", sign: 1 },
): void {
  const { metric, baseline, effectScale } = options;
  const level = baseline + inUnits(options, effect);
  if (isPossible(metric, level)) return;
  const room = (effect > 0 ? 1 - baseline : -baseline) / 2;
  const largest = Number((effectScale === "absolute" ? room : room / baseline).toPrecision(2));
  throw effectImpossible({ baseline, option, effect: sign * effect, level, largest: sign * largest });
}

const trafficNeeded = {
  en: "an effect to plan for, or users to find the smallest one with (weeklyUnits or units), is needed",
  "zh-CN": "需要给出期望效果，或给出用户数（weeklyUnits 或 units）以计算能检测到的最小效果",
};

/**
 * Checks what the schema cannot: options that must fit each other.
 *
 * @throws DataError `rate-impossible`, `effect-impossible`, `effect-zero`, `baseline-zero`, `option-needed`, `allocation-wrong`, `method-for-rates`
 */
export function settle(options: PowerSettings): Settled {
  const { metric, baseline, effect, effectScale, margin, direction, method, weeklyUnits, units } = options;
  const population = populationOf(options);
  if (metric !== "proportion" && ["pooled", "base", "arcsine"].includes(method)) throw methodForRates({ method, metric });
  const isGiven = effect !== undefined || margin !== undefined;
  const isRelative = (isGiven && effectScale === "relative") || options.scale === "relative" || method === "growthbook";
  if (isRelative && baseline === 0) throw baselineZero({});
  const shares = sharesOf(options);
  const better = direction === "increase" ? 1 : -1;
  if (margin !== undefined) {
    const expected = effect ?? 0;
    checkLevel(options, expected);
    checkLevel(options, -better * margin, { option: "margin", sign: better === 1 ? -1 : 1 });
    return { population, shares, effect: inUnits(options, expected), margin: inUnits(options, margin), towards: better };
  }
  if (effect === undefined) {
    if (weeklyUnits === undefined && units === undefined) throw optionNeeded({ option: "effect", reason: trafficNeeded, fix: "0.05" });
    return { population, shares, towards: better };
  }
  if (effect === 0) throw effectZero({});
  checkLevel(options, effect);
  return { population, shares, effect: inUnits(options, effect), towards: effect > 0 ? 1 : -1 };
}
