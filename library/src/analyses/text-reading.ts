import type { ColumnTable } from "arquero";
import { swapped } from "../data/typing/date-readings.js";
import { readingsToTry } from "../data/typing/guess.js";
import type { Reading } from "../data/typing/reading.js";
import type { ColumnType } from "../data/dataset.js";
import { column, join, sql, type Sql } from "../engine/sql.js";

const sampleRows = 1000;

/** A text as a time, NULL where it is none; engines also know words such as "epoch" and "today", so a date must begin with a digit. */
const isoTime = (text: Sql): Sql => sql`CASE WHEN ${text} >= '0' AND ${text} < ':' THEN TRY_CAST(${text} AS TIMESTAMP) END`;

/** What a text must be read as: a way that needs no look at the data, and the types that count as it. */
export const textReadings = {
  date: { plain: isoTime, types: ["date", "timestamp"] },
  number: { plain: (text: Sql) => sql`TRY_CAST(${text} AS DOUBLE)`, types: ["number", "integer"] },
} as const satisfies Record<string, { plain: (text: Sql) => Sql; types: readonly ColumnType[] }>;

interface TextColumn {
  readonly source: Sql;
  readonly name: string;
  readonly as: keyof typeof textReadings;
  readonly query: (sql: Sql) => Promise<ColumnTable>;
}

/**
 * How a column of text that is nearly dates or nearly numbers is read: the way of writing that the fewest values fail. Those give NULL.
 *
 * Day and month that could be either way round are not read at all.
 */
export async function readText({ source, name, as, query }: TextColumn): Promise<Sql> {
  const text = column(name);
  const { plain, types } = textReadings[as];
  const sampled = await query(sql`SELECT ${text} AS value FROM ${source} WHERE ${text} IS NOT NULL LIMIT ${sampleRows}`);
  const tried = readingsToTry(name, (sampled.array("value") as unknown[]).map(String)).filter(({ type }) =>
    (types as readonly ColumnType[]).includes(type),
  );
  if (tried.length === 0) return plain(text);
  const counts = tried.map((reading, index) => sql`COUNT(*) FILTER (WHERE ${reading.fails(text)}) AS ${column(`failed_${index}`)}`);
  const found = (await query(sql`SELECT ${join(counts, ", ")} FROM ${source} WHERE ${text} IS NOT NULL`)).object() as Record<
    string,
    number
  >;
  const failures = tried.map((_, index) => found[`failed_${index}`] ?? 0);
  const best = tried[failures.indexOf(Math.min(...failures))] as Reading;
  const rival = tried.findIndex(({ id }) => id === swapped(best));
  const isUndecided = rival >= 0 && failures[rival] === Math.min(...failures);
  return isUndecided ? plain(text) : sql`CASE WHEN NOT (${best.fails(text)}) THEN ${best.value(text)} END`;
}
