import { wilsonInterval } from "../../statistics/wilson-interval.js";
import type { DayCounts } from "./gaps.js";
import type { ReturnRow } from "./values.js";

/** Counts of silences as `silences` gives them. */
export interface SilenceCounts {
  readonly watched: DayCounts;
  readonly from: DayCounts;
  readonly to: DayCounts;
}

/**
 * For every number of days silent: how many of the silences that lasted so long ended with a return within the horizon?
 *
 * @returns one row per day from 1 to the longest that could be watched; the first row is day 1
 */
export function returnCurve({ watched, from, to }: SilenceCounts): ReturnRow[] {
  const longest = watched.at(-1)?.days ?? 0;
  const change = new Float64Array(longest + 2);
  let silences = 0;
  for (const { days, silences: count } of from) change[days] = (change[days] as number) + count;
  for (const { days, silences: count } of to) change[days + 1] = (change[days + 1] as number) - count;
  for (const { silences: count } of watched) silences += count;
  const ends = new Map(watched.map(({ days, silences: count }) => [days, count]));
  let returned = 0;
  return Array.from({ length: longest }, (_, index) => {
    const days = index + 1;
    returned += change[days] as number;
    const row = { days, silences, returned, share: returned / silences, interval: wilsonInterval(returned, silences) };
    silences -= ends.get(days) ?? 0;
    return row;
  });
}
