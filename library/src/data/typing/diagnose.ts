import type { Queries } from "../../engine/duckdb-session.js";
import type { QueryOptions } from "../../engine/engine.js";
import { column, join, sql, type Sql } from "../../engine/sql.js";
import { swapped } from "./date-readings.js";
import { textReading } from "./guess.js";
import type { Reading } from "./reading.js";

/** A column of text and the readings that may hold for it. */
export interface Candidate {
  readonly name: string;
  readonly readings: readonly Reading[];
}

/** What the rows say about one column. */
export interface Verdict {
  /** The first reading that no value fails; text when there is none. */
  readonly reading: Reading;
  /** Day and month could be either way round. */
  readonly isUndecided: boolean;
  /** The reading that only a few values fail, when none holds. */
  readonly nearest: Reading | undefined;
}

/** Values that fail a reading are few up to this share: a date column may hold stray words, a number column is rather one of codes. */
const few = { date: 0.2, timestamp: 0.2, boolean: 0.2, number: 0.01, integer: 0.01, text: 0, other: 0 };

/** Asks rows which readings hold for each column, in one query. */
export async function diagnose(
  engine: Queries,
  { source, candidates }: { source: Sql; candidates: readonly Candidate[] },
  options?: QueryOptions,
): Promise<Map<string, Verdict>> {
  if (candidates.length === 0) return new Map();
  const counts = candidates.flatMap(({ name, readings }, at) => [
    sql`count(${column(name)}) AS ${column(`${at}`)}`,
    ...readings.map(
      (reading, index) =>
        sql`count(*) FILTER (WHERE ${column(name)} IS NOT NULL AND (${reading.fails(column(name))})) AS ${column(`${at} ${index}`)}`,
    ),
  ]);
  const found = (await engine.query(sql`SELECT ${join(counts, ", ")} FROM ${source}`, options)).object() as Record<string, number>;
  const count = (key: string) => found[key] ?? 0;
  return new Map(
    candidates.map(({ name, readings }, at) => {
      const failures = readings.map((_, index) => count(`${at} ${index}`));
      return [name, verdict(readings, failures, count(`${at}`))];
    }),
  );
}

function verdict(readings: readonly Reading[], failures: readonly number[], present: number): Verdict {
  const holding = readings.filter((_, index) => failures[index] === 0);
  const reading = holding[0] ?? textReading;
  const isUndecided = holding.some(({ id }) => id === swapped(reading));
  const fewest = Math.min(...failures);
  const best = readings[failures.indexOf(fewest)];
  const nearest = holding.length === 0 && best && fewest <= Math.max(1, few[best.type] * present) ? best : undefined;
  return { reading, isUndecided, nearest };
}
