import type { CellOutput, StreamName } from "./protocol.js";

/** How long small pieces of text wait for company, and how many characters go into one message. */
const flushMs = 40;
const messageSize = 65_536;
/** How much text one cell may print before the rest is only counted. */
export const textLimit = 2_000_000;

interface RunText {
  printed: number;
  hiddenLines: number;
}

/** Gathers the texts that cells print into few messages, and counts what goes beyond the limit instead of sending it. */
export class StreamCoalescer {
  #pending: { run: number; name: StreamName; parts: string[]; size: number } | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #runs = new Map<number, RunText>();

  constructor(
    readonly send: (run: number, output: CellOutput) => void,
    readonly hiddenNotice: (lines: number) => string,
  ) {}

  add(run: number, name: StreamName, text: string): void {
    const shown = this.#limit(run, text);
    if (!shown) return;
    if (this.#pending && (this.#pending.run !== run || this.#pending.name !== name)) this.flush();
    this.#pending ??= { run, name, parts: [], size: 0 };
    this.#pending.parts.push(shown);
    this.#pending.size += shown.length;
    if (this.#pending.size >= messageSize) this.flush();
    else this.#timer ??= setTimeout(() => this.flush(), flushMs);
  }

  /** Sends what waits. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending) this.send(pending.run, { type: "stream", name: pending.name, text: pending.parts.join("") });
  }

  /** The run is over: sends what waits and says how much was hidden. */
  finish(run: number): void {
    this.flush();
    const text = this.#runs.get(run);
    if (!text?.hiddenLines) return;
    this.send(run, { type: "stream", name: "stderr", text: this.hiddenNotice(text.hiddenLines) });
    text.hiddenLines = 0;
  }

  #limit(run: number, text: string): string {
    const state = this.#runs.get(run) ?? { printed: 0, hiddenLines: 0 };
    this.#runs.set(run, state);
    const room = Math.max(0, textLimit - state.printed);
    state.printed += text.length;
    if (text.length <= room) return text;
    const end = Math.max(0, text.lastIndexOf("\n", room - 1) + 1);
    const shown = room > 0 ? text.slice(0, end || room) : "";
    state.hiddenLines += Math.max(1, text.slice(shown.length).split("\n").length - 1);
    return shown;
  }
}
