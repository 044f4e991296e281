import type { Sql } from "./sql.js";

/** The places where engines differ, as named functions; each gives equal values on every engine. It grows with the analyses. */
export interface Dialect {
  /** Whole days from `from` to `to`, both dates. */
  daysBetween(from: Sql, to: Sql): Sql;
  /** The calendar date of a date or a time stamp. */
  toDate(value: Sql): Sql;
  /** The value as a number; NULL where the text is none. */
  toNumber(value: Sql): Sql;
  toText(value: Sql): Sql;
  /** Aggregate: the value that a share (0–1) of the values lies below, between two values by interpolation (type 7). */
  quantile(value: Sql, share: number): Sql;
}
