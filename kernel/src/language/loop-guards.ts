import ts from "typescript";
import type { Edits } from "./edits.js";
import type { LoopCopies } from "./loop-copies.js";
import { runTime } from "./run-time-names.js";
import { isFunctionScope, walk } from "./syntax.js";

const guard = `if(${runTime.stopFlag}[0])${runTime.stop}();`;

export interface GuardOptions {
  /** Imports run before the cell, so that all of it runs after an `await`. */
  readonly startsWithAwait: boolean;
  readonly copies: LoopCopies;
}

/**
 * Lets Stop end loops that run where V8 cannot be interrupted safely: after an `await`, in timers, in callbacks.
 * Top-level loops before the first `await` go without: there a signal ends them, and they keep their full speed. Only those that must
 * write something back at their end (`copies`) are guarded there too.
 */
export function guardLoops(file: ts.SourceFile, edits: Edits, { startsWithAwait, copies }: GuardOptions): void {
  const firstAwait = startsWithAwait ? 0 : firstTopLevelAwait(file);
  walk(file, (node) => {
    if (ts.isIterationStatement(node, false) && (node.end > firstAwait || copies.has(node) || isInsideFunction(node)))
      insertGuard(file, edits, node.statement);
    return undefined;
  });
}

function insertGuard(file: ts.SourceFile, edits: Edits, body: ts.Statement): void {
  if (ts.isBlock(body)) {
    edits.insert(body.getStart(file) + 1, guard);
    return;
  }
  edits.insert(body.getStart(file), `{${guard}`);
  edits.insert(body.end, "}");
}

function firstTopLevelAwait(file: ts.SourceFile): number {
  let first = Number.POSITIVE_INFINITY;
  walk(file, (node) => {
    if (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier)) first = Math.min(first, node.getStart(file));
    return isFunctionScope(node) ? false : undefined;
  });
  return first;
}

function isInsideFunction(node: ts.Node): boolean {
  for (let parent = node.parent; parent && !ts.isSourceFile(parent); parent = parent.parent) if (isFunctionScope(parent)) return true;
  return false;
}
