import type { ColumnTable } from "arquero";
import type { Dialect } from "../../engine/dialect.js";
import type { Sql } from "../../engine/sql.js";

/** A table of customers as SQL reaches it. */
export interface TableInput {
  readonly source: Sql;
  readonly dialect: Dialect;
  /** Rows of the table. */
  readonly rows: number;
  query(sql: Sql): Promise<ColumnTable>;
}
