import { writeSync } from "node:fs";
import { markVariable, streamMark, type CellOutput, type FromChild, type StreamName } from "../protocol.js";
import { currentRun } from "./run-context.js";

const secret = process.env[markVariable] ?? "\u0000";
const send = process.send?.bind(process);
const fileDescriptors = { stdout: 1, stderr: 2 } as const;

let epoch = 0;
let way: StreamName | "messages" | undefined;
let markedRun = -1;

/** Text goes out at once and in order, also while the cell keeps the process busy. */
export function writeStream(name: StreamName, data: string | Uint8Array): void {
  enter(name);
  writeAll(fileDescriptors[name], data);
}

/** Shows something on behalf of a run. */
export function sendOutput(run: number, output: CellOutput): void {
  enter("messages");
  sendToParent({ type: "output", epoch, run, output });
}

/** The run is over; the parent takes it up after everything that was written before. */
export function sendDone(message: Omit<Extract<FromChild, { type: "done" }>, "epoch" | "type">): void {
  way = undefined;
  enter("messages");
  sendToParent({ type: "done", epoch, ...message });
}

export function sendToParent(message: FromChild): void {
  send?.(message);
}

/** Marks both streams when another way out is taken, or another run writes. */
function enter(next: StreamName | "messages"): void {
  const run = currentRun()?.request.run ?? 0;
  if (next === way && (run === markedRun || next === "messages")) return;
  way = next;
  markedRun = run;
  epoch += 1;
  const mark = streamMark(secret, epoch, run);
  writeAll(1, mark);
  writeAll(2, mark);
}

function writeAll(descriptor: number, data: string | Uint8Array): void {
  const bytes = typeof data === "string" ? Buffer.from(data) : data;
  for (let start = 0; start < bytes.length;) {
    try {
      start += writeSync(descriptor, bytes, start);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EAGAIN") waitForReader();
      else return;
    }
  }
}

/** A pipe that another program switched to non-blocking is full: gives the reader a moment. */
function waitForReader(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
}

/** `console.log` and `process.stdout.write` go through the channel; both keep all else that a stream offers. */
export function captureStreams(): void {
  for (const name of ["stdout", "stderr"] as const) {
    const write = (chunk: string | Uint8Array, encoding?: unknown, callback?: unknown): boolean => {
      const text = typeof chunk === "string" && typeof encoding === "string" ? Buffer.from(chunk, encoding as BufferEncoding) : chunk;
      writeStream(name, text);
      const done = typeof encoding === "function" ? encoding : callback;
      if (typeof done === "function") process.nextTick(done as () => void);
      return true;
    };
    Object.defineProperty(process[name], "write", { value: write, configurable: true, writable: true });
  }
}
