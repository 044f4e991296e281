import type { NameKind } from "../language/declarations.js";
import type { SessionNames, Transformation } from "../language/transform.js";
import { count, text } from "../texts.js";
import { SessionProcess } from "./child-process.js";
import type { ExpressionAnswer } from "./child/evaluate-value.js";
import type { CellOutput, ErrorReport, PropertyInfo, RunOutcome } from "./protocol.js";
import { StreamCoalescer } from "./stream-coalescer.js";
import { syntaxErrorReport } from "./traceback.js";

/** Turns cells into code that V8 runs. */
export interface CellTransformer {
  transform(source: string, session: SessionNames): Promise<Transformation>;
}

export interface SessionOptions<Cell> {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly transformer: CellTransformer;
  /** Called for everything that a cell shows, in order, with the cell that shows it; text after a restart belongs to no cell. */
  onOutput(cell: Cell | undefined, output: CellOutput): void;
  /** Called when the process ended by itself: all names are gone. */
  onRestart?(): void;
}

export interface ExecuteOptions {
  /** What tracebacks call the cell, for example `Cell [3]`. */
  readonly label: string;
  readonly isSilent?: boolean;
}

export interface ExecuteOutcome {
  readonly status: "ok" | "error";
  readonly error?: ErrorReport;
  /** The `code` of the error that was thrown, where it has one. */
  readonly errorCode?: string;
}

const signalAfterMs = 120;
const noticeAfterMs = 3000;
const rememberedRuns = 1000;

function emptyNames() {
  return { names: new Map<string, NameKind>(), captured: new Set<string>() };
}

interface ActiveRun {
  readonly number: number;
  readonly settle: (outcome: RunOutcome) => void;
  isNoticed?: boolean;
}

/** Runs cells one after another in a process of their own, and starts a new one when that ends. */
export class Session<Cell> {
  #running: SessionProcess | undefined;
  #names = emptyNames();
  #active: ActiveRun | undefined;
  #runs = 0;
  #questions = 0;
  #isClosed = false;
  readonly #cells = new Map<number, Cell>();
  readonly #answers = new Map<number, (answer: unknown) => void>();
  readonly #streams: StreamCoalescer;

  constructor(readonly options: SessionOptions<Cell>) {
    this.#streams = new StreamCoalescer(
      (run, output) => this.#show(run, output),
      (lines) => text("hiddenLines", { lines: count(lines) }),
    );
  }

  /** Starts the process, if that has not happened yet; the first cell does so too. */
  start(): void {
    this.#running ??= this.#launch();
  }

  get #process(): SessionProcess {
    return (this.#running ??= this.#launch());
  }

  /** Runs a cell and resolves when all it showed has been handed over. Callers wait for one cell before the next. */
  async execute(cell: Cell, source: string, options: ExecuteOptions): Promise<ExecuteOutcome> {
    this.start();
    const run = (this.#runs += 1);
    this.#cells.set(run, cell);
    if (this.#cells.size > rememberedRuns) this.#cells.delete(run - rememberedRuns);
    const transformation = await this.options.transformer.transform(source, this.#names);
    if ("problem" in transformation) {
      const { message, ...at } = transformation.problem;
      return { status: "error", error: syntaxErrorReport({ label: options.label, source }, message, at) };
    }
    const { code, map, names, captured } = transformation.cell;
    const outcome = await new Promise<RunOutcome>((settle) => {
      this.#active = { number: run, settle };
      this.#process.send({ type: "run", run, label: options.label, source, code, map, isSilent: options.isSilent ?? false });
    });
    this.#active = undefined;
    if (outcome.isCompiled) for (const [name, kind] of names) this.#names.names.set(name, kind);
    for (const name of captured) this.#names.captured.add(name);
    this.#streams.finish(run);
    return outcome;
  }

  /** The value of an expression, as `user_expressions` asks for it. */
  async value(expression: string): Promise<ExpressionAnswer> {
    const transformation = await this.options.transformer.transform(expression, this.#names);
    if ("problem" in transformation) {
      const { message, ...at } = transformation.problem;
      return { status: "error", ...syntaxErrorReport({ label: "Expression", source: expression }, message, at) };
    }
    const { code } = transformation.cell;
    return (await this.#ask((id) => this.#process.send({ type: "value", id, code }))) as ExpressionAnswer;
  }

  /** What a run-time value answers to; nothing while a cell keeps the session busy. */
  async properties(expression: string, patienceMs = 80): Promise<PropertyInfo[]> {
    if (this.#active || !this.#running) return [];
    const answer = this.#ask((id) => this.#process.send({ type: "properties", id, expression }));
    const patience = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs, undefined).unref());
    return ((await Promise.race([answer, patience])) ?? []) as PropertyInfo[];
  }

  /** Stops the cell that runs. What cannot be stopped ends with the session at the second request. */
  interrupt(): void {
    if (!this.#running) return;
    const active = this.#active;
    this.#process.raiseStopFlag(active?.number ?? this.#runs);
    this.#process.send({ type: "interrupt", run: active?.number ?? 0 });
    if (!active) return;
    if (active.isNoticed) {
      this.#process.signal("SIGKILL");
      return;
    }
    this.#whenStillRunning(active, signalAfterMs, () => {
      if (process.platform !== "win32") this.#process.signal("SIGINT");
    });
    this.#whenStillRunning(active, noticeAfterMs, () => {
      if (active.isNoticed) return;
      active.isNoticed = true;
      this.#show(active.number, { type: "stream", name: "stderr", text: text("stillBusy") });
    });
  }

  /** Ends the process. */
  close(): void {
    this.#isClosed = true;
    this.#running?.signal("SIGKILL");
  }

  #whenStillRunning(active: ActiveRun, afterMs: number, action: () => void): void {
    setTimeout(() => {
      if (this.#active === active) action();
    }, afterMs).unref();
  }

  #ask(send: (id: number) => void): Promise<unknown> {
    const id = (this.#questions += 1);
    return new Promise((resolve) => {
      this.#answers.set(id, resolve);
      send(id);
    });
  }

  #show(run: number, output: CellOutput): void {
    this.options.onOutput(this.#cells.get(run || (this.#active?.number ?? this.#runs)), output);
  }

  #launch(): SessionProcess {
    return new SessionProcess(this.options, {
      text: (run, name, words) => this.#streams.add(run, name, words),
      output: (run, output) => {
        this.#streams.flush();
        this.#show(run, output);
      },
      done: (run, outcome) => {
        if (this.#active?.number === run) this.#active.settle(outcome);
      },
      answer: (id, answer) => {
        this.#answers.get(id)?.(answer);
        this.#answers.delete(id);
      },
      end: (code, signal) => this.#restart(code, signal),
    });
  }

  /** The process ended by itself: the cell that ran fails, and the next one finds a fresh session. */
  #restart(code: number | null, signal: NodeJS.Signals | null): void {
    this.#streams.flush();
    for (const answer of this.#answers.values()) answer(undefined);
    this.#answers.clear();
    if (this.#isClosed) return;
    this.#names = emptyNames();
    this.#running = this.#launch();
    this.options.onRestart?.();
    const how = signal ? text("exitSignal", { signal }) : text("exitCode", { code: code ?? 0 });
    const evalue = text("ended", { how });
    const error = { ename: "SessionEnded", evalue, traceback: [`\u001b[31mSessionEnded: ${evalue}\u001b[39m`] };
    if (this.#active) this.#active.settle({ status: "error", error, isCompiled: false });
    else this.#show(this.#runs, { type: "error", ...error });
  }
}
