import type { Feature } from "../regression/feature.js";

const binCount = 10;
/** Counted in every bin, so that an empty one does not make the index infinite. */
const prior = 0.5;

/**
 * How far has a column moved between two sets of rows?
 *
 * @returns the population stability index: 0 for the same distribution; below 0.1 counts as stable, above 0.25 as moved
 *
 * Method: Σ (q − p) · ln(q / p) over ten bins of equal size of the first set (levels of a category), values that are not known apart.
 */
export function stabilityIndex(before: Feature, after: Feature): number {
  const [p, q] =
    before.kind === "number" && after.kind === "number" ? numberShares(before.values, after.values) : levelShares(before, after);
  return p.reduce((sum, share, bin) => sum + ((q[bin] as number) - share) * Math.log((q[bin] as number) / share), 0);
}

function numberShares(before: Float64Array, after: Float64Array): [Float64Array, Float64Array] {
  const sorted = before.filter((value) => value === value).sort();
  const edges = [
    ...new Set(Array.from({ length: binCount - 1 }, (_, index) => sorted[Math.floor(((index + 1) * sorted.length) / binCount)] ?? 0)),
  ];
  const binOf = (value: number) => (value === value ? 1 + edges.filter((edge) => value >= edge).length : 0);
  return [shares(before, binOf, edges.length + 2), shares(after, binOf, edges.length + 2)];
}

function levelShares(before: Feature, after: Feature): [Float64Array, Float64Array] {
  if (before.kind !== "category" || after.kind !== "category") return [new Float64Array(), new Float64Array()];
  const bins = before.levels.length + 2;
  return [shares(before.codes, (code) => code, bins), shares(after.codes, (code) => code, bins)];
}

function shares(values: ArrayLike<number>, binOf: (value: number) => number, bins: number): Float64Array {
  const counts = new Float64Array(bins).fill(prior);
  for (let row = 0; row < values.length; row += 1) {
    const bin = binOf(values[row] as number);
    counts[bin] = (counts[bin] as number) + 1;
  }
  return counts.map((count) => count / (values.length + prior * bins));
}
