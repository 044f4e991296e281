import ts from "typescript";
import { lineStarts, positionAt, type Position } from "./positions.js";

/** Why a cell cannot be read. Line and column count from 0, in UTF-16 units. */
export interface SyntaxProblem extends Position {
  readonly message: string;
  readonly offset: number;
}

/** Reads a text as a module, so that `await` may stand at the top level. */
export function parse(source: string, fileName = "cell.ts"): ts.SourceFile {
  const options: ts.CreateSourceFileOptions = {
    languageVersion: ts.ScriptTarget.ESNext,
    setExternalModuleIndicator: (file) => {
      (file as { externalModuleIndicator?: unknown }).externalModuleIndicator = true;
    },
  };
  return ts.createSourceFile(fileName, source, options, true);
}

/** What the parser objects to, first things first. */
export function parseProblems(file: ts.SourceFile): readonly ts.DiagnosticWithLocation[] {
  return (file as unknown as { parseDiagnostics: readonly ts.DiagnosticWithLocation[] }).parseDiagnostics;
}

/** The first problem of a text in the form that a traceback shows. */
export function firstProblem(file: ts.SourceFile): SyntaxProblem | undefined {
  const problem = parseProblems(file)[0];
  if (!problem) return undefined;
  const offset = Math.min(problem.start, file.text.trimEnd().length);
  const message = ts.flattenDiagnosticMessageText(problem.messageText, " ");
  return { ...positionAt(lineStarts(file.text), offset), offset, message };
}

/** Calls `visit` for a node and everything below it; a `false` answer keeps out of what lies below. */
export function walk(node: ts.Node, visit: (node: ts.Node) => boolean | undefined): void {
  if (visit(node) === false) return;
  ts.forEachChild(node, (child) => walk(child, visit));
}

/** Does a node open a scope of its own for `await`, `var` and `return`? */
export function isFunctionScope(node: ts.Node): boolean {
  return (
    ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node) || ts.isPropertyDeclaration(node) || ts.isModuleDeclaration(node)
  );
}
