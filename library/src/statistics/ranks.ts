/** What rank equal values get: the mean, lowest or highest of their ranks, or ranks in order of appearance. */
export type TieMethod = "average" | "min" | "max" | "first";

/** Positions of the values from lowest to highest; equal values keep their order. */
export function sortedOrder(values: ArrayLike<number>): Uint32Array {
  const order = Uint32Array.from({ length: values.length }, (_, index) => index);
  return order.sort((a, b) => (values[a] as number) - (values[b] as number) || a - b);
}

/**
 * Which place does each value take from the lowest (1) to the highest (n)?
 *
 * @param values numbers, none of them NaN
 * @param ties what equal values get (default "average")
 *
 * Checked: SciPy `rankdata`; "first" is its "ordinal".
 * @example ranks([10, 20, 10], "min") // Float64Array [1, 3, 1]
 */
export function ranks(values: ArrayLike<number>, ties: TieMethod = "average"): Float64Array {
  const order = sortedOrder(values);
  const result = new Float64Array(values.length);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && values[order[end] as number] === values[order[start] as number]) end += 1;
    for (let place = start; place < end; place += 1) result[order[place] as number] = tiedRank(ties, { start, end, place });
    start = end;
  }
  return result;
}

function tiedRank(ties: TieMethod, { start, end, place }: { start: number; end: number; place: number }): number {
  if (ties === "first") return place + 1;
  if (ties === "min") return start + 1;
  return ties === "max" ? end : (start + 1 + end) / 2;
}
