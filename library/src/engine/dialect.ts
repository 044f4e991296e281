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
  /** A date or a time as whole microseconds since 1970 in UTC; times without a zone are taken as UTC. */
  microseconds(time: Sql): Sql;
  /** The calendar date of microseconds since 1970, in a time zone of the IANA list. */
  dayOfMicroseconds(microseconds: Sql, timeZone: string): Sql;
  /**
   * Two relations side by side: each row of `left` as `a`, with the first row of `right` as `e` that has the same keys and whose `t` is not
   * before `from`; NULLs where there is none.
   */
  nextRow(join: { readonly left: Sql; readonly right: Sql; readonly keys: readonly Sql[]; readonly from: Sql }): Sql;
  /** Aggregate: the value that a share (0–1) of the values lies below, between two values by interpolation (type 7). */
  quantile(value: Sql, share: number): Sql;
}
