import { Session, type Runtime } from "node:inspector";
import { Script } from "node:vm";

/** V8's own evaluation of this process: REPL mode keeps top-level names and allows their redeclaration. */
const session = new Session();
session.connect();

const evaluationName = "__marklabEvaluate";
const parameters: { current: () => void } = { current: () => undefined };
Object.defineProperty(globalThis, evaluationName, { value: () => parameters.current() });
const evaluationScript = new Script(`${evaluationName}()`, { filename: "node:internal/marklab" });

export type Evaluation =
  | { readonly kind: "value" }
  | { readonly kind: "thrown"; readonly thrown: unknown }
  | { readonly kind: "refused"; readonly thrown: unknown; readonly line: number; readonly column: number }
  | { readonly kind: "interrupted" };

/**
 * Runs code in REPL mode. A signal to stop ends its synchronous part: V8 then never calls back (Node 20), so that the
 * exception of the surrounding script settles the evaluation.
 */
export function evaluate(code: string): Promise<Evaluation> {
  return new Promise((resolve) => {
    const options: Runtime.EvaluateParameterType = { expression: code, awaitPromise: true, objectGroup: "run" };
    parameters.current = () =>
      session.post("Runtime.evaluate", { ...options, replMode: true } as Runtime.EvaluateParameterType, (error, result) => {
        resolve(error ? { kind: "interrupted" } : outcome(result));
        session.post("Runtime.releaseObjectGroup", { objectGroup: "run" });
      });
    try {
      evaluationScript.runInThisContext({ breakOnSigint: true, displayErrors: false });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ERR_SCRIPT_EXECUTION_INTERRUPTED") throw error;
      resolve({ kind: "interrupted" });
    }
  });
}

function outcome({ exceptionDetails: details }: Runtime.EvaluateReturnType): Evaluation {
  if (!details) return { kind: "value" };
  const thrown = details.exception ? localValue(details.exception) : new Error(details.text);
  const isRefused =
    details.scriptId !== undefined && details.exception?.className === "SyntaxError" && !details.stackTrace?.callFrames.length;
  return isRefused ? { kind: "refused", thrown, line: details.lineNumber, column: details.columnNumber } : { kind: "thrown", thrown };
}

let taken: unknown;
const takerName = "__marklabTake";
Object.defineProperty(globalThis, takerName, {
  value: (value: unknown) => {
    taken = value;
  },
});

/** The value in this process that the inspector speaks of. */
function localValue(remote: Runtime.RemoteObject): unknown {
  const argument: Runtime.CallArgument =
    remote.objectId !== undefined
      ? { objectId: remote.objectId }
      : remote.unserializableValue !== undefined
        ? { unserializableValue: remote.unserializableValue }
        : { value: remote.value as unknown };
  session.post("Runtime.evaluate", { expression: takerName }, (error, { result }) => {
    if (error || result.objectId === undefined) return;
    const call = { functionDeclaration: "function (value) { this(value); }", objectId: result.objectId, arguments: [argument] };
    session.post("Runtime.callFunctionOn", call);
  });
  const value = taken;
  taken = undefined;
  return value;
}

/** The value of an expression if computing it changes nothing, as a handle of the inspector. */
export function evaluateWithoutSideEffect(expression: string): Promise<Runtime.RemoteObject | undefined> {
  const options = { expression, throwOnSideEffect: true, timeout: 50, objectGroup: "probe", silent: true };
  return new Promise((resolve) => {
    session.post("Runtime.evaluate", options as Runtime.EvaluateParameterType, (error, result) => {
      resolve(error || result.exceptionDetails ? undefined : result.result);
    });
  });
}

/** Calls a function with a handle as `this`, again without side effects, and takes what it returns by value. */
export function callWithoutSideEffect(objectId: string, functionDeclaration: string): Promise<unknown> {
  const options = { functionDeclaration, objectId, returnByValue: true, throwOnSideEffect: true, silent: true };
  return new Promise((resolve) => {
    session.post("Runtime.callFunctionOn", options as Runtime.CallFunctionOnParameterType, (error, result) => {
      resolve(error || result.exceptionDetails ? undefined : (result.result.value as unknown));
      session.post("Runtime.releaseObjectGroup", { objectGroup: "probe" });
    });
  });
}
