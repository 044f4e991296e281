import { sortNumbers } from "../../statistics/sort-numbers.js";

/** Rows of each group: how many, and their values gathered group by group. */
export const countByGroup = (group: Uint8Array, groups: number): Uint32Array => {
  const counts = new Uint32Array(groups);
  for (const one of group) counts[one] = (counts[one] as number) + 1;
  return counts;
};

/** The sum of the values of each group, added in the order of the rows. */
export function sumByGroup(values: Float64Array, group: Uint8Array, groups: number): Float64Array {
  const sums = new Float64Array(groups);
  for (let row = 0; row < values.length; row += 1) {
    const own = group[row] as number;
    sums[own] = (sums[own] as number) + (values[row] as number);
  }
  return sums;
}

/** The values of each group in ascending order. */
export function sortedByGroup(values: Float64Array, group: Uint8Array, groups: number): Float64Array[] {
  const gathered = Array.from(countByGroup(group, groups), (count) => new Float64Array(count));
  const filled = new Uint32Array(groups);
  for (let row = 0; row < values.length; row += 1) {
    const own = group[row] as number;
    const place = filled[own] as number;
    (gathered[own] as Float64Array)[place] = values[row] as number;
    filled[own] = place + 1;
  }
  return gathered.map(sortNumbers);
}
