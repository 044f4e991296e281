import { wilsonInterval } from "../../statistics/wilson-interval.js";
import type { EvaluationValues, Measure } from "./values.js";

/** The likeliest group of customers, and what it holds. */
export interface TopGroup {
  /** Share of the customers that were judged (0–1): a tenth, but for rounding. */
  readonly share: number;
  readonly customers: number;
  /** Share of all events that is in the group, Wilson interval over events. */
  readonly gain: Measure;
  /** Rate of the group over the base rate. */
  readonly lift: number;
}

/** The share of all events that some of them are, with its Wilson interval. */
export const gainOf = (events: number, allEvents: number, confidence: number): Measure => ({
  value: allEvents === 0 ? 0 : events / allEvents,
  interval: wilsonInterval(Math.min(events, allEvents), allEvents, confidence),
});

/** What does the tenth of customers with the highest probabilities hold? Nothing where nobody was judged. */
export function topTenth({ deciles, customers, events }: EvaluationValues, confidence: number): TopGroup | undefined {
  const [first] = deciles;
  if (first === undefined || customers === 0 || events === 0) return undefined;
  return {
    share: first.customers / customers,
    customers: first.customers,
    gain: gainOf(first.events, events, confidence),
    lift: first.lift,
  };
}
