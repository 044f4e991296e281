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

/**
 * A table for people to read, as HTML: numbers right, text left, missing values as a dash, the shape below.
 *
 * Every value is escaped. Give the page `tableStyle` once; without it (as where style sheets are taken out) the table stays readable.
 */
export function htmlTable(view: TableView, options: TableTextOptions = {}): string {
  const columns = columnsToShow(view, options);
  const row = (values: Readonly<Record<string, unknown>>) =>
    `<tr>${columns.map(({ name, text, isNumber }) => cell(text(values[name]), isNumber)).join("")}</tr>`;
  const between =
    view.tail.length === 0 ? [] : [`<tr class="marklab-gap">${columns.map(({ isNumber }) => cell("⋮", isNumber)).join("")}</tr>`];
  const body = [...view.head.map(row), ...between, ...view.tail.map(row)].join("");
  return (
    `<div class="marklab-table"><table><thead><tr>${columns.map(heading).join("")}</tr></thead><tbody>${body}</tbody></table></div>` +
    `<div class="marklab-shape">${escapeHtml(shapeText(view, options.language))}</div>`
  );
}
