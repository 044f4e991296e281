import { markVariable, streamMark, type CellOutput, type FromChild, type StreamName } from "../protocol.js";
import { currentRun } from "./run-context.js";

const secret = process.env[markVariable] ?? "\u0000";
const send = process.send?.bind(process);
/** Node writes to pipes synchronously, so that text keeps its order with what programs write to the same pipe. */
const writers = { stdout: process.stdout.write.bind(process.stdout), stderr: process.stderr.write.bind(process.stderr) };

let epoch = 0;
let way: StreamName | "messages" | undefined;
let markedRun = -1;

/** From here on, what comes out belongs to a run, also what programs write that know nothing of us. */
export function beginRun(): void {
  way = undefined;
  enter("messages");
}

/** Text goes out at once and in order, also while the cell keeps the process busy. */
export function writeStream(name: StreamName, text: string): void {
  enter(name);
  writers[name](text);
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
  writers.stdout(mark);
  writers.stderr(mark);
}

/** `console.log` and `process.stdout.write` go through the channel; both keep all else that a stream offers. */
export function captureStreams(): void {
  for (const name of ["stdout", "stderr"] as const) {
    const write = (...chunk: [chunk: string | Uint8Array, encoding?: BufferEncoding, callback?: () => void]): boolean => {
      enter(name);
      return writers[name](...chunk);
    };
    Object.defineProperty(process[name], "write", { value: write, configurable: true, writable: true });
  }
}
