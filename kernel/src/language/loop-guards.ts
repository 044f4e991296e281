import ts from "typescript";
import type { Edits } from "./edits.js";
import { copyLoopLabel, type LoopCopies } from "./loop-copies.js";
import { runTime } from "./run-time-names.js";
import { isFunctionScope, walk } from "./syntax.js";

const guard = `if(${runTime.stopFlag}[0])${runTime.stop}();`;
/** A loop with copies is left by a jump, since a call that may throw would keep V8 from holding the copies in registers. */
const guardOfCopies = `if(${runTime.stopFlag}[0])break ${copyLoopLabel};`;

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
    if (!ts.isIterationStatement(node, false)) return undefined;
    if (isInsideCopies(node, copies)) insertGuard(file, edits, node.statement, guardOfCopies);
    else if (node.end > firstAwait || isInsideFunction(node)) insertGuard(file, edits, node.statement, guard);
    return undefined;
  });
}

function insertGuard(file: ts.SourceFile, edits: Edits, body: ts.Statement, guard: string): void {
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

function isInsideCopies(node: ts.Node, copies: LoopCopies): boolean {
  for (let at = node; at && !ts.isSourceFile(at); at = at.parent) if (copies.has(at)) return true;
  return false;
}

function isInsideFunction(node: ts.Node): boolean {
  for (let parent = node.parent; parent && !ts.isSourceFile(parent); parent = parent.parent) if (isFunctionScope(parent)) return true;
  return false;
}
