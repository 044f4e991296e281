import ts from "typescript";
import type { CellModule } from "./cell-modules.js";
import { lineStarts, positionAt, type Position } from "./positions.js";

/** Something TypeScript has to say about a cell. Line and column count from 0, within the cell. */
export interface CellProblem extends Position {
  readonly code: number;
  readonly message: string;
}

/** What the run itself shows better (missing names, missing modules) or what notebooks do on purpose (no annotations). */
const unwanted = new Set([2304, 2305, 2306, 2307, 2503, 2580, 2582, 2591, 2614, 2792, 1192, 2497]);
const isImplicitAny = (code: number) => code >= 7000 && code < 8000;
const maxProblems = 5;

/** The problems of a cell, first things first, without noise. */
export function cellProblems(service: ts.LanguageService, cell: CellModule): CellProblem[] {
  const source = cell.text.slice(cell.start, cell.start + cell.length);
  const starts = lineStarts(source);
  return service
    .getSemanticDiagnostics(cell.path)
    .filter(({ code, category }) => category === ts.DiagnosticCategory.Error && !unwanted.has(code) && !isImplicitAny(code))
    .filter(({ start }) => start !== undefined && start >= cell.start && start <= cell.start + cell.length)
    .slice(0, maxProblems)
    .map(({ start, code, messageText }) => ({
      ...positionAt(starts, (start ?? 0) - cell.start),
      code,
      message: ts.flattenDiagnosticMessageText(messageText, "\n"),
    }));
}
