import type { MimeBundle } from "../display.js";
import { currentLanguage, type Text } from "../language/language.js";
import type { Column, ColumnType } from "./dataset.js";
import type { Note } from "./notes.js";

interface Shown {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: number;
  readonly head: readonly Readonly<Record<string, unknown>>[];
  readonly notes: readonly Note[];
}

const missing = "–";
const longestText = 120;
const mostColumns = 50;

const typeNames: Readonly<Record<ColumnType, Text>> = {
  text: { en: "text", "zh-CN": "文本" },
  number: { en: "number", "zh-CN": "数字" },
  integer: { en: "integer", "zh-CN": "整数" },
  boolean: { en: "boolean", "zh-CN": "布尔" },
  date: { en: "date", "zh-CN": "日期" },
  timestamp: { en: "time", "zh-CN": "时间" },
  other: { en: "other", "zh-CN": "其他" },
};

const shape = ({ rows, columns, head }: Shown): Text => {
  const more = head.length < rows;
  const count = (value: number) => value.toLocaleString("en-US");
  return {
    en: `${count(rows)} ${rows === 1 ? "row" : "rows"} × ${count(columns.length)} ${columns.length === 1 ? "column" : "columns"}${more ? `, the first ${head.length} shown` : ""}`,
    "zh-CN": `${count(rows)} 行 × ${count(columns.length)} 列${more ? `,显示前 ${head.length} 行` : ""}`,
  };
};

const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");

const cut = (text: string): string => (text.length > longestText ? `${text.slice(0, longestText)}…` : text);

function shown(value: unknown, type: ColumnType): string {
  if (value === null || value === undefined || (typeof value === "number" && Number.isNaN(value))) return missing;
  if (value instanceof Date) return type === "date" ? value.toISOString().slice(0, 10) : value.toISOString().slice(0, 19).replace("T", " ");
  if (typeof value === "number") return String(Number(value.toPrecision(12)));
  return cut(String(value));
}

/** How a data set shows itself: its first rows with the types of its columns, and what loading noticed. All text is escaped. */
export function datasetBundle(dataset: Shown): MimeBundle {
  const language = currentLanguage();
  const columns = dataset.columns.slice(0, mostColumns);
  const cells = dataset.head.map((row) => columns.map(({ name, type }) => shown(row[name], type)));
  const isNumeric = columns.map(({ type }) => type === "number" || type === "integer");
  const title = `${dataset.name}: ${shape(dataset)[language]}`;
  const notes = dataset.notes.map(({ text }) => text[language]);
  const left = dataset.columns.length - columns.length;
  if (left > 0) notes.unshift(language === "en" ? `${left} more columns are not shown.` : `另有 ${left} 列未显示。`);
  return {
    "text/html": html({ title, columns, cells, isNumeric, notes }),
    "text/plain": plain({ title, columns, cells, isNumeric, notes }),
  };
}

interface Laid {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly cells: readonly (readonly string[])[];
  readonly isNumeric: readonly boolean[];
  readonly notes: readonly string[];
}

function html({ title, columns, cells, isNumeric, notes }: Laid): string {
  const language = currentLanguage();
  const align = (place: number) => (isNumeric[place] ? ' style="text-align:right"' : ' style="text-align:left"');
  const heads = columns.map(
    ({ name, type }, place) => `<th${align(place)}>${escape(name)}<br><small>${typeNames[type][language]}</small></th>`,
  );
  const rows = cells.map((row) => `<tr>${row.map((text, place) => `<td${align(place)}>${escape(text)}</td>`).join("")}</tr>`);
  const list = notes.length > 0 ? `<ul>${notes.map((note) => `<li>${escape(note)}</li>`).join("")}</ul>` : "";
  return `<figure style="margin:0"><figcaption>${escape(title)}</figcaption><table><thead><tr>${heads.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>${list}</figure>`;
}

/** Columns of a terminal that a text takes: letters of East Asia take two. */
const width = (text: string): number => [...text].reduce((sum, letter) => sum + (/[\u1100-\u115f\u2e80-\uffe6]/.test(letter) ? 2 : 1), 0);

function plain({ title, columns, cells, isNumeric, notes }: Laid): string {
  const lines = [columns.map(({ name }) => name), ...cells].map((row) => row.map((text) => cut(text).replace(/\s+/g, " ")));
  const widths = columns.map((_, place) => Math.max(...lines.map((row) => width(row[place] ?? ""))));
  const pad = (text: string, place: number) => {
    const space = " ".repeat(Math.max(0, (widths[place] ?? 0) - width(text)));
    return isNumeric[place] ? space + text : text + space;
  };
  return [title, ...lines.map((row) => row.map(pad).join("  ").trimEnd()), ...notes].join("\n");
}
