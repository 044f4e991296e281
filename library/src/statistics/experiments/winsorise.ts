import { quantile } from "../quantile.js";
import type { Interval } from "../interval.js";

/** How far values may lie out: a percentile (0–1) of all units of all arms together, or a value; the lower end is open unless given. */
export type Capping =
  | { readonly by: "percentile"; readonly high: number; readonly low?: number }
  | { readonly by: "value"; readonly high: number; readonly low?: number };

/**
 * Between which values are units kept? Values further out are set to these ends, not removed.
 *
 * The ends are taken over all arms together, so that they say nothing about the treatment.
 *
 * @param sorted values of all units of all arms in ascending order; not read when the capping is by value
 */
export function cappingEnds(sorted: ArrayLike<number>, { by, high, low }: Capping): Interval {
  if (by === "value") return [low ?? -Infinity, high];
  return [low === undefined ? -Infinity : quantile(sorted, low), quantile(sorted, high)];
}

/** A value brought to the nearer end where it lies outside. */
export const cap = (value: number, [low, high]: Interval): number => Math.min(Math.max(value, low), high);
