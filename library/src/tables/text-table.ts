import { columnsToShow, shapeText, type TableTextOptions } from "./html-table.js";
import type { TableView } from "./table-view.js";

const isWide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const widestCell = 40;

/** How many columns of a terminal a text takes: Chinese and emoji take two each. */
const terminalWidth = (text: string): number => [...text].reduce((width, sign) => width + (isWide.test(sign) ? 2 : 1), 0);

function cut(text: string): string {
  if (terminalWidth(text) <= widestCell) return text;
  let kept = "";
  for (const sign of text) {
    if (terminalWidth(kept + sign) >= widestCell) break;
    kept += sign;
  }
  return `${kept}…`;
}

/** A table for people to read, as plain text: columns lined up, numbers right, the shape below. */
export function textTable(view: TableView, options: TableTextOptions = {}): string {
  const shown = columnsToShow(view, options);
  const hasNotes = shown.some(({ note }) => note !== undefined);
  const columns = shown.map(({ name, title, note, isNumber, text }) => {
    const rowText = (row: Readonly<Record<string, unknown>>) => cut(text(row[name]));
    const gap = view.tail.length === 0 ? [] : ["⋮"];
    const cells = [cut(title), ...(hasNotes ? [cut(note ?? "")] : []), ...view.head.map(rowText), ...gap, ...view.tail.map(rowText)];
    const width = Math.max(...cells.map(terminalWidth));
    const pad = (cell: string) => " ".repeat(width - terminalWidth(cell));
    return cells.map((cell) => (isNumber ? pad(cell) + cell : cell + pad(cell)));
  });
  const lines = (columns[0] ?? []).map((_, index) => columns.map((cells) => cells[index] ?? "").join("  "));
  return [...lines.map((line) => line.trimEnd()), shapeText(view, options.language)].join("\n");
}
