import type { Queries } from "../../engine/duckdb-session.js";
import type { QueryOptions, Relation } from "../../engine/engine.js";
import { column, join, raw, sql, type Sql } from "../../engine/sql.js";
import { temporaryName } from "../../engine/temporary-table.js";
import { readingsToTry, textReading } from "./guess.js";
import { diagnose, type Candidate, type Verdict } from "./diagnose.js";
import type { Reading } from "./reading.js";
import { sampleRows } from "./sample-rows.js";

/** Rows of text to be typed. */
export interface TextSource {
  readonly source: Sql;
  readonly names: readonly string[];
  /** The first values of each column, in the order of `names`; a missing one is an empty text. */
  readonly samples: readonly (readonly string[])[];
  /** Columns that are not text in the source or must not change. */
  readonly asTheyAre?: ReadonlySet<string>;
  /** The values came with types, so that text that looks like a number is text. */
  readonly typed?: boolean;
}

export interface TypedTable extends Relation {
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

/** Columns whose rows are marked while the table is made: one bit each of a 64-bit number, and more would take the engine long to plan. */
const mostMarked = 60;

/**
 * Types the columns of a text source into a table, by what holds in all of its rows.
 *
 * The samples suggest a reading; while the table is made, each row marks the readings that it fails. Only when there is such
 * a mark are all rows asked again and the table made a second time, so most files are read once. Of very wide files all rows are asked first.
 */
export async function typedTable(engine: Queries, text: TextSource, options: QueryOptions = {}): Promise<TypedTable> {
  const { source } = text;
  const candidates = candidatesOf(text);
  const isWide = candidates.length > mostMarked;
  const verdicts = await diagnose(engine, { source: isWide ? source : sampleRows(text), candidates }, options);
  const ask = async (names: (name: string) => boolean) => {
    const answers = await diagnose(engine, { source, candidates: candidates.filter(({ name }) => names(name)) }, options);
    for (const [name, verdict] of answers) verdicts.set(name, verdict);
  };
  if (!isWide) await ask((name) => verdicts.get(name)?.isUndecided === true);
  const making: Making = { name: temporaryName(), text, verdicts };
  const failed = await make(engine, making, { ...options, isMarked: !isWide });
  if (failed.size > 0) {
    await ask((name) => failed.has(name));
    await make(engine, making, { ...options, isMarked: false });
  }
  return { name: making.name, verdicts };
}

const candidatesOf = ({ names, samples, asTheyAre, typed }: TextSource): Candidate[] =>
  names
    .map((name, index) => ({ name, readings: asTheyAre?.has(name) ? [] : readingsToTry(name, samples[index] ?? [], typed) }))
    .filter(({ readings }) => readings.length > 0);

interface Making {
  readonly name: Sql;
  readonly text: TextSource;
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

const settled = (verdict: Verdict | undefined): Reading => (!verdict || verdict.isUndecided ? textReading : verdict.reading);

/** Makes the table; gives the columns whose reading some row fails, where rows are marked. */
async function make(
  engine: Queries,
  { name, text: { names, source }, verdicts }: Making,
  { isMarked, ...options }: QueryOptions & { readonly isMarked: boolean },
): Promise<Set<string>> {
  const columns = names.map((columnName) => ({ columnName, reading: settled(verdicts.get(columnName)) }));
  const values = columns.map(({ columnName, reading }) => sql`${reading.value(column(columnName))} AS ${column(columnName)}`);
  const typed = isMarked ? columns.filter(({ reading }) => reading !== textReading) : [];
  const marks = unusedName(names);
  const bits = typed.map(({ columnName, reading }, bit) => {
    const isFailed = sql`${column(columnName)} IS NOT NULL AND (${reading.fails(column(columnName))})`;
    return sql`CASE WHEN ${isFailed} THEN ${raw(String(2n ** BigInt(bit)))} ELSE 0 END::${raw(markType(typed.length))}`;
  });
  const marked = typed.length > 0 ? [sql`${join(bits, " | ")} AS ${column(marks)}`] : [];
  await engine.run(sql`CREATE OR REPLACE TABLE ${name} AS SELECT ${join([...values, ...marked], ", ")} FROM ${source}`, options);
  if (typed.length === 0) return new Set();
  const isSet = typed.map((_, bit) => sql`(bit_or(${column(marks)}) >> ${raw(String(bit))}) & 1 AS ${column(String(bit))}`);
  const found = (await engine.query(sql`SELECT ${join(isSet, ", ")} FROM ${name}`, options)).object() as Record<string, number>;
  await engine.run(sql`ALTER TABLE ${name} DROP COLUMN ${column(marks)}`, options);
  return new Set(typed.filter((_, bit) => found[String(bit)] === 1).map(({ columnName }) => columnName));
}

/** The smallest type with so many bits: the marks of all rows are in memory at once. */
const markType = (bits: number): string => (bits <= 8 ? "UTINYINT" : bits <= 16 ? "USMALLINT" : bits <= 32 ? "UINTEGER" : "UBIGINT");

/** A column name that no column has. */
function unusedName(names: readonly string[]): string {
  let name = "marks";
  while (names.some((other) => other.toLowerCase() === name)) name += "_";
  return name;
}
