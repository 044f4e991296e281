import ts from "typescript";
import { adaptDeclarations, type EarlierNames, type NameKind } from "./declarations.js";
import { Edits } from "./edits.js";
import { eraseTypes } from "./erase.js";
import { rewriteImports, type Hoisted } from "./imports.js";
import { capturedNames, copyLoopVariables, findLoopCopies } from "./loop-copies.js";
import { guardLoops } from "./loop-guards.js";
import { composeMaps, lineStarts, positionAt, type PositionMap, type Segment } from "./positions.js";
import { runTime } from "./run-time-names.js";
import { firstProblem, parse, parseProblems, type SyntaxProblem } from "./syntax.js";

/** A cell as V8's REPL mode runs it. */
export interface TransformedCell {
  readonly code: string;
  readonly map: PositionMap;
  readonly names: readonly (readonly [string, NameKind])[];
  /** The names that its functions mention. */
  readonly captured: readonly string[];
}

/** What earlier cells left behind. */
export interface SessionNames {
  readonly names: EarlierNames;
  readonly captured: ReadonlySet<string>;
}

const noNames: SessionNames = { names: new Map(), captured: new Set() };

export type Transformation = { readonly cell: TransformedCell } | { readonly problem: SyntaxProblem };

/**
 * TypeScript as an analyst types it → JavaScript that V8 runs in REPL mode, with a map back for tracebacks.
 *
 * The first line of the code holds what must run before the cell (imports, functions that replace a variable).
 *
 * @param session the names that cells before this one declared, and those that their functions mention
 */
export function transformCell(source: string, session: SessionNames = noNames): Transformation {
  const earlier = session.names;
  const { file, shift } = readCell(source);
  const problem = firstProblem(file);
  if (problem) return { problem };
  const erased = eraseTypes(file);
  const script = parse(erased.text);
  const edits = new Edits();
  const { hoisted, names: imported } = rewriteImports(script, edits, earlier);
  const { names, before } = adaptDeclarations(script, edits, earlier);
  for (const name of imported) names.set(name, earlier.get(name) ?? "lexical");
  const copies = findLoopCopies(script, session);
  guardLoops(script, edits, { startsWithAwait: hoisted.length > 0, copies });
  copyLoopVariables(script, edits, copies);
  if (endsInValue(file)) showLastValue(script, edits);
  const body = edits.apply(erased.text);
  const first = firstLine(erased.text, before, hoisted);
  const toErased = [first.segments, ...body.map];
  const toFile = erased.map ? composeMaps(toErased, erased.map) : toErased;
  const map = shift
    ? toFile.map((line) => line.map(([column, at, from]): Segment => [column, at, at === 0 ? Math.max(0, from - shift) : from]))
    : toFile;
  return { cell: { code: `${first.text}\n${body.text}`, map, names: [...names], captured: [...capturedNames(script)] } };
}

/** `{ a: 1 }` alone is an object, not a block; JSX is tried where plain TypeScript does not parse. */
function readCell(source: string): { file: ts.SourceFile; shift: number } {
  if (/^\s*\{/.test(source) && !/;\s*$/.test(source)) {
    const wrapped = parse(`(${source}\n)`);
    if (parseProblems(wrapped).length === 0 && wrapped.statements.length === 1) return { file: wrapped, shift: 1 };
  }
  const file = parse(source);
  if (parseProblems(file).length > 0 && /<[\w>]/.test(source)) {
    const withJsx = parse(source, "cell.tsx");
    if (parseProblems(withJsx).length === 0) return { file: withJsx, shift: 0 };
  }
  return { file, shift: 0 };
}

/** A last statement that is an expression without `;` is what the cell shows. */
function endsInValue(file: ts.SourceFile): boolean {
  const last = file.statements.at(-1);
  return last !== undefined && isValue(last) && !file.text.slice(last.expression.end, last.end).includes(";");
}

function showLastValue(file: ts.SourceFile, edits: Edits): void {
  const last = file.statements.at(-1);
  if (!last || !isValue(last)) return;
  edits.insert(last.expression.getStart(file), `${runTime.show}(`);
  edits.insert(last.expression.end, ")");
}

function isValue(statement: ts.Statement): statement is ts.ExpressionStatement | ts.ExportAssignment {
  return ts.isExpressionStatement(statement) || ts.isExportAssignment(statement);
}

function firstLine(source: string, before: string, hoisted: readonly Hoisted[]): { text: string; segments: Segment[] } {
  const starts = lineStarts(source);
  const segments: Segment[] = [];
  let text = "";
  for (const statement of hoisted) {
    const { line, column } = positionAt(starts, statement.origin);
    segments.push([text.length, line, column]);
    text += statement.text;
  }
  return { text: text + before, segments };
}
