import { AsyncLocalStorage } from "node:async_hooks";
import type { RunRequest } from "../protocol.js";

/** A run of a cell, as long as anything it started is alive. */
export interface Run {
  readonly request: RunRequest;
  /** What the cell still has to show before it counts as done. */
  readonly pending: Set<Promise<void>>;
  value?: { readonly shown: unknown };
}

const storage = new AsyncLocalStorage<Run>();
let latest: Run | undefined;

/** Runs a cell's code so that everything it starts, even later, knows its cell. */
export function inRun<Result>(run: Run, action: () => Result): Result {
  latest = run;
  return storage.run(run, action);
}

/** The run that the calling code belongs to; code that lost its way belongs to the latest. */
export function currentRun(): Run | undefined {
  return storage.getStore() ?? latest;
}

/** The number of the cell that runs or ran last. */
export function latestRunNumber(): number {
  return latest?.request.run ?? 0;
}
