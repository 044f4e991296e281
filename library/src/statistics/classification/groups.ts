import { defaultConfidence } from "../interval.js";
import { wilsonInterval } from "../wilson-interval.js";
import type { Measured } from "./auc.js";
import { eventsWithin, scoreAt, type Ranking } from "./ranking.js";

/** A group of rows by their score. */
export interface RankedGroup {
  readonly id: string;
  readonly customers: number;
  readonly events: number;
  readonly rate: Measured;
  readonly lift: number;
  readonly cumulativeGain: number;
  readonly cumulativeLift: number;
  readonly threshold: number;
}

/**
 * How many events does each slice of the list hold, from the highest scores down?
 *
 * @param shares size of each slice as a share of the rows, adding up to 1
 * @returns rows and events of each slice; rows that tie across a border are shared out, so that events need not be whole
 */
export function rankedGroups(
  ranking: Ranking,
  shares: readonly { readonly id: string; readonly share: number }[],
  confidence: number = defaultConfidence,
): RankedGroup[] {
  const base = ranking.events / ranking.rows;
  let reached = 0;
  let before = { rows: 0, events: 0 };
  return shares.flatMap(({ id, share }) => {
    reached += share;
    const rows = Math.round(reached * ranking.rows);
    const events = eventsWithin(ranking, rows);
    const customers = rows - before.rows;
    const own = Math.min(customers, Math.max(0, events - before.events));
    before = { rows, events };
    if (customers === 0) return [];
    const value = own / customers;
    return {
      id,
      customers,
      events: own,
      rate: { value, interval: wilsonInterval(own, customers, confidence) },
      lift: value / base,
      cumulativeGain: events / ranking.events,
      cumulativeLift: events / rows / base,
      threshold: scoreAt(ranking, rows),
    };
  });
}

/** Points of a curve over all rows, at most 101 and evenly spread. */
const curvePoints = 100;

const steps = (rows: number): number[] =>
  Array.from({ length: Math.min(rows, curvePoints) + 1 }, (_, index) => index / Math.min(rows, curvePoints));

/** Share of all events within the best share of the rows. */
export const gainCurve = (ranking: Ranking): { share: number; gain: number }[] =>
  steps(ranking.rows).map((share) => ({ share, gain: eventsWithin(ranking, share * ranking.rows) / ranking.events }));

/** Share of the events above a threshold against the share of other rows above it. */
export const rocCurve = (ranking: Ranking): { falsePositive: number; truePositive: number }[] =>
  steps(ranking.rows).map((share) => {
    const events = eventsWithin(ranking, share * ranking.rows);
    return { falsePositive: (share * ranking.rows - events) / (ranking.rows - ranking.events), truePositive: events / ranking.events };
  });
