import type { PowerSettings } from "./options/power-options.js";
import type { Questions } from "./plan.js";
import { effectSize, plain, type Settled } from "./settle.js";
import type { Need, Step } from "./values.js";

/** Weeks that are listed at least, and at most. */
const fewestWeeks = 8;
const mostWeeks = 26;
/** Without traffic: shares of the users needed or given that are listed. */
const portions = [0.1, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2];

/** What can be found with so many users. */
export function stepAt({ power, detectable }: Questions, settled: Settled, units: number): Step {
  const { effect, population, margin } = settled;
  const smallest = margin === undefined ? detectable(units) : undefined;
  return {
    units,
    ...(effect === undefined ? {} : { power: plain(power(effect, units)) }),
    ...(smallest === undefined ? {} : { detectable: effectSize(population, smallest) }),
  };
}

/** Users after each week, or parts of the users needed. */
function sizes({ weeklyUnits, weeks, units }: PowerSettings, need: Need | undefined): { week?: number; units: number }[] {
  if (weeklyUnits === undefined) {
    const whole = need?.total ?? units;
    return whole === undefined ? [] : portions.map((portion) => ({ units: Math.max(4, Math.round(whole * portion)) }));
  }
  const last = Math.min(mostWeeks, Math.max(fewestWeeks, weeks ?? 0, (need?.weeks ?? 0) + 2));
  return Array.from({ length: last }, (_, index) => ({ week: index + 1, units: weeklyUnits * (index + 1) })).filter(
    (size) => size.units >= 4,
  );
}

/** What can be found after each week, or with more and more users. */
export const stepsOf = (
  questions: Questions,
  settled: Settled,
  { options, need }: { options: PowerSettings; need: Need | undefined },
): Step[] =>
  sizes(options, need).map(({ week, units }) => ({ ...(week === undefined ? {} : { week }), ...stepAt(questions, settled, units) }));
