import { inspect } from "node:util";
import { count, text } from "../../texts.js";
import type { MimeBundle } from "../protocol.js";

/** Rows as objects, of which some may be far away in a larger table. */
export interface TableSource {
  readonly columns: readonly string[];
  readonly rowCount: number;
  value(row: number, column: string): unknown;
}

const headRows = 10;
const tailRows = 5;
const maxColumns = 40;
const maxCellLength = 120;
const missing = "–";

/** A table as HTML and as text: first and last rows, shape, numbers to the right, what is missing as a dash. */
export function tableBundle(source: TableSource): MimeBundle {
  const columns = source.columns.slice(0, maxColumns);
  const hidden = source.columns.length - columns.length;
  const rows = shownRows(source.rowCount);
  const cells = rows.map((row) => (row === undefined ? undefined : columns.map((column) => cellText(source.value(row, column)))));
  const isNumber = columns.map((column) => isNumeric(source, column, rows));
  const shape = text("shape", {
    rows: text("rows", { count: source.rowCount, formatted: count(source.rowCount) }),
    columns: text("columns", { count: source.columns.length, formatted: count(source.columns.length) }),
  });
  const header = hidden > 0 ? [...columns, "…"] : columns;
  const body = cells.map((line) => (line && hidden > 0 ? [...line, "…"] : line));
  return { "text/html": html(header, body, isNumber, shape), "text/plain": plain(header, body, isNumber, shape) };
}

/** The rows to show; `undefined` stands for those left out. */
function shownRows(rowCount: number): (number | undefined)[] {
  const all = (start: number, end: number) => Array.from({ length: end - start }, (_, index) => start + index);
  if (rowCount <= headRows + tailRows + 5) return all(0, rowCount);
  return [...all(0, headRows), undefined, ...all(rowCount - tailRows, rowCount)];
}

function isNumeric(source: TableSource, column: string, rows: readonly (number | undefined)[]): boolean {
  const values = rows.flatMap((row) => (row === undefined ? [] : [source.value(row, column)])).filter((value) => !isMissing(value));
  return values.length > 0 && values.every((value) => typeof value === "number" || typeof value === "bigint");
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "number" && Number.isNaN(value));
}

/** One value as a reader wants it: no `null`, no 0.30000000000000004, no [object Object]. */
export function cellText(value: unknown): string {
  if (isMissing(value)) return missing;
  if (typeof value === "string") return shorten(value);
  if (typeof value === "number") return Number.isFinite(value) ? String(Number(value.toPrecision(12))) : value > 0 ? "∞" : "−∞";
  if (value instanceof Date) return dateText(value);
  if (typeof value === "object") return shorten(inspect(value, { depth: 2, breakLength: Number.POSITIVE_INFINITY, maxArrayLength: 10 }));
  return shorten(String(value));
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return missing;
  return date
    .toISOString()
    .replace(/T00:00:00\.000Z$/, "")
    .replace(/\.000Z$/, "Z")
    .replace("T", " ");
}

function shorten(value: string): string {
  const characters = Array.from(value);
  return characters.length > maxCellLength ? `${characters.slice(0, maxCellLength - 1).join("")}…` : value;
}

/** Text as HTML shows it literally. */
export function escapeHtml(value: string): string {
  const names: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return value.replace(/[&<>"']/g, (character) => names[character] ?? character);
}

type Body = readonly (readonly string[] | undefined)[];

function html(header: readonly string[], body: Body, isNumber: readonly boolean[], shape: string): string {
  const side = (index: number) => ` style="text-align:${isNumber[index] ? "right" : "left"}"`;
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell, index) => `<${tag}${side(index)}>${escapeHtml(cell)}</${tag}>`).join("")}</tr>`;
  const lines = body.map((cells) => row(cells ?? header.map(() => "⋮"), "td"));
  const table = `<table class="dataframe">\n<thead>${row(header, "th")}</thead>\n<tbody>\n${lines.join("\n")}\n</tbody>\n</table>`;
  return `<div>\n${table}\n<p>${escapeHtml(shape)}</p>\n</div>`;
}

function plain(header: readonly string[], body: Body, isNumber: readonly boolean[], shape: string): string {
  const lines = body.map((cells) => (cells ?? header.map(() => "…")).map((cell) => cell.replace(/\s+/g, " ")));
  const widths = header.map((name, index) => Math.max(columnsOf(name), ...lines.map((cells) => columnsOf(cells[index] ?? ""))));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => {
        const blanks = " ".repeat(Math.max(0, (widths[index] ?? 0) - columnsOf(cell)));
        return isNumber[index] ? blanks + cell : cell + blanks;
      })
      .join("  ")
      .trimEnd();
  return [line(header), ...lines.map(line), "", shape].join("\n");
}

/** How many columns a text takes in a fixed-width font: Chinese, Japanese and Korean characters and emoji take two. */
function columnsOf(value: string): number {
  let columns = 0;
  for (const character of value)
    columns += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
      character,
    )
      ? 2
      : 1;
  return columns;
}
