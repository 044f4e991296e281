import type { Dialect } from "./dialect.js";
import { join, raw, sql } from "./sql.js";

/** Later than any time in microseconds. */
const never = raw("9223372036854775807");

export const duckdbDialect: Dialect = {
  daysBetween: (from, to) => sql`date_diff('day', CAST(${from} AS DATE), CAST(${to} AS DATE))`,
  toDate: (value) => sql`CAST(${value} AS DATE)`,
  toNumber: (value) => sql`TRY_CAST(${value} AS DOUBLE)`,
  toText: (value) => sql`CAST(${value} AS VARCHAR)`,
  microseconds: (time) => sql`epoch_us(${time})`,
  dayOfMicroseconds: (microseconds, timeZone) =>
    timeZone === "UTC"
      ? sql`CAST(make_timestamp(${microseconds}) AS DATE)`
      : sql`CAST(timezone(${timeZone}, CAST(make_timestamp(${microseconds}) AT TIME ZONE 'UTC' AS TIMESTAMPTZ)) AS DATE)`,
  nextRow: ({ left, right, keys, from }) => {
    const same = join(
      keys.map((key) => sql`a.${key} = e.${key}`),
      " AND ",
    );
    // DuckDB 1.5.5 finds partners for rows that have no time when the tables are large: such rows ask for a time that never comes.
    return sql`${left} AS a ASOF LEFT JOIN ${right} AS e ON ${same} AND e.t >= COALESCE(${from}, ${never})`;
  },
  quantile: (value, share) => sql`quantile_cont(${value}, CAST(${share} AS DOUBLE))`,
};
