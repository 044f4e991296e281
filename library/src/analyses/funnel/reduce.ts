import type { ColumnTable } from "arquero";
import { medianRanks } from "../../statistics/median-interval.js";
import type { Sql } from "../../engine/sql.js";
import type { Ways } from "./attempts.sql.js";
import { stepsMissing } from "./errors.js";
import { findWays } from "./find-ways.js";
import { planFunnel, type FunnelInput, type FunnelPlan } from "./plan.js";
import {
  readComparedValues,
  readGroups,
  readPeople,
  readQuality,
  readValue,
  type GroupRow,
  type OutcomeColumn,
  type People,
  type QualityFacts,
  type ValueSums,
} from "./read-details.js";
import { mostFrequent, readRows, refuseUnknownEvents, withTimeZone, type SeenRows } from "./read-rows.js";
import { eventStream } from "./stream.sql.js";
import { stepCounts, timeBins, timeSummaries, trend, windows, type Series } from "./summary.sql.js";
import { planBins, type BinPlan } from "./time-bins.js";
import { withWorkspace, type Workspace } from "./workspace.js";

/** Times of one step from the step before or from the entry, in microseconds. */
export interface TimeRow extends Series {
  readonly n: number;
  readonly total: number;
  readonly median: number;
  readonly p90: number;
  readonly lowTime: number;
  readonly highTime: number;
  readonly hasInterval: boolean;
}

/** One day of entries. */
export interface TrendRow {
  readonly day: string;
  readonly entered: number;
  readonly converted: number;
  /** Microseconds of the last entry of the day. */
  readonly last_entry: number;
}

/** The events as a funnel: small tables, one row per step, day, group or bin. */
export interface ReducedFunnel extends SeenRows {
  readonly plan: FunnelPlan;
  readonly counts: readonly number[];
  /** Units that reached a step at the very time of the step before. */
  readonly sameTime: readonly number[];
  readonly excluded: number;
  readonly times: readonly TimeRow[];
  readonly bins: { readonly plan: BinPlan; readonly counts: readonly number[] } | undefined;
  readonly trend: readonly TrendRow[];
  readonly windows: { readonly open: number; readonly closed: number; readonly closedConverted: number };
  readonly groups: { readonly rows: readonly GroupRow[]; readonly distinct: number } | undefined;
  readonly value: ValueSums | undefined;
  readonly valueColumn: string | undefined;
  readonly outcomes: readonly OutcomeColumn[] | undefined;
  readonly people: People | undefined;
  /** Absent where there are too many rows to look. */
  readonly quality: QualityFacts | undefined;
}

const first = (table: ColumnTable): Record<string, number> => table.object() as Record<string, number>;

/**
 * Reduces events to the steps of a funnel; only the query results come into JavaScript.
 *
 * @throws DataError `no-rows`, `no-usable-rows`, `steps-missing`, `event-unknown`, `exclusion-outside`, `time-zone-unknown`, `group-unknown` …
 */
export async function reduceEvents(input: FunnelInput): Promise<ReducedFunnel> {
  const zoned = withTimeZone(input);
  const seen = await readRows(zoned);
  const given = input.options.steps ?? [];
  if (given.length === 0) throw stepsMissing({ events: await mostFrequent(zoned, 8) });
  const plan = planFunnel(zoned, given);
  return withWorkspace(input.query, async (workspace) => {
    const stream = await eventStream(zoned, plan, workspace);
    const ways: Ways = { plan, stream, dialect: input.dialect, byDay: false };
    const { units, excluded } = await findWays(ways, workspace);
    const counted = await readCounts(input, ways, units);
    if (counted.counts.includes(0)) await refuseUnknownEvents(zoned, plan);
    return {
      plan,
      ...seen,
      ...counted,
      excluded: excluded ? (first(await input.query(excluded))["excluded"] ?? 0) : 0,
      ...(await readTimes(input, ways, { units, counts: counted.counts })),
      trend: await readTrend(input, ways, { units, workspace }),
      windows: await readWindows(input, ways, { units, end: seen.endTime }),
      groups: await readGroups(zoned, ways, { units, workspace }),
      value: await readValue(zoned, ways, units),
      valueColumn: input.columns.amount?.name,
      outcomes: await readComparedValues(zoned, ways, { units, entered: counted.counts[0] ?? 0, rows: seen.rows.read }),
      people: await readPeople(zoned, ways, { units, entered: counted.counts[0] ?? 0 }),
      quality: await readQuality(zoned, ways, { units, rows: seen.rows.read }),
    };
  });
}

async function readCounts({ query }: FunnelInput, ways: Ways, units: Sql): Promise<Pick<ReducedFunnel, "counts" | "sameTime">> {
  const row = first(await query(stepCounts(ways, units)));
  const numbers = (name: string) => ways.plan.steps.map((_, index) => row[`${name}${index + 1}`] ?? 0);
  return { counts: numbers("n"), sameTime: numbers("same") };
}

async function readTimes(
  { query, options }: FunnelInput,
  ways: Ways,
  { units, counts }: { readonly units: Sql; readonly counts: readonly number[] },
): Promise<Pick<ReducedFunnel, "times" | "bins">> {
  const series = counts.flatMap((count, index): (Series & { readonly hasInterval: boolean })[] => {
    if (index === 0 || count === 0) return [];
    const ranks = medianRanks(count);
    const [low, high] = ranks ?? [0.5, 0.5];
    const froms = ["previous", "entry"] as const;
    return froms.map((from) => ({ step: index + 1, from, low, high, hasInterval: ranks !== undefined }));
  });
  if (series.length === 0) return { times: [], bins: undefined };
  const rows = (await query(timeSummaries(ways, units, series))).objects() as Record<string, number>[];
  const times = series.map((one, position): TimeRow & { least: number; most: number } => {
    const { n = 0, total = 0, median = 0, p90 = 0, low = 0, high = 0, least = 0, most = 0 } = rows[position] ?? {};
    return { ...one, n, total, median, p90, lowTime: low, highTime: high, least, most };
  });
  const last = ways.plan.order === "any" ? counts.length : ways.plan.steps.findLastIndex(({ isOptional }) => !isOptional) + 1;
  const whole = times.find(({ step, from }) => step === last && from === "entry");
  if (!whole) return { times, bins: undefined };
  const plan = planBins({ n: whole.n, least: whole.least / 1e6, most: whole.most / 1e6 }, options.bins);
  const found = (await query(timeBins(ways, units, plan))).objects() as { bin: number; units: number }[];
  const filled = Array.from({ length: plan.count }, (_, bin) => found.find((one) => one.bin === bin)?.units ?? 0);
  return { times, bins: { plan, counts: filled } };
}

/** The daily line: of the funnel as it is, or of a funnel of its own on every day. */
async function readTrend(
  { query }: FunnelInput,
  ways: Ways,
  { units, workspace }: { readonly units: Sql; readonly workspace: Workspace },
): Promise<TrendRow[]> {
  const isSeparate = ways.plan.rules.dailyLine === "separate" && ways.plan.counts !== "events";
  const daily = isSeparate ? { ...ways, byDay: true } : ways;
  const rows = isSeparate ? (await findWays(daily, workspace)).units : units;
  return (await query(trend(daily, rows))).objects({ limit: Infinity }) as TrendRow[];
}

async function readWindows(
  { query }: FunnelInput,
  ways: Ways,
  { units, end }: { units: Sql; end: number },
): Promise<ReducedFunnel["windows"]> {
  const { open = 0, closed = 0, closed_converted: closedConverted = 0 } = first(await query(windows(ways, units, end)));
  return { open, closed, closedConverted };
}
