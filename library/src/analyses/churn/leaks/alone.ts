import { binFeatures, mostBins } from "../../../statistics/classification/boosting-bins.js";
import type { Feature } from "../../../statistics/regression/feature.js";

/** Counts of one bin of a column: those with and without the event, by half of the rows. */
interface Counts {
  readonly events: Float64Array;
  readonly rows: Float64Array;
}

const halves = 2;
/** Rows at the base rate that every bin is given, so that a bin of few rows says little. */
const prior = 5;

/**
 * How well does one column alone tell events from others?
 *
 * Each half of the rows is scored by the rates that the other half has in the same bin, so that many levels are not taken for knowledge.
 *
 * @returns area under the curve, 0.5 to 1, ties counted half
 */
export function aucAlone(feature: Feature, outcome: Uint8Array): number {
  const everyRow = Uint32Array.from(outcome.keys());
  const [binned] = binFeatures([feature], everyRow);
  if (!binned) return 0.5;
  const counts: Counts = { events: new Float64Array(halves * mostBins), rows: new Float64Array(halves * mostBins) };
  let total = 0;
  for (let row = 0; row < outcome.length; row += 1) {
    const place = (row % halves) * mostBins + (binned.bins[row] as number);
    counts.rows[place] = (counts.rows[place] as number) + 1;
    counts.events[place] = (counts.events[place] as number) + (outcome[row] as number);
    total += outcome[row] as number;
  }
  const areas = Array.from({ length: halves }, (_, half) => areaOfHalf(counts, half, total / outcome.length));
  return Math.max(0.5, areas.reduce((sum, area) => sum + area, 0) / halves);
}

function areaOfHalf({ events, rows }: Counts, half: number, base: number): number {
  const other = (half + 1) % halves;
  const bins = Array.from({ length: mostBins }, (_, bin) => {
    const seen = other * mostBins + bin;
    const own = half * mostBins + bin;
    const score = ((events[seen] as number) + prior * base) / ((rows[seen] as number) + prior);
    return { score, events: events[own] as number, others: (rows[own] as number) - (events[own] as number) };
  }).sort((one, two) => one.score - two.score);
  let [below, won, allEvents] = [0, 0, 0];
  for (let start = 0; start < bins.length;) {
    let end = start;
    let [tiedEvents, tiedOthers] = [0, 0];
    while (end < bins.length && bins[end]?.score === bins[start]?.score) {
      tiedEvents += bins[end]?.events ?? 0;
      tiedOthers += bins[end]?.others ?? 0;
      end += 1;
    }
    won += tiedEvents * (below + tiedOthers / 2);
    below += tiedOthers;
    allEvents += tiedEvents;
    start = end;
  }
  return allEvents * below === 0 ? 0.5 : won / (allEvents * below);
}
