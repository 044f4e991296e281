import { inspect } from "node:util";
import type { Position } from "../language/positions.js";
import { text } from "../texts.js";
import type { ErrorReport } from "./protocol.js";

const red = (text: string) => `\u001b[31m${text}\u001b[39m`;
const dim = (text: string) => `\u001b[2m${text}\u001b[22m`;
const contextLines = 2;
const cellPlace = /(Cell \[[^\]]*\]):(\d+):(\d+)/;

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

/**
 * An error whose message is meant for the person who wrote the cell says so by a property of this name that is `true`
 * (`get [Symbol.for("marklab.userError")]() { return true; }`). Any package may use it: the traceback then shows the message and the cells,
 * and counts what lies in packages instead of listing it.
 */
const userError = Symbol.for("marklab.userError");

function describe(thrown: unknown, findCell: CellFinder, depth: number): string[] {
  if (!isError(thrown)) return [red(`Uncaught ${safeInspect(thrown)}`)];
  const all = framesOf(thrown);
  const cells = all.filter((frame) => cellPlace.test(frame));
  const others = all.filter((frame) => !cellPlace.test(frame));
  const head = [headlineOf(thrown), ...frameOfCell(cells, findCell), ...cells.map(dim)];
  if ((thrown as { [userError]?: unknown })[userError] === true) return [...head, ...summaryOf(others, thrown.cause)];
  const lines = [...head, ...others.map(dim), ...propertiesOf(thrown)];
  if (depth >= 5) return lines;
  const errors = (thrown as { errors?: unknown }).errors;
  if (Array.isArray(errors)) {
    for (const [index, error] of errors.slice(0, 10).entries())
      lines.push(dim(`[errors ${index}]`), ...describe(error, findCell, depth + 1));
  }
  if (thrown.cause !== undefined) lines.push(dim("[cause]"), ...describe(thrown.cause, findCell, depth + 1));
  return lines;
}

function headlineOf(error: Error): string {
  const { ename, evalue } = nameOf(error);
  return red(evalue ? `${ename}: ${evalue}` : ename);
}

/** What of an error's depths the writer of a cell may want to pass on: how deep it lies, and what caused it. */
function summaryOf(frames: readonly string[], cause: unknown): string[] {
  const depth = frames.length > 0 ? [dim(`    ${text("packageFrames", { count: frames.length })}`)] : [];
  return isError(cause) ? [...depth, dim(`[cause] ${nameOf(cause).ename}: ${nameOf(cause).evalue}`)] : depth;
}

function propertiesOf(error: Error): string[] {
  const shown = Object.entries(error).filter(([key, value]) => !["cause", "errors", "name"].includes(key) && value !== undefined);
  return shown.length > 0 ? [safeInspect(Object.fromEntries(shown))] : [];
}

function frameOfCell(frames: readonly string[], findCell: CellFinder): string[] {
  for (const frame of frames) {
    const match = cellPlace.exec(frame);
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
