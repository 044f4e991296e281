import ts from "typescript";
import type { CellModule } from "./cell-modules.js";
import { isMemberAccess, wordStart } from "./words.js";

export interface CompletionEntry {
  readonly text: string;
  /** A word that front ends have an icon for. */
  readonly type: string;
}

/** What may stand at a place; offsets count in UTF-16 units. */
export interface Completions {
  readonly start: number;
  readonly end: number;
  readonly entries: readonly CompletionEntry[];
  /** The expression before the dot, when types know nothing of it and reading it is harmless. */
  readonly receiver?: string;
}

const maxEntries = 400;

/** Completes the text at a place of a cell. */
export function complete(service: ts.LanguageService, cell: CellModule, offset: number): Completions {
  const source = cell.text.slice(cell.start, cell.start + cell.length);
  const info = service.getCompletionsAtPosition(cell.path, cell.start + offset, { includeCompletionsWithInsertText: true });
  const span = info?.optionalReplacementSpan;
  const start = span && span.start >= cell.start ? span.start - cell.start : wordStart(source, offset);
  const prefix = source.slice(start, offset).toLowerCase();
  const entries = (info?.entries ?? [])
    .filter((entry) => entry.replacementSpan === undefined || entry.replacementSpan.start === cell.start + start)
    .filter((entry) => entry.name.toLowerCase().startsWith(prefix) && entry.kind !== ts.ScriptElementKind.warning)
    .toSorted((a, b) => compare(a.sortText, b.sortText) || compare(a.name, b.name))
    .slice(0, maxEntries)
    .map((entry) => ({ text: entry.insertText ?? entry.name, type: iconType(entry.kind) }));
  const receiver = entries.length === 0 || info?.isMemberCompletion === false ? receiverOf(service, cell, offset) : undefined;
  return { start, end: offset, entries: receiver === undefined ? entries : [], ...(receiver !== undefined && { receiver }) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Only names, members and constant indexes may be read to see what they hold. */
function receiverOf(service: ts.LanguageService, cell: CellModule, offset: number): string | undefined {
  const source = cell.text.slice(cell.start, cell.start + cell.length);
  if (!isMemberAccess(source, offset)) return undefined;
  const file = service.getProgram()?.getSourceFile(cell.path);
  const dot = cell.start + source.slice(0, wordStart(source, offset)).trimEnd().replace(/\?$/, "").length - 1;
  let node: ts.Node | undefined = file;
  let access: ts.PropertyAccessExpression | undefined;
  while (node) {
    const inner: ts.Node | undefined = ts.forEachChild(node, (child) => (child.pos <= dot && dot < child.end ? child : undefined));
    if (inner && ts.isPropertyAccessExpression(inner) && inner.expression.end <= dot) access = inner;
    node = inner;
  }
  return access && isHarmless(access.expression) ? access.expression.getText(file) : undefined;
}

function isHarmless(node: ts.Expression): boolean {
  if (ts.isIdentifier(node) || ts.isLiteralExpression(node) || node.kind === ts.SyntaxKind.ThisKeyword) return true;
  if (ts.isPropertyAccessExpression(node)) return isHarmless(node.expression);
  if (ts.isElementAccessExpression(node)) return isHarmless(node.expression) && ts.isLiteralExpression(node.argumentExpression);
  return ts.isParenthesizedExpression(node) && isHarmless(node.expression);
}

function iconType(kind: ts.ScriptElementKind): string {
  switch (kind) {
    case ts.ScriptElementKind.functionElement:
    case ts.ScriptElementKind.localFunctionElement:
    case ts.ScriptElementKind.memberFunctionElement:
    case ts.ScriptElementKind.constructSignatureElement:
    case ts.ScriptElementKind.callSignatureElement:
      return "function";
    case ts.ScriptElementKind.memberVariableElement:
    case ts.ScriptElementKind.memberGetAccessorElement:
    case ts.ScriptElementKind.memberSetAccessorElement:
      return "property";
    case ts.ScriptElementKind.classElement:
    case ts.ScriptElementKind.interfaceElement:
    case ts.ScriptElementKind.typeElement:
    case ts.ScriptElementKind.enumElement:
      return "class";
    case ts.ScriptElementKind.moduleElement:
    case ts.ScriptElementKind.externalModuleName:
    case ts.ScriptElementKind.alias:
    case ts.ScriptElementKind.scriptElement:
      return "module";
    case ts.ScriptElementKind.keyword:
      return "keyword";
    case ts.ScriptElementKind.parameterElement:
      return "param";
    default:
      return "instance";
  }
}
