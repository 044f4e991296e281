/** The session: a process of its own that runs the user's cells and nothing else. */
import type { ToChild } from "../protocol.js";
import { bundleOf } from "./bundle.js";
import { captureStreams, sendOutput, sendToParent } from "./channel.js";
import { defineGlobals } from "./globals.js";
import { hidePromiseTracking } from "./promise-tracking.js";
import { defineImports } from "./imports.js";
import { evaluateInto } from "./evaluate-value.js";
import { propertiesOf } from "./properties.js";
import { defineShow, interruptWaiting, report, runCell } from "./run-cell.js";
import { currentRun } from "./run-context.js";
import { installStackFormat } from "./stack.js";
import { defineStop } from "./stop.js";

captureStreams();
installStackFormat();
defineStop(globalThis);
defineShow(globalThis);
defineImports(globalThis);
defineGlobals(globalThis);
hidePromiseTracking();

/** What fails after its cell, in a timer or an unawaited promise, is reported once, on the cell that started it. */
function reportStray(thrown: unknown): void {
  sendOutput(currentRun()?.request.run ?? 0, { type: "error", ...report(thrown) });
}
process.on("uncaughtException", reportStray);
process.on("unhandledRejection", reportStray);
process.on("SIGINT", () => undefined);
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));

process.on("message", (message: ToChild) => {
  if (message.type === "run") void runCell(message);
  else if (message.type === "interrupt") interruptWaiting(message.run);
  else if (message.type === "value")
    void evaluateInto(message.code, bundleOf, report).then((answer) => sendToParent({ type: "answer", id: message.id, answer }));
  else void propertiesOf(message.expression).then((answer) => sendToParent({ type: "answer", id: message.id, answer }));
});

sendToParent({ type: "ready" });
