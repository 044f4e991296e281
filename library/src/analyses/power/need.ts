import { sum } from "../../statistics/estimate.js";
import { questionsOf, type Questions } from "./plan.js";
import type { PowerSettings } from "./options/power-options.js";
import { effectSize, type Settled } from "./settle.js";
import type { Need, Price } from "./values.js";

/** Rounding noise of the solver must not cost a user. */
const settledCeil = (value: number): number => Math.ceil(value - 1e-6 * Math.max(1, value * 1e-6));

/** Users of all arms as whole users per arm. */
const perArm = (total: number, { shares }: Settled): number[] => shares.map((share) => settledCeil(total * share));

/** How long users take to come in. */
function duration(total: number, { weeklyUnits }: PowerSettings): { days?: number; weeks?: number } {
  if (weeklyUnits === undefined) return {};
  return { days: settledCeil((7 * total) / weeklyUnits), weeks: Math.max(1, settledCeil(total / weeklyUnits)) };
}

function fewestConversions(options: PowerSettings, settled: Settled, sizes: readonly number[]): number | undefined {
  if (options.metric !== "proportion") return undefined;
  const rates = [options.baseline, options.baseline + (settled.effect ?? 0)];
  const inArm = (size: number, rate: number) => size * Math.min(rate, 1 - rate);
  return Math.round(Math.min(...sizes.map((size, arm) => inArm(size, rates[Math.min(arm, 1)] as number))));
}

/** What the effect demands; `undefined` where no number of users is enough. */
export function needOf(questions: Questions, options: PowerSettings, settled: Settled): Need | undefined {
  const total = settled.effect === undefined ? undefined : questions.total(settled.effect);
  if (total === undefined) return undefined;
  const sizes = perArm(total, settled);
  const whole = sum(sizes);
  const fewest = fewestConversions(options, settled, sizes);
  const oneLook = options.sequential === "none" ? undefined : questionsOf(options, settled, "none").total(settled.effect as number);
  return {
    total: whole,
    perArm: sizes,
    ...duration(whole, options),
    ...(fewest === undefined ? {} : { fewestConversions: fewest }),
    ...(oneLook === undefined ? {} : { totalWithOneLook: sum(perArm(oneLook, settled)) }),
  };
}

/** Times the wanted effect that are priced. */
const multiples = [0.5, 0.75, 1, 1.5, 2];

/** What smaller and larger effects would cost, where they are possible. */
export function pricesOf(questions: Questions, options: PowerSettings, settled: Settled): Price[] {
  const { effect, margin, population } = settled;
  if (effect === undefined || margin !== undefined) return [];
  return multiples.flatMap((times) => {
    const level = population.level + times * effect;
    if (options.metric === "proportion" && !(level > 0 && level < 1)) return [];
    const total = questions.total(times * effect);
    if (total === undefined) return [];
    const whole = sum(perArm(total, settled));
    const { weeks } = duration(whole, options);
    return [{ times, effect: effectSize(population, times * effect), total: whole, ...(weeks === undefined ? {} : { weeks }) }];
  });
}
