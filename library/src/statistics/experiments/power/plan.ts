import { normalQuantile } from "../../normal-quantile.js";
import { root } from "../../root.js";
import type { EffectScale } from "../compare-arms.js";
import { sequentialReach } from "../confidence-sequence.js";
import { designPower, type Design, type DesignPower } from "./design.js";

/**
 * How the standard error of the future test is foreseen.
 * - `welch`: as `compareArms` will find it, each arm with its own variance
 * - `pooled`: proportions, one common rate when there is no effect (Fleiss)
 * - `base`: proportions, the control's rate when there is no effect (Evan Miller)
 * - `arcsine`: proportions on the arcsine scale, where their variance is the same everywhere
 * - `growthbook`: relative lift, the control's variance in both arms; a sequential test widens the standard error
 */
export type PowerMethod = "welch" | "pooled" | "base" | "arcsine" | "growthbook";

/** What is known of the metric before the test. */
export interface Population {
  /** Level of the control: rate, mean, ratio or quantile. */
  readonly level: number;
  /** Variance of one unit at a level. */
  varianceAt(level: number): number;
}

/** A comparison of two arms that is yet to be made. */
export interface Plan {
  readonly population: Population;
  readonly design: Design;
  readonly method: PowerMethod;
  /** Scale on which the test will decide. */
  readonly scale: EffectScale;
  readonly alpha: number;
  readonly sides: 1 | 2;
  /** Share of the units of these two arms that the control gets. */
  readonly controlShare: number;
  /** Share of the variance that CUPED will take away. */
  readonly varianceReduction: number;
  /** Whether the spread is estimated from few units, so that Student's t matters. */
  readonly usesStudent: boolean;
  /** How much worse is accepted, in the unit of the metric, and which direction is the better one. */
  readonly nonInferiority?: { readonly margin: number; readonly better: 1 | -1 };
}

interface Spread {
  /** Effect on the scale of the test, and its standard deviations for one unit when there is an effect and when there is none. */
  readonly effect: number;
  readonly deviation: number;
  readonly nullDeviation: number;
}

const arcsine = (rate: number): number => 2 * Math.asin(Math.sqrt(rate));

/** What the test will see of an effect (absolute), per unit of both arms together. */
function spreadOf({ population, method, scale, controlShare, varianceReduction, nonInferiority }: Plan, effect: number): Spread {
  const { margin, better } = nonInferiority ?? { margin: 0, better: 1 };
  const { level } = population;
  const [own, rest] = [1 / controlShare, 1 / (1 - controlShare)];
  const kept = 1 - varianceReduction;
  const shift = better * effect + margin;
  if (method === "arcsine") {
    const deviation = Math.sqrt(kept * (own + rest));
    return { effect: better * (arcsine(level + effect) - arcsine(level - better * margin)), deviation, nullDeviation: deviation };
  }
  const base = population.varianceAt(level);
  const other = method === "growthbook" ? base : population.varianceAt(level + effect);
  const lift = scale === "relative" || method === "growthbook" ? effect / level : 0;
  const deviation = Math.sqrt(kept * (other * rest + base * own * (1 + lift) ** 2));
  const common = population.varianceAt(level + effect * (1 - controlShare));
  const nullVariance = { pooled: common * (own + rest), base: base * (own + rest) } as const;
  const isSpecial = method === "pooled" || method === "base";
  return { effect: shift, deviation, nullDeviation: isSpecial ? Math.sqrt(kept * nullVariance[method]) : deviation };
}

/** GrowthBook's power of a sequential test: as if the standard error were as wide as the sequence. */
function inflatedPower(input: DesignPower, tuning: number): number {
  const { alpha, sides, drift, units } = input;
  const options = { sides: sides === 2 ? ("two" as const) : ("greater" as const), confidence: 1 - alpha, tuning };
  const widening = sequentialReach(units, options) / -normalQuantile(alpha / sides);
  return designPower({ ...input, design: { kind: "fixed" }, drift: drift / widening });
}

/**
 * How likely is the test to find an effect?
 *
 * @param effect treatment less control, in the unit of the metric
 * @param units of both arms together
 */
export function powerOf(plan: Plan, effect: number, units: number): number {
  const { design, alpha, sides, method, usesStudent } = plan;
  const { effect: seen, deviation, nullDeviation } = spreadOf(plan, effect);
  const towards = plan.nonInferiority ? seen : Math.abs(seen);
  const drift = (towards * Math.sqrt(units)) / deviation;
  const input = { design, alpha, sides, drift, units, nullRatio: nullDeviation / deviation };
  if (method === "growthbook" && design.kind === "sequential") return inflatedPower(input, design.tuning);
  const isStudent = usesStudent && design.kind === "fixed" && units > 3;
  return designPower(isStudent ? { ...input, degrees: units - 2 } : input);
}

/** Power as a normal quantile, which grows nearly evenly with the square root of the units and with the effect. */
const onNormalScale = (power: number): number => normalQuantile(Math.min(1 - 1e-15, Math.max(1e-300, power)));

/** Several looks are integrated to about six digits, so that more of a root says nothing. */
const toleranceOf = ({ design }: Plan): number => (design.kind === "fixed" ? 1e-9 : 1e-6);

/** No test has more units than this; what would need them has no answer. */
const mostUnits = 1e12;

/**
 * How many units do both arms need together?
 *
 * @param power wanted chance to find the effect, below 1
 * @returns not yet a whole number; `undefined` where no number of units is enough
 */
export function unitsFor(plan: Plan, effect: number, power: number): number | undefined {
  const missing = (size: number) => onNormalScale(powerOf(plan, effect, size * size)) - onNormalScale(power);
  const { effect: seen, deviation } = spreadOf(plan, effect);
  if (plan.nonInferiority && seen <= 0) return undefined;
  const guess = ((normalQuantile(power) - normalQuantile(plan.alpha / plan.sides)) * deviation) / Math.abs(seen);
  let [low, high] = [Math.max(2, guess / 2), Math.max(4, guess * 1.5)];
  while (high * high < mostUnits && missing(high) < 0) [low, high] = [high, high * 2];
  if (high * high >= mostUnits) return undefined;
  if (missing(low) >= 0) [low, high] = [2, low];
  if (low <= 2 && missing(2) >= 0) return 4;
  const size = root(missing, { low, high, tolerance: toleranceOf(plan) });
  return size === undefined ? undefined : size * size;
}

/**
 * What is the smallest effect that the test finds with the wanted chance?
 *
 * @param towards 1 for an increase, −1 for a decrease
 * @param largest effect that can be, in size, such as one less the rate
 * @returns in the unit of the metric, with its sign; `undefined` where even the largest is not found
 */
export function effectFor(
  plan: Plan,
  units: number,
  { power, towards, largest }: { power: number; towards: 1 | -1; largest: number },
): number | undefined {
  const missing = (size: number) => onNormalScale(powerOf(plan, towards * size, units)) - onNormalScale(power);
  const { deviation } = spreadOf(plan, 0);
  const guess = ((normalQuantile(power) - normalQuantile(plan.alpha / plan.sides)) * deviation) / Math.sqrt(units);
  let [low, high] = [Math.min(guess / 2, largest / 2), Math.min(guess * 1.5, largest)];
  while (high < largest && missing(high) < 0) [low, high] = [high, Math.min(largest, high * 2)];
  if (!(missing(high) >= 0)) return undefined;
  while (low > guess * 1e-6 && missing(low) >= 0) [low, high] = [low / 2, low];
  const size = root(missing, { low, high, tolerance: toleranceOf(plan) });
  return size === undefined ? undefined : towards * size;
}
