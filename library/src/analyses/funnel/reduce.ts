import type { ColumnTable } from "arquero";
import { nearestName } from "../nearest-name.js";
import { noRows, noUsableRows } from "../errors.js";
import { describeSetAside, inOrderOfKind } from "../set-aside.js";
import { medianRanks } from "../../statistics/median-interval.js";
import type { Sql } from "../../engine/sql.js";
import type { Ways } from "./attempts.sql.js";
import { eventUnknown, stepsMissing, timeZoneUnknown } from "./errors.js";
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
import { eventStream } from "./stream.sql.js";
import { frequentEvents, stepCounts, timeBins, timeSummaries, trend, windows, type Series } from "./summary.sql.js";
import { planBins, type BinPlan } from "./time-bins.js";
import { funnelTitle } from "./title.js";
import { asideCounts, daysOf, filledCounts, plainCounts, rowCounts } from "./usable.sql.js";
import type { SetAside } from "./values.js";
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
export interface ReducedFunnel {
  readonly plan: FunnelPlan;
  readonly rows: { readonly read: number; readonly used: number };
  readonly setAside: readonly SetAside[];
  /** First and last event that counts, in microseconds and as days of the time zone; the end is that of the day counted to where one is given. */
  readonly firstTime: number;
  readonly endTime: number;
  readonly days: readonly [first: string, last: string];
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
  const zoned = checkTimeZone(input);
  const seen = await readOverview(zoned);
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

/** The input with a time zone that the engine knows too. */
function checkTimeZone(input: FunnelInput): FunnelInput {
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: input.options.timeZone }).resolvedOptions();
    return { ...input, options: { ...input.options, timeZone } };
  } catch {
    throw timeZoneUnknown({ timeZone: input.options.timeZone });
  }
}

async function readOverview(input: FunnelInput): Promise<Pick<ReducedFunnel, "rows" | "setAside" | "firstTime" | "endTime" | "days">> {
  const { read, used, firstTime, endTime } = (await countWholeRows(input)) ?? (await countRows(input));
  const { name } = input.dataset.input;
  if (read === 0) throw noRows({ analysis: funnelTitle, name });
  const setAside = used < read ? await readSetAside(input) : [];
  if (used === 0) throw noUsableRows({ analysis: funnelTitle, name, rows: read, reasons: describeSetAside(setAside) });
  const days = (await input.query(daysOf(input, firstTime, endTime))).object() as { first_day: string; last_day: string };
  return { rows: { read, used }, setAside, firstTime, endTime, days: [days.first_day, days.last_day] };
}

type Counted = Readonly<Record<"read" | "used" | "firstTime" | "endTime", number>>;

/** The rows where each of them counts, which is soon seen; nothing where one may not. */
async function countWholeRows(input: FunnelInput): Promise<Counted | undefined> {
  if (input.options.asOf !== undefined) return undefined;
  const {
    read_rows: read = 0,
    least_filled: least = 0,
    first_time: firstTime = 0,
    last_time: endTime = 0,
  } = first(await input.query(plainCounts(input)));
  if (read === 0 || least < read) return undefined;
  for (const counted of filledCounts(input)) {
    if ((first(await input.query(counted))["filled"] ?? 0) < read) return undefined;
  }
  return { read, used: read, firstTime, endTime };
}

async function countRows(input: FunnelInput): Promise<Counted> {
  const {
    read_rows: read = 0,
    used_rows: used = 0,
    first_time: firstTime = 0,
    last_time: endTime = 0,
  } = first(await input.query(rowCounts(input)));
  return { read, used, firstTime, endTime };
}

async function readSetAside(input: FunnelInput): Promise<SetAside[]> {
  const found = (await input.query(asideCounts(input))).objects() as { kind: SetAside["kind"]; row_count: number }[];
  return inOrderOfKind(found.map(({ kind, row_count }) => ({ kind, rows: row_count })));
}

const mostFrequent = async (input: FunnelInput, limit: number): Promise<string[]> =>
  (await input.query(frequentEvents(input, limit))).array("event") as string[];

/** A step that nobody reached may be misspelt: its events must be there at least. */
async function refuseUnknownEvents(input: FunnelInput, { steps, exclusions }: FunnelPlan): Promise<void> {
  const events = await mostFrequent(input, 100_000);
  const known = new Set(events);
  const unknown = [...steps, ...exclusions].find((step) => step.events && !step.events.some((event) => known.has(event)));
  const event = unknown?.events?.[0];
  if (event !== undefined) throw eventUnknown({ event, nearest: nearestName(event, events) ?? "", events: events.slice(0, 5) });
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
