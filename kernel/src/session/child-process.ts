import { fork, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import type { Writable } from "node:stream";
import { builtFile } from "../built-file.js";
import { OutputLanes } from "./output-lanes.js";
import { markVariable, type CellOutput, type FromChild, type RunOutcome, type StreamName, type ToChild } from "./protocol.js";

/** What happens in a session's process, in the order in which it happened there. */
export interface ChildEvents {
  text(run: number, name: StreamName, text: string): void;
  output(run: number, output: CellOutput): void;
  done(run: number, outcome: RunOutcome): void;
  answer(id: number, answer: unknown): void;
  /** The process is gone, and everything it wrote has come out. */
  end(code: number | null, signal: NodeJS.Signals | null): void;
}

type OrderedMessage = Extract<FromChild, { type: "output" | "done" }>;

/** One process that runs cells. */
export class SessionProcess {
  readonly #process: ChildProcess;
  readonly #lanes: OutputLanes<OrderedMessage>;

  constructor(options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv }, events: ChildEvents) {
    const secret = `\u0001${randomBytes(16).toString("hex")}:`;
    this.#process = fork(builtFile("session-child", import.meta.url), {
      cwd: options.cwd,
      env: { ...options.env, [markVariable]: secret },
      execArgv: ["--disable-warning=ExperimentalWarning"],
      serialization: "advanced",
      stdio: ["ignore", "pipe", "pipe", "ipc", "pipe"],
    });
    this.#lanes = new OutputLanes(secret, {
      text: (run, name, text) => events.text(run, name, text),
      message: (message) =>
        message.type === "output" ? events.output(message.run, message.output) : events.done(message.run, message.outcome),
    });
    this.#process.stdout?.on("data", (bytes: Buffer) => this.#lanes.receive("stdout", bytes));
    this.#process.stderr?.on("data", (bytes: Buffer) => this.#lanes.receive("stderr", bytes));
    this.#process.on("message", (message: FromChild) => {
      if (message.type === "answer") events.answer(message.id, message.answer);
      else if (message.type !== "ready") this.#lanes.receiveMessage(message.epoch, message);
    });
    this.#process.on("error", () => undefined);
    this.#stopPipe()?.on("error", () => undefined);
    this.#endWhenDrained(events);
  }

  send(message: ToChild): void {
    if (this.#process.connected) this.#process.send(message, () => undefined);
  }

  /** Asks the guarded loops of a run to stop, also while the process is busy. */
  raiseStopFlag(run: number): void {
    this.#stopPipe()?.write(`${run}\n`);
  }

  signal(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  get processId(): number | undefined {
    return this.#process.pid;
  }

  #stopPipe(): Writable | undefined {
    return (this.#process.stdio[4] ?? undefined) as Writable | undefined;
  }

  /** A program that the session left behind may hold the streams open; then the exit alone counts, a moment later. */
  #endWhenDrained(events: ChildEvents): void {
    let isOver = false;
    const finish = (code: number | null, signal: NodeJS.Signals | null) => {
      if (isOver) return;
      isOver = true;
      this.#lanes.end();
      events.end(code, signal);
    };
    this.#process.once("close", finish);
    this.#process.once("exit", (code, signal) => setTimeout(() => finish(code, signal), 300).unref());
  }
}
