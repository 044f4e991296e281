import { Worker } from "node:worker_threads";
import { runTime } from "../../language/run-time-names.js";
import { text } from "../../texts.js";
import { latestRunNumber } from "./run-context.js";

/** The pipe on which the parent asks to stop; it is read by a thread, so that busy code is reached too. */
const stopDescriptor = 4;
/** The number of the run that is to stop, or 0; then the number of the run that began last. */
const flag = new Int32Array(new SharedArrayBuffer(8));
let listening: Promise<void> | undefined;

/** What a stopped cell throws. */
export class KeyboardInterrupt extends Error {
  override readonly name = "KeyboardInterrupt";

  constructor() {
    super(text("interrupted"));
    Object.defineProperty(this, "name", { value: "KeyboardInterrupt", enumerable: false });
  }
}

const watcherCode = `
const { workerData } = require("node:worker_threads");
const { Socket } = require("node:net");
new Socket({ fd: workerData.descriptor, readable: true, writable: false })
  .on("data", (bytes) => {
    const run = Number(String(bytes).trim().split("\\n").at(-1)) || 0;
    if (run >= Atomics.load(workerData.flag, 1)) Atomics.store(workerData.flag, 0, run);
  })
  .on("error", () => {})
  .on("close", () => process.kill(process.pid, "SIGKILL"));
`;

/**
 * Starts the thread that hears a request to stop, and ends the session when the parent is gone, also while a cell keeps it busy.
 * Resolves when it listens.
 */
export function watchForStop(): Promise<void> {
  return (listening ??= listen());
}

async function listen(): Promise<void> {
  const watcher = new Worker(watcherCode, { eval: true, workerData: { flag, descriptor: stopDescriptor } });
  watcher.unref();
  watcher.on("error", () => undefined);
  await new Promise((resolve) => watcher.once("online", resolve));
}

/** A run begins: requests that come for an earlier one are too late. */
export function beginStoppable(run: number): void {
  Atomics.store(flag, 1, run);
  clearStop();
}

/** Forgets a request to stop. */
export function clearStop(): void {
  Atomics.store(flag, 0, 0);
}

/** What guarded loops look at and call. A request that comes late, when another cell runs already, is not for that one, unless it has ended a loop. */
export function defineStop(target: object): void {
  Object.defineProperty(target, runTime.stopFlag, { value: flag });
  Object.defineProperty(target, runTime.stop, {
    value: (hasEndedLoop = false) => {
      const run = Atomics.exchange(flag, 0, 0);
      if (hasEndedLoop || run >= latestRunNumber()) throw new KeyboardInterrupt();
    },
  });
}
