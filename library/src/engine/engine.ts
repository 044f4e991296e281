import type { ColumnTable } from "arquero";
import type { Dialect } from "./dialect.js";
import type { Sql } from "./sql.js";

export interface QueryOptions {
  /** Aborting cancels the query in the engine; the connection stays usable. */
  signal?: AbortSignal;
  /** Called with a share from 0 to 1 where the engine knows how far it is. */
  onProgress?: (share: number) => void;
}

/** Something that can be queried by name in an engine: a table or a view that Marklab made. */
export interface Relation {
  readonly name: Sql;
}

/**
 * Where data lives and is reduced. `query` gives an Arquero table of plain values: numbers as `number` (typed arrays, missing = NaN),
 * text as `string | null`, booleans as `boolean | null`, dates and times as `Date | null`; never a bigint.
 */
export interface Engine {
  readonly name: "duckdb" | "trino";
  readonly dialect: Dialect;
  query(sql: Sql, options?: QueryOptions): Promise<ColumnTable>;
  /** Runs a statement that returns no rows. */
  run(sql: Sql, options?: QueryOptions): Promise<void>;
  close(): Promise<void>;
}
