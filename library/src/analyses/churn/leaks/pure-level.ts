import type { Feature } from "../../../statistics/regression/feature.js";
import { wilsonInterval } from "../../../statistics/wilson-interval.js";

/** Customers who share a level, or who all have (or lack) a value. */
export interface PureGroup {
  /** The level; absent for "is filled" and "is not filled". */
  readonly value?: string;
  readonly filled?: boolean;
  readonly customers: number;
  readonly events: number;
}

const leastCustomers = 20;
const pureRate = 0.97;

/** A group is pure when it holds almost nothing but events, which chance would not do: its lower bound lies far above the base rate. */
function isPure(customers: number, events: number, base: number): boolean {
  if (customers < leastCustomers || events / customers < pureRate) return false;
  return wilsonInterval(events, customers)[0] > Math.max(0.8, base + (1 - base) / 2);
}

/** The largest group of a column that holds almost nothing but events: those for whom it is filled, or not filled, or a level. */
export function pureGroups(feature: Feature, outcome: Uint8Array): { filling?: PureGroup; level?: PureGroup } {
  const isCategory = feature.kind === "category";
  const size = isCategory ? feature.levels.length + 2 : 2;
  const rows = new Float64Array(size);
  const events = new Float64Array(size);
  const missing = isCategory ? undefined : feature.missing;
  for (let row = 0; row < outcome.length; row += 1) {
    const code = isCategory ? (feature.codes[row] as number) : missing && missing[row] === 1 ? 0 : 1;
    rows[code] = (rows[code] as number) + 1;
    events[code] = (events[code] as number) + (outcome[row] as number);
  }
  const [allRows, allEvents] = [sum(rows), sum(events)];
  const base = allEvents / allRows;
  const filling = pureFilling({ rows, events, allRows, allEvents, base });
  const levels = isCategory
    ? feature.levels.map((value, index) => ({ value, customers: rows[index + 1] as number, events: events[index + 1] as number }))
    : [];
  const level = levels.filter((one) => isPure(one.customers, one.events, base)).sort((one, other) => other.customers - one.customers)[0];
  return { ...(filling ? { filling } : {}), ...(level ? { level } : {}) };
}

interface Tally {
  readonly rows: Float64Array;
  readonly events: Float64Array;
  readonly allRows: number;
  readonly allEvents: number;
  readonly base: number;
}

function pureFilling({ rows, events, allRows, allEvents, base }: Tally): PureGroup | undefined {
  const [empty, emptyEvents] = [rows[0] as number, events[0] as number];
  if (empty === 0 || empty === allRows) return undefined;
  if (isPure(allRows - empty, allEvents - emptyEvents, base))
    return { filled: true, customers: allRows - empty, events: allEvents - emptyEvents };
  return isPure(empty, emptyEvents, base) ? { filled: false, customers: empty, events: emptyEvents } : undefined;
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
