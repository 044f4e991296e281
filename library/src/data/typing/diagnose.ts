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
  /** The reading that the fewest values fail, when it does not hold. */
  readonly nearest: Reading | undefined;
}

/** Asks rows which readings hold for each column, in one query. */
export async function diagnose(
  engine: Queries,
  { source, candidates }: { source: Sql; candidates: readonly Candidate[] },
  options?: QueryOptions,
): Promise<Map<string, Verdict>> {
  const counts = candidates.flatMap(({ name, readings }, at) =>
    readings.map(
      (reading, index) =>
        sql`count(*) FILTER (WHERE ${column(name)} IS NOT NULL AND (${reading.fails(column(name))})) AS ${column(`${at} ${index}`)}`,
    ),
  );
  if (counts.length === 0) return new Map();
  const failures = (await engine.query(sql`SELECT ${join(counts, ", ")} FROM ${source}`, options)).object() as Record<string, number>;
  return new Map(
    candidates.map(({ name, readings }, at) => [
      name,
      verdict(
        readings,
        readings.map((_, index) => failures[`${at} ${index}`] ?? 0),
      ),
    ]),
  );
}

function verdict(readings: readonly Reading[], failures: readonly number[]): Verdict {
  const holding = readings.filter((_, index) => failures[index] === 0);
  const reading = holding[0] ?? textReading;
  const isUndecided = holding.some(({ id }) => id === swapped(reading));
  const nearest = holding.length > 0 ? undefined : readings[failures.indexOf(Math.min(...failures))];
  return { reading, isUndecided, nearest };
}
