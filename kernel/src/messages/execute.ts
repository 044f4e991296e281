import type { CellProblem } from "../language/diagnostics.js";
import type { ErrorReport } from "../session/protocol.js";
import { codeFrame } from "../session/traceback.js";
import type { Message } from "../wire/message.js";
import type { Channel } from "../wire/sockets.js";
import type { Kernel } from "./kernel.js";
import { warmWhenIdle } from "./warm-up.js";

interface ExecuteRequest {
  readonly code: string;
  readonly silent: boolean;
  readonly storeHistory: boolean;
  readonly userExpressions: Readonly<Record<string, string>>;
  readonly stopOnError: boolean;
}

/** How long the reply waits for the type check once the cell is done. */
const checkPatienceMs = 150;

/** `execute_request`: runs a cell, or refuses it when an error before it called the queue off; a cell that never ran has no number. */
export async function execute(kernel: Kernel, message: Message, channel: Channel, isAborted: boolean): Promise<void> {
  const request = readRequest(message);
  if (isAborted) {
    const aborted = { execution_count: null, ename: "Aborted", evalue: "", traceback: [] };
    kernel.reply(channel, message, "execute_reply", { status: "error", ...aborted });
    return;
  }
  if (request.storeHistory) kernel.executionCount += 1;
  const executionCount = kernel.executionCount;
  if (!request.silent) kernel.sockets.publish("execute_input", { code: request.code, execution_count: executionCount }, message);
  if (request.storeHistory) kernel.history.add(executionCount, request.code);
  const error = request.code.trim() ? await run(kernel, message, request) : undefined;
  if (error && !request.silent) kernel.publishOutput(message, { type: "error", ...error });
  if (error && request.stopOnError) kernel.cells.abort();
  const content = error
    ? { status: "error", ...error }
    : { status: "ok", user_expressions: await userExpressions(kernel, request), payload: [] };
  kernel.reply(channel, message, "execute_reply", { execution_count: executionCount, ...content });
  warmWhenIdle(kernel);
}

function readRequest({ content }: Message): ExecuteRequest {
  const silent = content["silent"] === true;
  return {
    code: typeof content["code"] === "string" ? content["code"] : "",
    silent,
    storeHistory: !silent && content["store_history"] !== false,
    userExpressions: (content["user_expressions"] ?? {}) as Record<string, string>,
    stopOnError: content["stop_on_error"] !== false,
  };
}

/** The cell runs while its types are checked; what the check finds goes with the error, or is shown when there is none. */
async function run(kernel: Kernel, message: Message, { code, silent }: ExecuteRequest): Promise<ErrorReport | undefined> {
  const label = `Cell [${kernel.executionCount}]`;
  const running = kernel.session.execute(message, code, { label, isSilent: silent });
  const checking = silent ? Promise.resolve([]) : kernel.language.ask({ type: "check", source: code }).catch(() => []);
  const { error } = await running;
  const problems = (await withPatience(checking, checkPatienceMs)) ?? [];
  if (problems.length === 0 || silent) return error;
  const shown = problems.flatMap((problem) => describe(problem, code, label));
  if (error) return { ...error, traceback: [...error.traceback, "", ...shown] };
  kernel.publishOutput(message, { type: "stream", name: "stderr", text: `${shown.join("\n")}\n` });
  return undefined;
}

function describe(problem: CellProblem, code: string, label: string): string[] {
  return [`${label}:${problem.line + 1}:${problem.column + 1} TS${problem.code}: ${problem.message}`, ...codeFrame(code, problem)];
}

async function withPatience<Value>(promise: Promise<Value>, patienceMs: number): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, patienceMs, undefined);
  });
  const first = await Promise.race([promise, patience]);
  clearTimeout(timer);
  return first;
}

async function userExpressions(kernel: Kernel, request: ExecuteRequest): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const [name, expression] of Object.entries(request.userExpressions)) answers[name] = await kernel.session.value(expression);
  return answers;
}
