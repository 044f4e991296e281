import type { GapValues } from "./values.js";

/** How many gaps or silences have a length of so many days, in ascending order. */
export type DayCounts = readonly { readonly days: number; readonly silences: number }[];

const shares = { p10: 0.1, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9, p95: 0.95, p99: 0.99 } as const;

/** The value at place `index` (from 0) of the counted values in ascending order. */
function valueAt(counts: DayCounts, index: number): number {
  let before = 0;
  for (const { days, silences } of counts) {
    before += silences;
    if (index < before) return days;
  }
  return counts.at(-1)?.days ?? 0;
}

/** Quantile of type 7 of values that are given by their counts. */
export function countedQuantile(counts: DayCounts, share: number): number {
  const total = counts.reduce((sum, { silences }) => sum + silences, 0);
  const position = share * (total - 1);
  const below = Math.floor(position + 1e-9);
  const [low, high] = [valueAt(counts, below), valueAt(counts, Math.min(below + 1, total - 1))];
  return Math.round((low + Math.max(0, position - below) * (high - low)) * 10) / 10;
}

/** Widths of bins that read well: 1, 2, 5, 7, 14, 30 … days, so that there are no more than 40 of them up to the 99th percentile. */
const binWidth = (longest: number): number => [1, 2, 5, 7, 14, 30, 60, 90, 180, 365].find((width) => longest / width <= 40) ?? 730;

/** Bins of equal width up to the 99th percentile; what is longer stands in a last one. */
function histogram(counts: DayCounts, longest: number): GapValues["histogram"] {
  const width = binWidth(longest);
  const last = Math.floor(longest / width);
  const bins = Array.from({ length: last + 1 }, (_, index) => ({ from: index * width, to: (index + 1) * width, gaps: 0 }));
  const rest = { from: (last + 1) * width, to: (counts.at(-1)?.days ?? 0) + 1, gaps: 0 };
  for (const { days, silences } of counts) (bins[Math.floor(days / width)] ?? rest).gaps += silences;
  return rest.gaps > 0 ? [...bins, rest] : bins;
}

/** Percentiles and histogram of the gaps between active days. */
export function summariseGaps(counts: DayCounts, customers: number, repeatCustomers: number): GapValues {
  const gaps = counts.reduce((sum, { silences }) => sum + silences, 0);
  const who = { customers, repeatCustomers, gaps };
  if (gaps === 0) return { ...who, histogram: [] };
  const percentiles = Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, countedQuantile(counts, share)]));
  return {
    ...who,
    percentiles: percentiles as Record<keyof typeof shares, number>,
    histogram: histogram(counts, countedQuantile(counts, shares.p99)),
  };
}
