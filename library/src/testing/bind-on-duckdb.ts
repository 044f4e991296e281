import { DuckdbEngine } from "../engine/duckdb.js";
import { raw, sql, type Sql } from "../engine/sql.js";

/**
 * Whether the engine accepts a query: `await expectToBind(query, ["CREATE TABLE orders (id VARCHAR, amount DOUBLE)"])`.
 * The tables are made in a database of its own, so that types are checked too; the query is planned, not run.
 *
 * @throws DataError `query-failed` with the engine's reason
 */
export async function expectToBind(query: Sql, tables: readonly string[] = []): Promise<void> {
  const engine = new DuckdbEngine();
  try {
    for (const table of tables) await engine.run(raw(table));
    await engine.query(sql`EXPLAIN ${query}`);
  } finally {
    await engine.close();
  }
}
