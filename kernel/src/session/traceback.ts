import { inspect } from "node:util";
import type { Position } from "../language/positions.js";
import type { ErrorReport } from "./protocol.js";

const red = (text: string) => `\u001b[31m${text}\u001b[39m`;
const dim = (text: string) => `\u001b[2m${text}\u001b[22m`;
const contextLines = 2;

/** A cell as tracebacks name and quote it. */
export interface QuotedCell {
  readonly label: string;
  readonly source: string;
}

/** The lines around a place of a cell, with a caret under it; line and column count from 0. */
export function codeFrame(source: string, at: Position, mark = red): string[] {
  const lines = source.split(/\r\n|[\n\r\u2028\u2029]/);
  const first = Math.max(0, at.line - contextLines);
  const last = Math.min(lines.length - 1, at.line + contextLines);
  const width = String(last + 1).length;
  const frame: string[] = [];
  for (let index = first; index <= last; index += 1) {
    const number = String(index + 1).padStart(width);
    const line = lines[index] ?? "";
    if (index !== at.line) {
      frame.push(dim(`   ${number} | ${line}`.trimEnd()));
      continue;
    }
    frame.push(`${mark(" >")} ${number} | ${line}`.trimEnd());
    frame.push(`   ${" ".repeat(width)} | ${line.slice(0, at.column).replace(/[^\t]/g, " ")}${mark("^")}`);
  }
  return frame;
}

/** A cell that cannot be read: one error with the place, as `execute` answers it. */
export function syntaxErrorReport(cell: QuotedCell, message: string, at: Position): ErrorReport {
  const place = `    at ${cell.label}:${at.line + 1}:${at.column + 1}`;
  return { ename: "SyntaxError", evalue: message, traceback: [red(`SyntaxError: ${message}`), ...codeFrame(cell.source, at), place] };
}

/** Finds the cell that a frame such as `at f (Cell [3]:4:12)` names. */
export type CellFinder = (label: string) => QuotedCell | undefined;

/** Anything that was thrown, with its code frame, its causes and the errors it gathers. */
export function errorReport(thrown: unknown, findCell: CellFinder): ErrorReport {
  const { ename, evalue } = nameOf(thrown);
  return { ename, evalue, traceback: describe(thrown, findCell, 0) };
}

function nameOf(thrown: unknown): { ename: string; evalue: string } {
  if (!isError(thrown)) return { ename: "Uncaught", evalue: safeInspect(thrown) };
  return { ename: String(thrown.name || "Error"), evalue: String(thrown.message) };
}

function describe(thrown: unknown, findCell: CellFinder, depth: number): string[] {
  if (!isError(thrown)) return [red(`Uncaught ${safeInspect(thrown)}`)];
  const { ename, evalue } = nameOf(thrown);
  const frames = framesOf(thrown);
  const lines = [red(evalue ? `${ename}: ${evalue}` : ename), ...frameOfCell(frames, findCell), ...frames.map(dim)];
  if (depth >= 5) return lines;
  const extra = Object.entries(thrown).filter(
    ([key, value]) => key !== "cause" && key !== "errors" && value !== undefined && key !== "name",
  );
  if (extra.length > 0) lines.push(safeInspect(Object.fromEntries(extra)));
  const errors = (thrown as { errors?: unknown }).errors;
  if (Array.isArray(errors)) {
    for (const [index, error] of errors.slice(0, 10).entries())
      lines.push(dim(`[errors ${index}]`), ...describe(error, findCell, depth + 1));
  }
  if (thrown.cause !== undefined) lines.push(dim("[cause]"), ...describe(thrown.cause, findCell, depth + 1));
  return lines;
}

function frameOfCell(frames: readonly string[], findCell: CellFinder): string[] {
  for (const frame of frames) {
    const match = /(Cell \[[^\]]*\]):(\d+):(\d+)/.exec(frame);
    const cell = match?.[1] === undefined ? undefined : findCell(match[1]);
    if (match && cell) return codeFrame(cell.source, { line: Number(match[2]) - 1, column: Number(match[3]) - 1 });
  }
  return [];
}

function framesOf(error: Error): string[] {
  const stack = typeof error.stack === "string" ? error.stack : "";
  return stack.split("\n").filter((line) => /^\s+at /.test(line));
}

function isError(value: unknown): value is Error {
  return (
    value instanceof Error || (Object.prototype.toString.call(value) === "[object Error]" && typeof (value as Error).message === "string")
  );
}

function safeInspect(value: unknown): string {
  try {
    return inspect(value, { depth: 4, maxArrayLength: 100, maxStringLength: 10_000 });
  } catch (error) {
    return `[${Object.prototype.toString.call(value).slice(8, -1)}: ${isError(error) ? error.message : "?"}]`;
  }
}
