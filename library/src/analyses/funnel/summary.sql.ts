import { column, join, raw, sql, type Sql } from "../../engine/sql.js";
import { names, type Ways } from "./attempts.sql.js";
import { requiredBefore, requiredSteps, timeColumn, windowMicroseconds } from "./bounds.js";
import type { FunnelInput } from "./plan.js";

/** The most frequent events of the data. */
export const frequentEvents = ({ columns, dialect, source }: FunnelInput, limit: number): Sql => {
  const event = dialect.toText(column(columns.event.name));
  return sql`SELECT ${event} AS event, COUNT(*) AS row_count FROM ${source} WHERE TRIM(${event}) <> '' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${raw(String(limit))}`;
};

/** When the last step before this one was reached that was reached at all. */
const reachedBefore = ({ plan }: Ways, step: number): Sql => {
  const required = plan.order === "any" ? step - 1 : requiredBefore(plan, step);
  const between = Array.from({ length: step - required }, (_, index) => timeColumn(step - 1 - index));
  return sql`COALESCE(${join(between, ", ")})`;
};

/** One row: `n1`, `n2` … units that reached each step, `same2`, `same3` … those that did so at the very time of the step before. */
export function stepCounts(ways: Ways, units: Sql): Sql {
  const steps = ways.plan.steps.map((_, index) => index + 1);
  const counts = steps.map((step) => sql`COUNT(${timeColumn(step)}) AS ${column(`n${step}`)}`);
  const same = steps
    .slice(1)
    .map((step) => sql`COUNT(*) FILTER (WHERE ${timeColumn(step)} = ${reachedBefore(ways, step)}) AS ${column(`same${step}`)}`);
  return sql`SELECT ${join([...counts, ...same], ", ")} FROM ${units} AS units`;
}

/** Which times are summed up: from the step before, from the entry. */
export interface Series {
  readonly step: number;
  readonly from: "previous" | "entry";
  /** Shares (0–1) at which the order statistics for the interval of the median lie. */
  readonly low: number;
  readonly high: number;
}

/** One row per series: `position`, `n`, the sum, the median, the 90 % quantile, the ends of the interval, least and most; microseconds. */
export function timeSummaries(ways: Ways, units: Sql, series: readonly Series[]): Sql {
  const { dialect } = ways;
  const rows = series.map(({ step, from, low, high }, position) => {
    const start = from === "entry" ? raw("t1") : reachedBefore(ways, step);
    const at = (share: number) => dialect.quantile(raw("x"), share);
    return sql`SELECT ${position} AS position, COUNT(*) AS n, CAST(SUM(x) AS DOUBLE) AS total, ${at(0.5)} AS median, ${at(0.9)} AS p90,
      ${at(low)} AS low, ${at(high)} AS high, MIN(x) AS least, MAX(x) AS most
      FROM (SELECT ${timeColumn(step)} - ${start} AS x FROM ${units} AS units WHERE ${timeColumn(step)} IS NOT NULL) AS times`;
  });
  return sql`SELECT * FROM (${join(rows, " UNION ALL ")}) AS series ORDER BY position`;
}

const lastRequired = ({ plan }: Ways): Sql => timeColumn(plan.order === "any" ? plan.steps.length : (requiredSteps(plan).at(-1) ?? 1));

/** Conversion times by bin: `bin` (from 0) and `units`; seconds. */
export const timeBins = (ways: Ways, units: Sql, { from, width }: { readonly from: number; readonly width: number }): Sql => sql`
  SELECT CAST(FLOOR(((${lastRequired(ways)} - t1) / 1e6 - ${from}) / ${width}) AS BIGINT) AS bin, COUNT(*) AS units
  FROM ${units} AS units WHERE ${lastRequired(ways)} IS NOT NULL GROUP BY 1 ORDER BY 1`;

/** One row per day of entry: `day`, `entered`, `converted`, `last_entry` (microseconds). */
export const trend = (ways: Ways, units: Sql): Sql => {
  const day = ways.byDay ? raw("day") : ways.dialect.dayOfMicroseconds(raw("t1"), ways.plan.timeZone);
  return sql`
    SELECT ${ways.dialect.toText(raw("entry_day"))} AS day, COUNT(*) AS entered, COUNT(converted_at) AS converted, MAX(t1) AS last_entry
    FROM (SELECT ${day} AS entry_day, t1, ${lastRequired(ways)} AS converted_at FROM ${units} AS units WHERE t1 IS NOT NULL) AS entries
    GROUP BY entry_day ORDER BY entry_day`;
};

/** One row: units whose window was open when the data ended, and among the others those that entered and converted. */
export const windows = (ways: Ways, units: Sql, end: number): Sql => {
  const closes = sql`t1 + ${windowMicroseconds(ways.plan)}`;
  const converted = lastRequired(ways);
  return sql`
    SELECT COUNT(*) FILTER (WHERE ${closes} > ${end} AND ${converted} IS NULL) AS open,
           COUNT(*) FILTER (WHERE ${closes} <= ${end}) AS closed,
           COUNT(*) FILTER (WHERE ${closes} <= ${end} AND ${converted} IS NOT NULL) AS closed_converted
    FROM ${units} AS units`;
};

/** Columns that tell the units of the chosen ways apart. */
export const unitColumns = ({ plan, stream }: Ways): string[] => [...stream.unit, ...(plan.counts === "events" ? ["i"] : [])];

/** Where units stopped: who, when they entered, and the number of the last step that they reached. */
export function people(ways: Ways, units: Sql): Sql {
  const { plan, dialect, stream } = ways;
  const steps = plan.steps.map((_, index) => index + 1).toReversed();
  const reached = steps.map((step) => sql`WHEN ${timeColumn(step)} IS NOT NULL THEN ${step}`);
  const at = join(
    steps.map((step) => timeColumn(step)),
    ", ",
  );
  const session = stream.unit.includes("s") ? sql`, ${dialect.toText(raw("s"))} AS session` : raw("");
  return sql`SELECT ${dialect.toText(raw("u"))} AS customer${session}, t1 AS entered, COALESCE(${at}) AS last_time,
      CAST(CASE ${join(reached, " ")} END AS INTEGER) AS reached
    FROM ${units} AS units WHERE t1 IS NOT NULL ORDER BY ${names([...stream.unit, "t1"])}`;
}
