import type { DuckDBConnection, DuckDBMaterializedResult } from "@duckdb/node-api";
import { table, type ColumnTable } from "arquero";
import { readColumns } from "./duckdb-columns.js";
import { interruptible } from "./duckdb-interrupt.js";
import { bindValues } from "./duckdb-parameters.js";
import type { Engine, QueryOptions } from "./engine.js";
import { queryFailed } from "./errors.js";
import type { Sql } from "./sql.js";

/** What runs queries: an engine, or one connection of it. */
export type Queries = Pick<Engine, "query" | "run">;

/** One connection: its queries run one after the other and share what the engine keeps for a connection. */
export class DuckdbSession implements Queries {
  constructor(readonly connection: DuckDBConnection) {}

  async query(sql: Sql, options: QueryOptions = {}): Promise<ColumnTable> {
    const result = await this.#execute(sql, options);
    const chunks = Array.from({ length: result.chunkCount }, (_, index) => result.getChunk(index));
    const names = result.deduplicatedColumnNames();
    const columns = readColumns(result, chunks);
    return table(
      names.map((name, index) => [name, columns[index] as unknown[]] as const),
      names,
    );
  }

  async run(sql: Sql, options: QueryOptions = {}): Promise<void> {
    await this.#execute(sql, options);
  }

  async #execute(sql: Sql, options: QueryOptions): Promise<DuckDBMaterializedResult> {
    try {
      return await interruptible(this.connection, options, () => this.#runStatement(sql, options));
    } catch (error) {
      if (options.signal?.aborted) throw error;
      const message = error instanceof Error ? error.message : String(error);
      throw queryFailed({ message: message.split("\n", 1)[0] ?? message }, { cause: error, sql: sql.text });
    }
  }

  async #runStatement(sql: Sql, { signal }: QueryOptions): Promise<DuckDBMaterializedResult> {
    const statement = await this.connection.prepare(sql.text);
    try {
      bindValues(statement, sql.values);
      signal?.throwIfAborted();
      return await statement.run();
    } finally {
      statement.destroySync();
    }
  }
}
