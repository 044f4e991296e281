import type { Column } from "../../data/dataset.js";
import { column, join, raw, sql, type Sql } from "../../engine/sql.js";
import type { TableInput } from "./table-input.js";

type Source = Pick<TableInput, "source" | "dialect">;

/** Words that exports write where nothing is known. */
const nothing = ["", "null", "nan", "n/a", "#n/a", "na", "<na>", "undefined"];

/** The value of a column as a text, NULL where nothing is known. */
export function textOf(dialect: Source["dialect"], { name }: Pick<Column, "name">): Sql {
  const text = sql`TRIM(${dialect.toText(column(name))})`;
  const words = join(
    nothing.map((word) => sql`${word}`),
    ", ",
  );
  return sql`CASE WHEN LOWER(${text}) NOT IN (${words}) THEN ${text} END`;
}

/** The different values of a column, the most frequent first; `distinct_values` and `filled` count all of them. */
export const frequentValues = ({ source, dialect }: Source, one: Column, limit: number): Sql => sql`
  SELECT value, value_rows, COUNT(*) OVER () AS distinct_values, SUM(value_rows) OVER () AS filled
  FROM (SELECT ${textOf(dialect, one)} AS value, COUNT(*) AS value_rows FROM ${source} GROUP BY 1) AS counted
  WHERE value IS NOT NULL
  ORDER BY value_rows DESC, value
  LIMIT ${raw(String(limit))}`;

/** The different values of the outcome; more than twenty need not be listed. */
export const outcomeValues = (source: Source, one: Column): Sql => frequentValues(source, one, 20);

/** 0 where a text is NULL, the place of its value in the list counted from 1, or the place after the last for any other value. */
function codeOf(text: Sql, levels: readonly string[]): Sql {
  const cases = levels.map((level, index) => sql`WHEN ${level} THEN ${raw(String(index + 1))}`);
  const other = raw(String(levels.length + 1));
  return sql`CASE WHEN ${text} IS NULL THEN 0 ELSE ${cases.length === 0 ? other : sql`CASE ${text} ${join(cases, " ")} ELSE ${other} END`} END`;
}

/** A number, NULL where it is none or infinite. */
export const numberOf = ({ name }: Pick<Column, "name">): Sql =>
  sql`CASE WHEN ABS(CAST(${column(name)} AS DOUBLE)) < 1e300 THEN CAST(${column(name)} AS DOUBLE) END`;

/** Days since 1970-01-01. */
export const dayOf = ({ dialect }: Source, { name }: Pick<Column, "name">): Sql =>
  dialect.daysBetween(sql`DATE '1970-01-01'`, dialect.toDate(column(name)));

/** How many customers there are, and how many rows have one. */
export const customerCounts = ({ source, dialect }: Source, customer: Column): Sql =>
  sql`SELECT COUNT(*) AS row_count, COUNT(customer) AS filled, COUNT(DISTINCT customer) AS customers
    FROM (SELECT ${textOf(dialect, customer)} AS customer FROM ${source}) AS people`;

/** A value under the name that it gets; a text with levels is read as the place of its level. */
export interface PeopleField {
  readonly name: string;
  readonly value: Sql;
  readonly levels?: readonly string[] | undefined;
}

export interface PeopleQuery {
  readonly customer: Column | undefined;
  /** SQL of the outcome and of each feature, under the names they get. */
  readonly fields: readonly PeopleField[];
  /** Rows that repeat another one in all of these are taken once. */
  readonly once: boolean;
}

/** One row per row of the table, by customer; rows without one take no part. Texts are made once, before they are compared with their levels. */
export function people({ source, dialect }: Source, { customer, fields, once }: PeopleQuery): Sql {
  const raws = join(
    fields.map(({ name, value }) => sql`${value} AS ${column(name)}`),
    ", ",
  );
  const read = join(
    fields.map(({ name, levels }) => (levels ? sql`${codeOf(column(name), levels)} AS ${column(name)}` : column(name))),
    ", ",
  );
  if (!customer) return sql`SELECT ${read} FROM (SELECT ${raws} FROM ${source}) AS people`;
  const order = join([sql`customer`, ...(once ? fields.map(({ name }) => column(name)) : [])], ", ");
  return sql`
    SELECT ${once ? raw("DISTINCT ") : raw("")}customer, ${read}
    FROM (SELECT ${textOf(dialect, customer)} AS customer, ${raws} FROM ${source}) AS people
    WHERE customer IS NOT NULL
    ORDER BY ${order}`;
}
