import { LanguageClient } from "../language/client.js";
import type { CellOutput } from "./protocol.js";
import { Session } from "./session.js";

/** An output of a cell in the shape in which notebook files keep it. */
export type Output =
  | { output_type: "stream"; name: "stdout" | "stderr"; text: string }
  | { output_type: "display_data"; data: Record<string, unknown>; metadata: Record<string, unknown> }
  | { output_type: "execute_result"; data: Record<string, unknown>; metadata: Record<string, unknown>; execution_count: number }
  | { output_type: "error"; ename: string; evalue: string; traceback: string[] };

export interface StartOptions {
  /** Where imports and relative paths start: the notebook's folder. */
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Called for each output as it comes, with the cell's id when it has one. */
  readonly onOutput?: (output: Output, cellId: string | undefined) => void;
}

export interface CellRun {
  readonly status: "ok" | "error";
  readonly outputs: Output[];
  readonly executionCount: number;
  /** The `code` of the error that ended the cell, where it has one. */
  readonly errorCode?: string;
}

/** A session without Jupyter: cells in, notebook outputs out. */
export interface NotebookSession {
  execute(code: string, options?: { cellId?: string }): Promise<CellRun>;
  /** Stops the cell that runs; variables are kept. */
  interrupt(): void;
  close(): Promise<void>;
}

/**
 * Starts a session that runs a notebook's cells as the kernel does, without Jupyter or Python.
 *
 * @example
 * const session = await startSession({ cwd: "/data" });
 * const { outputs } = await session.execute("[{ channel: 'email', orders: 3 }]");
 * await session.close();
 */
export async function startSession(options: StartOptions): Promise<NotebookSession> {
  const language = new LanguageClient(options.cwd);
  const session = new Session<Collector>({
    cwd: options.cwd,
    env: options.env ?? process.env,
    transformer: language,
    onOutput: (collector, output) => collector?.add(output),
  });
  session.start();
  language.start();
  let executionCount = 0;
  let last: Promise<unknown> = Promise.resolve();
  const run = async (code: string, cellId: string | undefined): Promise<CellRun> => {
    executionCount += 1;
    const collector = new Collector(executionCount, (output) => options.onOutput?.(output, cellId));
    const { status, error, errorCode } = await session.execute(collector, code, { label: `Cell [${executionCount}]` });
    if (error) collector.add({ type: "error", ...error });
    const { outputs, executionCount: count } = collector;
    return { status, outputs, executionCount: count, ...(errorCode !== undefined && { errorCode }) };
  };
  return {
    execute: (code, { cellId } = {}) => {
      const result = last.then(() => run(code, cellId));
      last = result.catch(() => undefined);
      return result;
    },
    interrupt: () => session.interrupt(),
    close: async () => {
      session.close();
      await language.close();
    },
  };
}

type Shown = Exclude<CellOutput, { type: "clear_output" }>;

/** Gathers what one cell shows as a notebook file would hold it: streams joined, updates in place, cleared when asked. */
class Collector {
  outputs: Output[] = [];
  readonly #places = new Map<string, { data: Record<string, unknown>; metadata: Record<string, unknown> }>();
  #clearsNext = false;

  constructor(
    readonly executionCount: number,
    readonly notify: (output: Output) => void,
  ) {}

  add(output: CellOutput): void {
    if (output.type === "clear_output") {
      if (output.wait) this.#clearsNext = true;
      else this.outputs = [];
      return;
    }
    if (this.#clearsNext) this.outputs = [];
    this.#clearsNext = false;
    if (output.type === "update_display_data") {
      Object.assign(this.#places.get(output.displayId ?? "") ?? {}, { data: output.data, metadata: output.metadata });
      return;
    }
    const made = this.#toOutput(output);
    const previous = this.outputs.at(-1);
    if (made.output_type === "stream" && previous?.output_type === "stream" && previous.name === made.name) previous.text += made.text;
    else this.outputs.push(made);
    this.notify(made);
  }

  #toOutput(output: Shown): Output {
    switch (output.type) {
      case "stream":
        return { output_type: "stream", name: output.name, text: output.text };
      case "error":
        return { output_type: "error", ename: output.ename, evalue: output.evalue, traceback: [...output.traceback] };
      case "execute_result":
        return { output_type: "execute_result", data: output.data, metadata: output.metadata, execution_count: this.executionCount };
      default: {
        const made: Output & { output_type: "display_data" } = {
          output_type: "display_data",
          data: output.data,
          metadata: output.metadata,
        };
        if (output.displayId !== undefined) this.#places.set(output.displayId, made);
        return made;
      }
    }
  }
}
