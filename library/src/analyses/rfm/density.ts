import type { DensityBin } from "./values.js";

/** Widths of recency bins in days: a day, a week, four weeks and so on. */
const widths = [1, 2, 7, 14, 28, 56, 91, 182, 364];
const mostRecencyBins = 20;

function recencyWidth(longest: number): number {
  const fitting = widths.find((width) => (longest + 1) / width <= mostRecencyBins);
  return fitting ?? Math.ceil((longest + 1) / mostRecencyBins / 364) * 364;
}

/** Lower ends of frequency bins, 1, 2, 3, 4, 6, 8, 12, 16 …: two per doubling. */
function frequencyEdges(most: number): number[] {
  const edges = [1];
  for (let edge = 2; (edges.at(-1) as number) <= most; edge *= 2) edges.push(edge, edge * 1.5);
  return edges.filter((_, index) => index === 0 || (edges[index - 1] as number) <= most);
}

/**
 * How many customers lie in each bin of recency and frequency; bins without customers are left out.
 *
 * Recency bins have one width, frequency bins are logarithmic; both read as [from, to).
 */
export function densityBins(recencyDays: Float64Array, frequencies: Float64Array): DensityBin[] {
  const longest = recencyDays.reduce((high, days) => Math.max(high, days), 0);
  const width = recencyWidth(longest);
  const edges = frequencyEdges(frequencies.reduce((high, frequency) => Math.max(high, frequency), 1));
  const rows = edges.length - 1;
  const counts = new Uint32Array((Math.floor(longest / width) + 1) * rows);
  for (let index = 0; index < recencyDays.length; index += 1) {
    const bin = Math.floor((recencyDays[index] as number) / width) * rows + binOf(edges, frequencies[index] as number);
    counts[bin] = (counts[bin] as number) + 1;
  }
  return Array.from(counts, (customers, bin): DensityBin => {
    const column = Math.floor(bin / rows);
    const row = bin % rows;
    return {
      recencyDays: [column * width, (column + 1) * width],
      frequency: [edges[row] as number, edges[row + 1] as number],
      customers,
    };
  }).filter(({ customers }) => customers > 0);
}

/** Position of the last edge that is not above the value. */
function binOf(edges: readonly number[], value: number): number {
  let bin = 0;
  while (bin + 2 < edges.length && value >= (edges[bin + 1] as number)) bin += 1;
  return bin;
}
