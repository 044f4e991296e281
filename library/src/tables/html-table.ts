import { escapeHtml } from "../escape-html.js";
import { currentLanguage, format, type Language, type Text } from "../language/index.js";
import { columnText, type ColumnText } from "./column-text.js";
import type { TableView } from "./table-view.js";

/** What readers know a column by, and the names that stand for its ids. */
export interface ColumnLabel {
  readonly title: Text;
  /** A word below the title, such as the column's type. */
  readonly note?: Text;
  readonly values?: Readonly<Record<string, Text>>;
}

/** Labels by column; a column without one keeps its own name. */
export type ColumnLabels = Readonly<Record<string, ColumnLabel>>;

export interface TableTextOptions {
  readonly language?: Language;
  readonly labels?: ColumnLabels | undefined;
  /** Shows a few rows of many columns as columns side by side, so that nothing is cut on paper (default false). */
  readonly mayTurn?: boolean;
}

/** Wider tables show their first and last columns only. */
const widestTable = 30;
const lastColumns = 5;
const longestText = 80;

/** Columns in the order they are shown; `undefined` is the gap that stands for those left out. */
export function shownColumns(columns: readonly string[]): readonly (string | undefined)[] {
  if (columns.length <= widestTable) return columns;
  return [...columns.slice(0, widestTable - lastColumns), undefined, ...columns.slice(-lastColumns)];
}

/** How large the whole table is: `541,909 rows × 8 columns`. */
export function shapeText({ columns, rowCount, head }: TableView, language: Language = currentLanguage()): string {
  const { count } = format(language);
  const counted = (number: number, one: string) => `${count(number)} ${number === 1 ? one : `${one}s`}`;
  const isChinese = language === "zh-CN";
  const rows = isChinese ? `${count(rowCount ?? head.length)} 行` : counted(rowCount ?? head.length, "row");
  const first = rowCount !== undefined ? rows : isChinese ? `前 ${rows}` : `first ${rows}`;
  return `${first} × ${isChinese ? `${count(columns.length)} 列` : counted(columns.length, "column")}`;
}

/** A column as it is shown: its name, its heading and how its cells are written. */
interface ShownColumn extends ColumnText {
  readonly name: string;
  readonly title: string;
  readonly note?: string | undefined;
}

const gap: ShownColumn = { name: "", title: "…", isNumber: false, text: () => "…" };

export function columnsToShow(view: TableView, { language = currentLanguage(), labels = {} }: TableTextOptions): ShownColumn[] {
  const rows = [...view.head, ...view.tail];
  return shownColumns(view.columns).map((name) => {
    if (name === undefined) return gap;
    const values = rows.map((row) => row[name]);
    const { title, note, values: names = {} } = labels[name] ?? {};
    const column = columnText(name, values, language);
    const text = (value: unknown) => names[String(value)]?.[language] ?? column.text(value);
    return { name, title: title?.[language] ?? name, note: note?.[language], isNumber: column.isNumber, text };
  });
}

/** Long texts are cut on the page and whole in the tooltip. */
function cell(text: string, isNumber: boolean): string {
  const side = isNumber ? "right" : "left";
  const isLong = text.length > longestText;
  const tooltip = isLong ? ` title="${escapeHtml(text.slice(0, 1000))}"` : "";
  const shown = isLong ? `${[...text].slice(0, longestText - 1).join("")}…` : text;
  return `<td style="text-align:${side}"${tooltip}>${escapeHtml(shown)}</td>`;
}

function heading({ title, note, isNumber }: ShownColumn): string {
  const below = note === undefined ? "" : `<br><small>${escapeHtml(note)}</small>`;
  return `<th scope="col" style="text-align:${isNumber ? "right" : "left"}">${escapeHtml(title)}${below}</th>`;
}

/** A table of this many columns and no more than this many rows is turned. */
const turned = { columns: 11, rows: 6 } as const;

const isTurned = ({ columns, head, tail }: TableView, { mayTurn = false }: TableTextOptions): boolean =>
  mayTurn && tail.length === 0 && head.length > 0 && head.length <= turned.rows && columns.length >= turned.columns;

/** Each row as a column under the first text that names it; each column as a line. */
function turnedTable({ head }: TableView, columns: readonly ShownColumn[]): string {
  const key = columns.find(({ isNumber }) => !isNumber) ?? (columns[0] as ShownColumn);
  const names = head.map((row) => `<th scope="col" style="text-align:right">${escapeHtml(key.text(row[key.name]))}</th>`);
  const line = ({ name, title, text }: ShownColumn) =>
    `<tr><th scope="row" style="text-align:left">${escapeHtml(title)}</th>${head.map((row) => cell(text(row[name]), true)).join("")}</tr>`;
  const lines = columns.filter((column) => column !== key).map(line);
  const corner = `<th scope="col" style="text-align:left">${escapeHtml(key.title)}</th>`;
  return `<table><thead><tr>${corner}${names.join("")}</tr></thead><tbody>${lines.join("")}</tbody></table>`;
}

function plainTable(view: TableView, columns: readonly ShownColumn[]): string {
  const row = (values: Readonly<Record<string, unknown>>) =>
    `<tr>${columns.map(({ name, text, isNumber }) => cell(text(values[name]), isNumber)).join("")}</tr>`;
  const between =
    view.tail.length === 0 ? [] : [`<tr class="marklab-gap">${columns.map(({ isNumber }) => cell("⋮", isNumber)).join("")}</tr>`];
  const body = [...view.head.map(row), ...between, ...view.tail.map(row)].join("");
  return `<table><thead><tr>${columns.map(heading).join("")}</tr></thead><tbody>${body}</tbody></table>`;
}

/**
 * A table for people to read, as HTML: numbers right, text left, missing values as a dash, the shape below.
 *
 * Every value is escaped. Give the page `tableStyle` once; without it (as where style sheets are taken out) the table stays readable.
 */
export function htmlTable(view: TableView, options: TableTextOptions = {}): string {
  const columns = columnsToShow(view, options);
  const table = isTurned(view, options) ? turnedTable(view, columns) : plainTable(view, columns);
  const wide = columns.length >= turned.columns && !isTurned(view, options) ? " marklab-wide" : "";
  return (
    `<div class="marklab-table${wide}">${table}</div>` + `<div class="marklab-shape">${escapeHtml(shapeText(view, options.language))}</div>`
  );
}
