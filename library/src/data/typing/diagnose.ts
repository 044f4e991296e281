import type { Queries } from "../../engine/duckdb-session.js";
import type { QueryOptions } from "../../engine/engine.js";
import { column, join, raw, sql, type Sql } from "../../engine/sql.js";
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
const fewShares = { date: 0.2, timestamp: 0.2, boolean: 0.2, number: 0.01, integer: 0.01, text: 0, other: 0 };

/** Whether so few values fail a reading that the column nearly has its type. */
export const isFew = ({ type }: Reading, failed: number, present: number): boolean => failed <= Math.max(1, fewShares[type] * present);

interface Question {
  /** Rows of text. */
  readonly source: Sql;
  readonly candidates: readonly Candidate[];
}

/** Asks rows which readings hold for each column; columns that have the same candidates are asked together. */
export async function diagnose(engine: Queries, { source, candidates }: Question, options?: QueryOptions): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  for (const [readings, members] of alike(candidates)) {
    const columns = join(
      members.map(({ name }) => column(name)),
      ", ",
    );
    const counts = readings.map((reading, index) => sql`count(*) FILTER (WHERE ${reading.fails(raw("value"))}) AS ${column(`${index}`)}`);
    const found = await engine.query(
      sql`SELECT name, count(*) AS present, ${join(counts, ", ")}
        FROM (UNPIVOT (SELECT ${columns} FROM ${source}) ON ${columns} INTO NAME name VALUE value) GROUP BY name`,
      options,
    );
    const answers = found.objects() as (Record<string, number> & { name: string; present: number })[];
    const byName = new Map(answers.map((answer) => [answer.name, answer]));
    for (const { name } of members) {
      const answer = byName.get(name);
      const failures = readings.map((_, index) => answer?.[String(index)] ?? 0);
      verdicts.set(name, verdict(readings, failures, answer?.present ?? 0));
    }
  }
  return verdicts;
}

function alike(candidates: readonly Candidate[]): Map<readonly Reading[], Candidate[]> {
  const groups = new Map<readonly Reading[], Candidate[]>();
  for (const candidate of candidates) groups.set(candidate.readings, [...(groups.get(candidate.readings) ?? []), candidate]);
  return groups;
}

function verdict(readings: readonly Reading[], failures: readonly number[], present: number): Verdict {
  const holding = readings.filter((_, index) => failures[index] === 0);
  const reading = holding[0] ?? textReading;
  const isUndecided = holding.some(({ id }) => id === swapped(reading));
  const fewest = Math.min(...failures);
  const best = readings[failures.indexOf(fewest)];
  const nearest = holding.length === 0 && best && isFew(best, fewest, present) ? best : undefined;
  return { reading, isUndecided, nearest };
}
