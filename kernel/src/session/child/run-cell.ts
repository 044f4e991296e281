import { runTime } from "../../language/run-time-names.js";
import { originalPosition } from "../../language/positions.js";
import type { ErrorReport, RunOutcome, RunRequest } from "../protocol.js";
import { errorReport, syntaxErrorReport } from "../traceback.js";
import { bundleOf } from "./bundle.js";
import { beginRun, sendDone } from "./channel.js";
import { whenReady } from "./display.js";
import { evaluate, type Evaluation } from "./inspector.js";
import { currentRun, inRun, type Run } from "./run-context.js";
import { cellByLabel, rememberRun, scriptName } from "./stack.js";
import { KeyboardInterrupt, beginStoppable, clearStop, watchForStop } from "./stop.js";

let interruptRun: ((run: number) => void) | undefined;

/** Runs a cell, shows its value, and tells the parent how it ended. */
export async function runCell(request: RunRequest): Promise<void> {
  const run: Run = { request, pending: new Set() };
  rememberRun(request);
  const listening = watchForStop();
  if (request.code.includes(runTime.stopFlag)) await listening;
  beginStoppable(request.run);
  const interrupted = new Promise<Evaluation>((resolve) => {
    interruptRun = (number) => {
      if (number === request.run) resolve({ kind: "interrupted" });
    };
  });
  const evaluation = await Promise.race([inRun(run, () => evaluateAndShow(run)), interrupted]);
  clearStop();
  const outcome = outcomeOf(evaluation, request);
  await new Promise((resolve) => setImmediate(resolve));
  inRun(run, () => sendDone({ run: request.run, outcome }));
}

/** The user asked to stop a run that waits. */
export function interruptWaiting(run: number): void {
  interruptRun?.(run);
  setImmediate(clearStop);
}

async function evaluateAndShow(run: Run): Promise<Evaluation> {
  beginRun();
  const evaluation = await evaluate(`${run.request.code}\n//# sourceURL=${scriptName(run.request.run)}`);
  if (evaluation.kind === "value" && run.value && run.value.shown !== undefined && !run.request.isSilent) {
    const { shown } = run.value;
    inRun(run, () => whenReady(bundleOf(shown), (data) => ({ type: "execute_result", data, metadata: {} })));
  }
  delete run.value;
  while (run.pending.size > 0) await Promise.allSettled(run.pending);
  return evaluation;
}

function outcomeOf(evaluation: Evaluation, request: RunRequest): RunOutcome {
  switch (evaluation.kind) {
    case "value":
      return { status: "ok", isCompiled: true };
    case "thrown":
      return { status: "error", isCompiled: true, error: report(evaluation.thrown), ...codeOf(evaluation.thrown) };
    case "interrupted":
      return { status: "error", isCompiled: true, error: report(new KeyboardInterrupt()) };
    case "refused": {
      const at = originalPosition(request.map, evaluation);
      return { status: "error", isCompiled: false, error: syntaxErrorReport(request, messageOf(evaluation.thrown), at) };
    }
  }
}

function codeOf(thrown: unknown): { errorCode?: string } {
  const code: unknown = typeof thrown === "object" && thrown !== null && "code" in thrown ? thrown.code : undefined;
  return typeof code === "string" ? { errorCode: code } : {};
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Anything thrown by a cell, with the cells that its stack names. */
export function report(thrown: unknown): ErrorReport {
  return errorReport(thrown, cellByLabel);
}

/** A cell hands over its last value. */
export function defineShow(target: object): void {
  Object.defineProperty(target, runTime.show, {
    value: (value: unknown) => {
      const run = currentRun();
      if (run) run.value = { shown: value };
    },
  });
  Object.defineProperty(target, runTime.rename, {
    value: (made: object, name: string) => Object.defineProperty(made, "name", { value: name, configurable: true }),
  });
}
