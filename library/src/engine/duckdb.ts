import { availableParallelism, totalmem } from "node:os";
import { join } from "node:path";
import { DuckDBInstance, type DuckDBConnection, type DuckDBMaterializedResult } from "@duckdb/node-api";
import { table, type ColumnTable } from "arquero";
import { DataError } from "../data-error.js";
import { readColumns } from "./duckdb-columns.js";
import { duckdbDialect } from "./duckdb-dialect.js";
import { interruptible } from "./duckdb-interrupt.js";
import { bindValues } from "./duckdb-parameters.js";
import type { Engine, QueryOptions } from "./engine.js";
import { engineClosed, queryFailed } from "./errors.js";
import type { Sql } from "./sql.js";
import { temporaryFolder } from "./temporary-folder.js";

export interface DuckdbOptions {
  /** A database file; without it the database lives in memory and spills to a temporary folder. */
  path?: string;
  /** Most bytes of memory the engine takes (default: half of the machine's). */
  memoryBytes?: number;
  /** Threads that work on one query (default: the machine's cores). */
  threads?: number;
}

/**
 * DuckDB inside this process. The database opens with the first query; each running query has a connection of its own, so
 * aborting one leaves the others alone. Memory is bounded: what does not fit goes to a temporary folder.
 */
export class DuckdbEngine implements Engine {
  readonly name = "duckdb";
  readonly dialect = duckdbDialect;
  #instance: Promise<DuckDBInstance> | undefined;
  #closed = false;
  readonly #idle: DuckDBConnection[] = [];
  readonly #options: DuckdbOptions;

  constructor(options: DuckdbOptions = {}) {
    this.#options = options;
  }

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

  async close(): Promise<void> {
    this.#closed = true;
    const instance = await this.#instance?.catch(() => undefined);
    this.#idle.splice(0).forEach((connection) => connection.closeSync());
    instance?.closeSync();
    this.#instance = undefined;
  }

  async #execute(sql: Sql, options: QueryOptions): Promise<DuckDBMaterializedResult> {
    if (this.#closed) throw engineClosed({}, { sql: sql.text });
    const connection = this.#idle.pop() ?? (await this.#connect());
    try {
      return await interruptible(connection, options, async () => {
        const statement = await connection.prepare(sql.text);
        try {
          bindValues(statement, sql.values);
          options.signal?.throwIfAborted();
          return await statement.run();
        } finally {
          statement.destroySync();
        }
      });
    } catch (error) {
      if (options.signal?.aborted || error instanceof DataError) throw error;
      const message = error instanceof Error ? error.message : String(error);
      throw queryFailed({ message: firstLine(message) }, { cause: error, sql: sql.text });
    } finally {
      if (this.#closed) connection.closeSync();
      else this.#idle.push(connection);
    }
  }

  async #connect(): Promise<DuckDBConnection> {
    const connection = await (await (this.#instance ??= this.#open())).connect();
    await connection.run("SET enable_progress_bar = true; SET enable_progress_bar_print = false");
    return connection;
  }

  async #open(): Promise<DuckDBInstance> {
    const { path = ":memory:", memoryBytes = totalmem() / 2, threads = availableParallelism() } = this.#options;
    return DuckDBInstance.create(path, {
      memory_limit: `${Math.floor(memoryBytes / 2 ** 20)}MiB`,
      threads: String(threads),
      temp_directory: join(temporaryFolder(), "spill"),
      autoinstall_known_extensions: "false",
    });
  }
}

const firstLine = (message: string) => message.split("\n", 1)[0] ?? message;

let shared: DuckdbEngine | undefined;

/** The engine that this process shares; nothing opens before the first query. */
export const defaultEngine = (): DuckdbEngine => (shared ??= new DuckdbEngine());
