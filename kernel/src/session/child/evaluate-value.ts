import { runTime } from "../../language/run-time-names.js";
import type { ErrorReport, MimeBundle } from "../protocol.js";
import { evaluate } from "./inspector.js";
import { inRun, type Run } from "./run-context.js";

/** An expression of `user_expressions`: its value as a notebook would show it, or its error. */
export type ExpressionAnswer =
  { readonly status: "ok"; readonly data: MimeBundle; readonly metadata: MimeBundle } | ({ readonly status: "error" } & ErrorReport);

/** Evaluates code that hands its value to the session, outside of any cell's output. */
export async function evaluateInto(
  code: string,
  bundleOf: (value: unknown) => MimeBundle | Promise<MimeBundle>,
  report: (thrown: unknown) => ErrorReport,
): Promise<ExpressionAnswer> {
  const request = { type: "run", run: 0, label: "", source: "", code, map: [], isSilent: true } as const;
  const run: Run = { request, pending: new Set() };
  const evaluation = await inRun(run, () => evaluate(code));
  if (evaluation.kind === "value") return { status: "ok", data: await bundleOf(run.value?.shown), metadata: {} };
  return { status: "error", ...report("thrown" in evaluation ? evaluation.thrown : new Error(runTime.stop)) };
}
