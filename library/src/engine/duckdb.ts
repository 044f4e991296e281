import { availableParallelism, totalmem } from "node:os";
import { DuckDBInstance } from "@duckdb/node-api";
import type { ColumnTable } from "arquero";
import { duckdbDialect } from "./duckdb-dialect.js";
import { DuckdbSession, type Queries } from "./duckdb-session.js";
import type { Engine, QueryOptions } from "./engine.js";
import { engineClosed } from "./errors.js";
import type { Sql } from "./sql.js";
import { spillFolder } from "./temporary-folder.js";

export interface DuckdbOptions {
  /** A database file; without it the database lives in memory and spills to a temporary folder. */
  readonly path?: string;
  /** Most bytes of memory the engine takes (default: half of the machine's). */
  readonly memoryBytes?: number;
  /** Threads that work on one query (default: the machine's cores). */
  readonly threads?: number;
}

/**
 * DuckDB inside this process. The database opens with the first query; each running query has a connection of its own, so
 * aborting one leaves the others alone. Memory is bounded: what does not fit goes to a temporary folder.
 */
export class DuckdbEngine implements Engine {
  readonly name = "duckdb";
  readonly dialect = duckdbDialect;
  #instance: Promise<DuckDBInstance> | undefined;
  #isClosed = false;
  readonly #idle: DuckdbSession[] = [];
  readonly #options: DuckdbOptions;

  constructor(options: DuckdbOptions = {}) {
    this.#options = options;
  }

  query(sql: Sql, options?: QueryOptions): Promise<ColumnTable> {
    return this.session((session) => session.query(sql, options));
  }

  run(sql: Sql, options?: QueryOptions): Promise<void> {
    return this.session((session) => session.run(sql, options));
  }

  /** Work on one connection, for what the engine keeps by connection, such as the rows that a read of a file rejected. */
  async session<Value>(work: (session: Queries) => Promise<Value>): Promise<Value> {
    if (this.#isClosed) throw engineClosed({});
    const session = this.#idle.pop() ?? (await this.#connect());
    try {
      return await work(session);
    } finally {
      if (this.#isClosed) session.connection.closeSync();
      else this.#idle.push(session);
    }
  }

  /** Ends the engine: what it holds is gone, later queries are refused. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const instance = await this.#instance?.catch(() => undefined);
    this.#idle.splice(0).forEach(({ connection }) => connection.closeSync());
    instance?.closeSync();
    this.#instance = undefined;
  }

  async #connect(): Promise<DuckdbSession> {
    const connection = await (await (this.#instance ??= this.#open())).connect();
    await connection.run("SET enable_progress_bar = true; SET enable_progress_bar_print = false");
    return new DuckdbSession(connection);
  }

  #open(): Promise<DuckDBInstance> {
    const { path = ":memory:", memoryBytes = totalmem() / 2, threads = availableParallelism() } = this.#options;
    return DuckDBInstance.create(path, {
      memory_limit: `${Math.floor(memoryBytes / 2 ** 20)}MiB`,
      threads: String(threads),
      temp_directory: spillFolder(),
      autoinstall_known_extensions: "false",
    });
  }
}

let shared: DuckdbEngine | undefined;

/** The engine that this process shares; nothing opens before the first query. */
export const defaultEngine = (): DuckdbEngine => (shared ??= new DuckdbEngine());
