import type { Column } from "../../data/dataset.js";
import { column, join, raw, sql, type Sql } from "../../engine/sql.js";
import { isFilled } from "./is-filled.js";
import type { FunnelInput } from "./plan.js";
import type { SetAside } from "./values.js";

/** What makes a row count, by the kind it is set aside as when it does not; the first that fails decides. */
export function demands({ columns, values, dialect, options }: FunnelInput): (readonly [SetAside["kind"], Sql])[] {
  const { customer, event, session } = columns;
  const time = values.date ?? raw("NULL");
  const asOf = options.asOf;
  const list: (readonly [SetAside["kind"], Sql] | undefined)[] = [
    ["missing-date", sql`${time} IS NOT NULL`],
    ["missing-event", isFilled(event)],
    options.counts === "sessions" && session ? ["missing-session", isFilled(session)] : undefined,
    asOf === undefined
      ? undefined
      : ["after-as-of", sql`${dialect.dayOfMicroseconds(dialect.microseconds(time), options.timeZone)} <= CAST(${asOf} AS DATE)`],
    ["missing-customer", isFilled(customer)],
  ];
  return list.filter((demand) => demand !== undefined);
}

const all = (list: ReturnType<typeof demands>): Sql =>
  join(
    list.map(([, demand]) => demand),
    " AND ",
  );

/** A row that lacks nothing. */
export const isUsable = (input: FunnelInput): Sql => all(demands(input));

/** A row that lacks nothing where its event is known to be there: what is a step has one. */
export const isUsableEvent = (input: FunnelInput): Sql => all(demands(input).filter(([kind]) => kind !== "missing-event"));

/** The time of a row in whole microseconds. */
export const timeOf = ({ values, dialect }: FunnelInput): Sql => dialect.microseconds(values.date ?? raw("NULL"));

/** The columns that every row needs. */
const neededColumns = ({ columns, options }: FunnelInput): Column[] => {
  const { customer, event, session } = columns;
  return [customer, event, ...(options.counts === "sessions" && session ? [session] : [])];
};

/**
 * Does every row count? One row: `read_rows`, `least_filled` (the smallest number of values in a needed column), `first_time` and `last_time`.
 * Plain counts, least and most of columns are what engines and files often know without reading the rows.
 */
export const plainCounts = (input: FunnelInput): Sql => {
  const { dialect, source, values } = input;
  const time = values.date ?? raw("NULL");
  const filled = [sql`COUNT(${time})`, ...neededColumns(input).map(({ name }) => sql`COUNT(${column(name)})`)];
  return sql`SELECT COUNT(*) AS read_rows, LEAST(${join(filled, ", ")}) AS least_filled,
    ${dialect.microseconds(sql`MIN(${time})`)} AS first_time, ${dialect.microseconds(sql`MAX(${time})`)} AS last_time FROM ${source}`;
};

/** One row per needed column whose values may be blank texts or no numbers: how many rows (`filled`) surely hold something. */
export function filledCounts(input: FunnelInput): Sql[] {
  const doubtful = neededColumns(input).filter(({ type }) => type === "text" || type === "number");
  return doubtful.map(({ name, type }) => {
    const isSure = type === "text" ? sql`${column(name)} > '!'` : sql`ABS(${column(name)}) < 1e300`;
    return sql`SELECT COUNT(*) AS filled FROM ${input.source} WHERE ${isSure}`;
  });
}

/** One row: rows read and used, and the first and the last time of those used (microseconds). */
export const rowCounts = (input: FunnelInput): Sql => {
  const used = isUsable(input);
  const time = sql`CASE WHEN ${used} THEN ${timeOf(input)} END`;
  return sql`SELECT COUNT(*) AS read_rows, COUNT(*) FILTER (WHERE ${used}) AS used_rows, MIN(${time}) AS first_time, MAX(${time}) AS last_time FROM ${input.source}`;
};

/** Rows that take no part, one row per kind. */
export function asideCounts(input: FunnelInput): Sql {
  const cases = demands(input).map(([kind, demand]) => sql`WHEN NOT COALESCE(${demand}, FALSE) THEN ${raw(`'${kind}'`)}`);
  return sql`SELECT kind, COUNT(*) AS row_count FROM (SELECT CASE ${join(cases, " ")} END AS kind FROM ${input.source}) AS events
    WHERE kind IS NOT NULL GROUP BY kind ORDER BY kind`;
}

/** Events that count by day in UTC: `day` (from 1970) and `events`. */
export const eventsByDay = (input: FunnelInput): Sql => sql`
  SELECT CAST(FLOOR(t / 864e8) AS BIGINT) AS day, COUNT(*) AS events
  FROM (SELECT ${timeOf(input)} AS t FROM ${input.source} WHERE ${isUsable(input)}) AS events GROUP BY 1 ORDER BY 1`;

/** Days in the data's own zone of two times. */
export const daysOf = ({ dialect, options }: FunnelInput, first: number, last: number): Sql => {
  const day = (time: number) => dialect.toText(dialect.dayOfMicroseconds(sql`CAST(${time} AS BIGINT)`, options.timeZone));
  return sql`SELECT ${day(first)} AS first_day, ${day(last)} AS last_day`;
};
