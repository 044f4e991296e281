import type { MimeBundle } from "../display.js";
import { escapeHtml } from "../escape-html.js";
import { currentLanguage, type Text } from "../language/language.js";
import { htmlTable, tableStyle, textTable, type ColumnLabels, type TableView } from "../tables/index.js";
import type { Column, ColumnType } from "./dataset.js";
import type { Note } from "./notes.js";

interface Shown {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rowCount: number;
  readonly head: readonly Readonly<Record<string, unknown>>[];
  readonly notes: readonly Note[];
}

const typeNames: Readonly<Record<ColumnType, Text>> = {
  text: { en: "text", "zh-CN": "文本" },
  number: { en: "number", "zh-CN": "数字" },
  integer: { en: "integer", "zh-CN": "整数" },
  boolean: { en: "true or false", "zh-CN": "真假" },
  date: { en: "date", "zh-CN": "日期" },
  timestamp: { en: "date and time", "zh-CN": "日期时间" },
  other: { en: "other", "zh-CN": "其他" },
};

/** Each column is headed by its name and type. */
const typedHeadings = (columns: readonly Column[]): ColumnLabels =>
  Object.fromEntries(columns.map(({ name, type }) => [name, { title: { en: name, "zh-CN": name }, note: typeNames[type] }]));

/** How a data set shows itself: its first rows, headed by names and types, its shape, and what loading noticed. All text is escaped. */
export function datasetBundle({ name, columns, rowCount, head, notes }: Shown): MimeBundle {
  const language = currentLanguage();
  const view: TableView = { columns: columns.map((column) => column.name), head, tail: [], rowCount };
  const options = { language, labels: typedHeadings(columns) };
  const noted = notes.map(({ text }) => text[language]);
  const list = noted.length > 0 ? `<ul>${noted.map((note) => `<li>${escapeHtml(note)}</li>`).join("")}</ul>` : "";
  return {
    "text/html": `<style>${tableStyle}</style><div><strong>${escapeHtml(name)}</strong></div>${htmlTable(view, options)}${list}`,
    "text/plain": [name, textTable(view, options), ...noted].join("\n"),
  };
}
