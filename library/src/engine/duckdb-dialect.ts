import type { Dialect } from "./dialect.js";
import { sql } from "./sql.js";

export const duckdbDialect: Dialect = {
  daysBetween: (from, to) => sql`date_diff('day', CAST(${from} AS DATE), CAST(${to} AS DATE))`,
  toDate: (value) => sql`CAST(${value} AS DATE)`,
  toNumber: (value) => sql`TRY_CAST(${value} AS DOUBLE)`,
  toText: (value) => sql`CAST(${value} AS VARCHAR)`,
  quantile: (value, share) => sql`quantile_cont(${value}, CAST(${share} AS DOUBLE))`,
};
