export type { Dialect } from "./dialect.js";
export { defaultEngine, DuckdbEngine, type DuckdbOptions } from "./duckdb.js";
export type { Queries } from "./duckdb-session.js";
export type { Engine, QueryOptions, Relation } from "./engine.js";
export { column, join, raw, sql, Sql, type SqlValue } from "./sql.js";
export { temporaryTable, type TemporaryTable } from "./temporary-table.js";
