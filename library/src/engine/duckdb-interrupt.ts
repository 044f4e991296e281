import type { DuckDBConnection } from "@duckdb/node-api";
import type { QueryOptions } from "./engine.js";

/** The engine forgets an interrupt that comes just before a statement starts, so it is repeated until the statement ends. */
const repeatMilliseconds = 5;
const progressMilliseconds = 100;

/** Runs work on a connection that stops when the signal aborts, and reports how far the engine is. Fails with the signal's reason. */
export async function interruptible<Value>(
  connection: DuckDBConnection,
  { signal, onProgress }: QueryOptions,
  work: () => Promise<Value>,
): Promise<Value> {
  signal?.throwIfAborted();
  const timers: NodeJS.Timeout[] = [];
  const stop = () => {
    connection.interrupt();
    timers.push(setInterval(() => connection.interrupt(), repeatMilliseconds));
  };
  signal?.addEventListener("abort", stop, { once: true });
  if (onProgress) timers.push(setInterval(() => reportProgress(connection, onProgress), progressMilliseconds));
  try {
    const value = await work();
    signal?.throwIfAborted();
    onProgress?.(1);
    return value;
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener("abort", stop);
    timers.forEach((timer) => clearInterval(timer));
  }
}

function reportProgress(connection: DuckDBConnection, onProgress: (share: number) => void): void {
  const { percentage } = connection.progress;
  if (percentage >= 0) onProgress(Math.min(1, percentage / 100));
}
