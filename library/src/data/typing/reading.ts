import { raw, sql, type Sql } from "../../engine/sql.js";
import type { ColumnType } from "../dataset.js";

/** One way to read a column of text. It holds for a column only when no value of the whole file fails. */
export interface Reading {
  readonly id: string;
  readonly type: ColumnType;
  /** The typed value of a text. */
  value(text: Sql): Sql;
  /** True where a text that is there does not read this way; short, because every row is asked. */
  fails(text: Sql): Sql;
}

/** What exports write where there is no value. */
export const missingWords = [
  "",
  "-",
  "--",
  "—",
  "NULL",
  "null",
  "NA",
  "na",
  "N/A",
  "n/a",
  "NaN",
  "nan",
  "None",
  "none",
  "\\N",
  "#N/A",
  "无",
];

const missingList = raw(missingWords.map((word) => `'${word}'`).join(", "));

/** The same reading with spaces around a value, and with words that stand for a missing one. */
export function tolerant(reading: Reading): Reading {
  const clean = (text: Sql) => sql`CASE WHEN trim(${text}) IN (${missingList}) THEN NULL ELSE trim(${text}) END`;
  return {
    id: `${reading.id}, missing words`,
    type: reading.type,
    value: (text) => reading.value(clean(text)),
    fails: (text) => sql`CASE WHEN trim(${text}) IN (${missingList}) THEN false ELSE ${reading.fails(sql`trim(${text})`)} END`,
  };
}
