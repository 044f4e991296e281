import type { Column } from "../data/dataset.js";
import type { Dialect } from "../engine/dialect.js";
import { column, join, sql, type Sql } from "../engine/sql.js";

/** What the values of a column must be readable as. */
export type Reading = "date" | "number";

interface Source {
  readonly source: Sql;
  readonly dialect: Dialect;
}

/** A column and what it must be readable as. */
export interface Demand {
  readonly column: Column;
  readonly reading: Reading;
}

/** A text as a time, NULL where it is none; engines also know words such as "epoch" and "today", so a date must begin with a digit. */
export const textAsTime = (text: Sql): Sql => sql`CASE WHEN ${text} >= '0' AND ${text} < ':' THEN TRY_CAST(${text} AS TIMESTAMP) END`;

/** The value as it is read, NULL where it cannot be; only texts are ever tried. */
function read(dialect: Dialect, { column: { name, type }, reading }: Demand): Sql {
  if (type !== "text") return sql`NULL`;
  return reading === "date" ? textAsTime(column(name)) : dialect.toNumber(column(name));
}

const shown = (dialect: Dialect, { column: { name } }: Demand): Sql => sql`NULLIF(TRIM(${dialect.toText(column(name))}), '')`;

/** One row: per column `filled_0`, `readable_0`, … */
export const readableCounts = ({ source, dialect }: Source, demands: readonly Demand[]): Sql => {
  const counts = demands.map(
    (demand, index) =>
      sql`COUNT(${shown(dialect, demand)}) AS ${column(`filled_${index}`)}, COUNT(${read(dialect, demand)}) AS ${column(`readable_${index}`)}`,
  );
  return sql`SELECT ${join(counts, ", ")} FROM ${source}`;
};

/** The first row whose value cannot be read: its number, counted from one, and the value as text. */
export const firstUnreadable = ({ source, dialect }: Source, demand: Demand): Sql => sql`
  SELECT row_number, value
  FROM (SELECT ROW_NUMBER() OVER () AS row_number, ${shown(dialect, demand)} AS value, ${read(dialect, demand)} AS readable FROM ${source}) AS numbered
  WHERE value IS NOT NULL AND readable IS NULL
  ORDER BY row_number
  LIMIT 1`;
