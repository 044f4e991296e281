import { crossing, goOn, start, type Bounds, type Continuing } from "./crossing.js";

/** Information fractions of the looks: ascending shares of all the units that are planned, the last usually 1. */
export type Fractions = readonly number[];

/** @throws RangeError when the fractions do not ascend within 0 to 1 */
export function checkFractions(fractions: Fractions): void {
  const isAscending = fractions.every((fraction, look) => fraction > (fractions[look - 1] ?? 0) && fraction <= 1);
  if (fractions.length === 0 || !isAscending)
    throw new RangeError(`information fractions must ascend from above 0 to 1, not ${fractions.join(", ")}.`);
}

/** The same distance between all looks: 1/k, 2/k … 1. */
export const equalFractions = (looks: number): number[] => Array.from({ length: looks }, (_, look) => (look + 1) / looks);

/** How fine the grid at a look must be: the spread of the step after it, on the scale of the look. */
export function finestAfter(fractions: Fractions, look: number): number {
  const [own, next] = [fractions[look] as number, fractions[look + 1]];
  return next === undefined ? 1 : Math.sqrt(next / own - 1);
}

/** Chances of crossing at each look, above and below. */
export interface Exits {
  readonly above: readonly number[];
  readonly below: readonly number[];
}

/**
 * How likely is it that the statistic crosses its bounds at each look?
 *
 * @param bounds one pair per look; an end may be infinite
 * @param drift expected statistic at full information: 0 when there is no effect, effect over its standard error otherwise
 */
export function exits(fractions: Fractions, bounds: readonly Bounds[], drift: number = 0): Exits {
  checkFractions(fractions);
  const above: number[] = [];
  const below: number[] = [];
  let from: Continuing = start;
  fractions.forEach((information, look) => {
    const step = { information, drift };
    const at = bounds[look] as Bounds;
    const exit = crossing(from, step, at);
    above.push(exit.above);
    below.push(exit.below);
    if (look + 1 < fractions.length) from = goOn(from, step, at, finestAfter(fractions, look));
  });
  return { above, below };
}
