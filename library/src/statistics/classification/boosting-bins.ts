import type { Feature } from "../regression/feature.js";
import { makeRandom } from "../../teaching/random.js";

/** Bins of a column: at most 64, bin 0 for values that are not known. */
export interface BinnedColumn {
  readonly bins: Uint8Array;
  readonly count: number;
  /** Ordered bins are cut in two; levels are put in the order of what they go with first. */
  readonly isOrdered: boolean;
}

export const mostBins = 64;
const rowsForEdges = 20_000;

/** Features as bins, the edges of which are quantiles of the rows that are learnt from. */
export const binFeatures = (features: readonly Feature[], rows: Uint32Array): BinnedColumn[] =>
  features.map((feature) => (feature.kind === "number" ? binNumbers(feature.values, rows) : binCodes(feature.codes)));

function binNumbers(values: Float64Array, rows: Uint32Array): BinnedColumn {
  const step = Math.max(1, Math.floor(rows.length / rowsForEdges));
  const known: number[] = [];
  for (let index = 0; index < rows.length; index += step) {
    const value = values[rows[index] as number] as number;
    if (value === value) known.push(value);
  }
  const sorted = Float64Array.from(known).sort();
  const quantiles = Array.from(
    { length: mostBins - 2 },
    (_, index) => sorted[Math.floor(((index + 1) * sorted.length) / (mostBins - 1))] ?? 0,
  );
  const edges = Float64Array.from(new Set(quantiles));
  return {
    bins: Uint8Array.from(values, (value) => (value === value ? 1 + edgesUpTo(edges, value) : 0)),
    count: edges.length + 2,
    isOrdered: true,
  };
}

/** Edges that are not above a value. */
function edgesUpTo(edges: Float64Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const binCodes = (codes: Uint8Array | Uint16Array): BinnedColumn => ({
  bins: Uint8Array.from(codes, (code) => Math.min(code, mostBins - 1)),
  count: mostBins,
  isOrdered: false,
});

/** At most `limit` of the rows that take part, drawn at random where there are more; ascending. */
export function drawRows(include: Uint8Array, limit: number, seed: number): Uint32Array {
  const taken = include.reduce((sum, one) => sum + one, 0);
  const random = makeRandom(seed);
  let [left, open] = [taken, Math.min(limit, taken)];
  const rows = new Uint32Array(open);
  let size = 0;
  for (let row = 0; row < include.length && open > 0; row += 1) {
    if (include[row] === 0) continue;
    if (left === open || random.next() * left < open) {
      rows[size++] = row;
      open -= 1;
    }
    left -= 1;
  }
  return rows;
}
