import type { Queries } from "../../engine/duckdb-session.js";
import type { QueryOptions, Relation } from "../../engine/engine.js";
import { column, join, raw, sql, type Sql } from "../../engine/sql.js";
import { temporaryName } from "../../engine/temporary-table.js";
import { readingsToTry, textReading } from "./guess.js";
import { diagnose, type Verdict } from "./diagnose.js";
import type { Reading } from "./reading.js";

/** Rows of text to be typed. */
export interface TextSource {
  readonly source: Sql;
  readonly names: readonly string[];
  /** A few values of each column, in the order of `names`. */
  readonly samples: readonly (readonly string[])[];
  /** Columns that are not text in the source or must not change. */
  readonly asTheyAre?: ReadonlySet<string>;
  /** The values came with types, so that text that looks like a number is text. */
  readonly typed?: boolean;
}

export interface TypedTable extends Relation {
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

const sampleRows = 1000;
const marksPerColumn = 60;

/**
 * Types the columns of a text source into a table, by what holds in all of its rows.
 *
 * The first rows suggest a reading; while the table is made, each row marks the readings that it fails. Only when there is such
 * a mark are all rows asked again and the table made a second time, so most files are read once.
 */
export async function typedTable(engine: Queries, text: TextSource, options: QueryOptions = {}): Promise<TypedTable> {
  const { source, names } = text;
  const candidates = names
    .map((name, index) => ({
      name,
      readings: text.asTheyAre?.has(name) ? [] : readingsToTry(name, text.samples[index] ?? [], text.typed),
    }))
    .filter(({ readings }) => readings.length > 0);
  const suggested = await diagnose(
    engine,
    { source: sql`(SELECT * FROM ${source} LIMIT ${raw(String(sampleRows))})`, candidates },
    options,
  );
  const open = candidates.filter(({ name }) => suggested.get(name)?.isUndecided);
  const verdicts = new Map([...suggested, ...(await diagnose(engine, { source, candidates: open }, options))]);
  const name = temporaryName();
  const failed = await make(engine, { name, text, verdicts }, options);
  if (failed.size === 0) return { name, verdicts };
  const again = candidates.filter((candidate) => failed.has(candidate.name));
  for (const [failedName, verdict] of await diagnose(engine, { source, candidates: again }, options)) verdicts.set(failedName, verdict);
  await make(engine, { name, text, verdicts }, options);
  return { name, verdicts };
}

interface Making {
  readonly name: Sql;
  readonly text: TextSource;
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

const settled = (verdict: Verdict | undefined): Reading => (!verdict || verdict.isUndecided ? textReading : verdict.reading);

/** Makes the table; gives the columns whose reading some row fails. */
async function make(engine: Queries, { name, text, verdicts }: Making, options: QueryOptions): Promise<Set<string>> {
  const readings = text.names.map((columnName) => settled(verdicts.get(columnName)));
  const values = text.names.map(
    (columnName, index) => sql`${(readings[index] as Reading).value(column(columnName))} AS ${column(columnName)}`,
  );
  const typed = text.names.filter((_, index) => readings[index] !== textReading);
  const groups = Array.from({ length: Math.ceil(typed.length / marksPerColumn) }, (_, group) =>
    typed.slice(group * marksPerColumn, (group + 1) * marksPerColumn),
  );
  const markName = unusedName(text.names);
  const marks = groups.map((group, index) => {
    const bits = group.map((columnName, bit) => {
      const reading = readings[text.names.indexOf(columnName)] as Reading;
      const isFailed = sql`${column(columnName)} IS NOT NULL AND (${reading.fails(column(columnName))})`;
      return sql`CASE WHEN ${isFailed} THEN ${raw(String(2n ** BigInt(bit)))}::BIGINT ELSE 0 END`;
    });
    return sql`${join(bits, " | ")} AS ${column(`${markName}${index}`)}`;
  });
  await engine.run(sql`CREATE OR REPLACE TABLE ${name} AS SELECT ${join([...values, ...marks], ", ")} FROM ${text.source}`, options);
  return failedColumns(engine, { name, groups, markName }, options);
}

async function failedColumns(
  engine: Queries,
  { name, groups, markName }: { name: Sql; groups: readonly (readonly string[])[]; markName: string },
  options: QueryOptions,
): Promise<Set<string>> {
  if (groups.length === 0) return new Set();
  const bits = groups.flatMap((group, index) =>
    group.map((_, bit) => sql`(bit_or(${column(`${markName}${index}`)}) >> ${raw(String(bit))}) & 1 AS ${column(`${index} ${bit}`)}`),
  );
  const found = (await engine.query(sql`SELECT ${join(bits, ", ")} FROM ${name}`, options)).object() as Record<string, number>;
  for (const index of groups.keys()) await engine.run(sql`ALTER TABLE ${name} DROP COLUMN ${column(`${markName}${index}`)}`, options);
  return new Set(groups.flatMap((group, index) => group.filter((_, bit) => found[`${index} ${bit}`] === 1)));
}

/** A prefix for column names that no column has. */
function unusedName(names: readonly string[]): string {
  let prefix = "marks";
  while (names.some((name) => name.toLowerCase().startsWith(prefix))) prefix += "_";
  return prefix;
}
