import type { Sql } from "../../engine/sql.js";
import { lastDays, rowKinds } from "./activity.sql.js";
import { defineChurn } from "./churn-definition.js";
import { dayNumber, dayText } from "./days.js";
import { historyFeatures, type HistoryFeature } from "./features.js";
import { countedQuantile, summariseGaps, type DayCounts } from "./gaps.js";
import type { HistoryInput } from "./history-input.js";
import { returnCurve } from "./return-curve.js";
import { silences } from "./silences.sql.js";
import { scoringTable, trainingTable } from "./training.sql.js";
import type { ChurnDefinition, GapValues } from "./values.js";

export interface HistoryOptions {
  /** The day that is counted from, `2024-01-31`: rows from it on take no part (default: the day after the last row). */
  readonly asOf?: string | undefined;
  /** The caller's own definition: days of silence after which a customer counts as lost (default: what the data suggest). */
  readonly days?: number | undefined;
  /** Days after a silence in which a return is looked for (default: 90, at most a third of the period). */
  readonly horizonDays?: number | undefined;
  /** Share of returns (0–1) that a definition must stay below (default 0.1). */
  readonly returnLimit?: number | undefined;
}

/** One row per customer as of a day, as one SQL text that can stand in a FROM. */
export interface HistoryTable {
  /** Features know the days before this one. */
  readonly asOf: string;
  /** Columns `customer`, the features, and in a training table `churned` (1 or 0). */
  readonly sql: Sql;
  readonly features: readonly HistoryFeature[];
}

export interface CustomerHistory {
  /** The day that is counted from; the day before it is the last that was watched. */
  readonly asOf: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly rows: { readonly read: number; readonly used: number };
  readonly setAside: readonly { readonly kind: "missing-date" | "missing-customer" | "cancelled" | "after-as-of"; readonly rows: number }[];
  /** Days between the last day with activity and the one before it; a wide gap hints at a wrong date. */
  readonly lastDayGap: number;
  readonly gaps: GapValues;
  readonly definition: ChurnDefinition;
  /** As of the last day whose outcome is fully observed; absent where the period is shorter than the definition. */
  readonly training: HistoryTable | undefined;
  /** As of `asOf`, without an outcome. */
  readonly scoring: HistoryTable;
}

const longestHorizon = 90;
const usualLimit = 0.1;

interface Watched extends Pick<CustomerHistory, "rows" | "setAside" | "lastDayGap"> {
  readonly firstDay: number;
  /** First day that is not watched any more. */
  readonly until: number;
}

type KindRow = { kind: string | null; row_count: number; first_day: number; last_day: number };

/** Which rows count, and over which days; nothing where none does. */
async function watch(input: HistoryInput, asOf: string | undefined): Promise<Watched | CustomerHistory["setAside"]> {
  const asOfDay = asOf === undefined ? undefined : dayNumber(asOf);
  const kinds = (await input.query(rowKinds(input, asOfDay))).objects({ limit: Infinity }) as KindRow[];
  const used = kinds.find(({ kind }) => kind === null);
  const setAside = kinds.flatMap(({ kind, row_count: rows }) =>
    kind === null ? [] : [{ kind, rows }],
  ) as CustomerHistory["setAside"][number][];
  if (!used) return setAside;
  const until = asOfDay ?? used.last_day + 1;
  const [last = 0, before = last] = (await input.query(lastDays(input, until))).array("day") as number[];
  const read = kinds.reduce((sum, { row_count: rows }) => sum + rows, 0);
  return { rows: { read, used: used.row_count }, setAside, lastDayGap: last - before, firstDay: used.first_day, until };
}

/** The counts of one kind, in ascending order of days. */
async function countSilences(input: HistoryInput, until: number, horizonDays: number): Promise<(kind: string) => DayCounts> {
  const found = (await input.query(silences(input, { until, horizonDays }))).objects({ limit: Infinity }) as {
    kind: string;
    days: number;
    silences: number;
  }[];
  return (kind) => found.filter((row) => row.kind === kind);
}

/** Customers are lost after longer than nearly all gaps, but within a third of the period. */
const fallbackDays = (gaps: DayCounts, span: number): number =>
  Math.max(1, Math.min(Math.ceil(gaps.length > 0 ? countedQuantile(gaps, 0.95) : longestHorizon), Math.floor(span / 3)));

/**
 * How often do customers come, when is one lost, and what was known of each of them as of a day?
 *
 * One row of the log is one order, order line or event of a customer. Several rows on one day are one active day. Rows without a customer or a
 * readable date, cancellations (a negative amount or quantity) and rows from `asOf` on take no part and are counted.
 *
 * A definition of churn (days silent) is explicit and judged by the log itself: of all silences that lasted so long and could be watched for
 * the horizon after it, how many ended with a return? Silences of one customer are counted as if they were independent.
 *
 * The training table knows the days before its as-of day only; `churned` comes from the `days` days from that day on, all of them observed.
 * Customers who have been silent longer than `days` on the as-of day are lost already: they are in neither table.
 *
 * @param input as a reduce step gets it; `values.customer` and `values.date` are needed
 * @returns what was found, or only what was set aside when no row can be used
 * @throws RangeError when there is no column for the customer or the date
 *
 * @example
 * const history = await customerHistory({ source, dialect, values, columns, query }, { days: options.days });
 * if (isHistory(history) && history.training) await query(sql`SELECT * FROM (${history.training.sql}) AS training`);
 */
export async function customerHistory(
  input: HistoryInput,
  options: HistoryOptions = {},
): Promise<CustomerHistory | Pick<CustomerHistory, "setAside">> {
  const watched = await watch(input, options.asOf);
  if (!("until" in watched)) return { setAside: watched };
  const { firstDay, until } = watched;
  const span = until - firstDay;
  const horizonDays = options.horizonDays ?? Math.max(1, Math.min(longestHorizon, Math.floor(span / 3)));
  const counts = await countSilences(input, until, horizonDays);
  const total = (kind: string) => counts(kind).reduce((sum, { silences: count }) => sum + count, 0);
  const definition = defineChurn({
    curve: returnCurve({ watched: counts("watched"), from: counts("return-from"), to: counts("return-to") }),
    horizonDays,
    returnLimit: options.returnLimit ?? usualLimit,
    given: options.days,
    fallback: fallbackDays(counts("gap"), span),
  });
  const { days } = definition;
  return {
    asOf: dayText(until),
    period: { from: dayText(firstDay), to: dayText(until - 1) },
    rows: watched.rows,
    setAside: watched.setAside,
    lastDayGap: watched.lastDayGap,
    gaps: summariseGaps(counts("gap"), total("customers"), total("repeat")),
    definition,
    training: until - days > firstDay ? tableAsOf(input, until - days, { days, isTraining: true }) : undefined,
    scoring: tableAsOf(input, until, { days, isTraining: false }),
  };
}

/** Whether any row could be used. */
export const isHistory = (found: CustomerHistory | Pick<CustomerHistory, "setAside">): found is CustomerHistory => "definition" in found;

/**
 * One row per customer as of any day: features from the days before it and, for training, the outcome of the `days` days from it on.
 *
 * @param asOfDay days since 1970-01-01; the outcome is fully observed when `asOfDay + days` is no later than the first unwatched day
 */
export function tableAsOf(input: HistoryInput, asOfDay: number, { days, isTraining }: { days: number; isTraining: boolean }): HistoryTable {
  const features = historyFeatures(input);
  const make = isTraining ? trainingTable : scoringTable;
  const names = features.map(({ name }) => name);
  return { asOf: dayText(asOfDay), sql: make(input, { asOfDay, days }, names), features };
}
