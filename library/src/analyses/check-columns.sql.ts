import type { Dialect } from "../engine/dialect.js";
import { column, join, sql, type Sql } from "../engine/sql.js";

interface Source {
  readonly source: Sql;
  readonly dialect: Dialect;
}

/** A column by its name, and its value as it is read: NULL where it cannot be. */
export interface ReadColumn {
  readonly name: string;
  readonly value: Sql;
}

const shown = (dialect: Dialect, { name }: ReadColumn): Sql => sql`NULLIF(TRIM(${dialect.toText(column(name))}), '')`;

/** One row: per column `filled_0`, `readable_0`, … */
export const readableCounts = ({ source, dialect }: Source, columns: readonly ReadColumn[]): Sql => {
  const counts = columns.map(
    (one, index) =>
      sql`COUNT(${shown(dialect, one)}) AS ${column(`filled_${index}`)}, COUNT(${one.value}) AS ${column(`readable_${index}`)}`,
  );
  return sql`SELECT ${join(counts, ", ")} FROM ${source}`;
};

/** The first row whose value cannot be read: its number, counted from one, and the value as text. */
export const firstUnreadable = ({ source, dialect }: Source, one: ReadColumn): Sql => sql`
  SELECT row_number, value
  FROM (SELECT ROW_NUMBER() OVER () AS row_number, ${shown(dialect, one)} AS value, ${one.value} AS readable FROM ${source}) AS numbered
  WHERE value IS NOT NULL AND readable IS NULL
  ORDER BY row_number
  LIMIT 1`;
