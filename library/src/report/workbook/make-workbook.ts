import { unzipSync, zipSync } from "fflate";
import writeExcelFile, { type CellObject, type SheetData } from "write-excel-file/universal";
import type { ResultJson } from "../../analyses/result.js";
import { format } from "../../language/format.js";
import type { Language } from "../../language/language.js";
import { light } from "../../charts/theme.js";
import { reportTexts } from "../report-texts.js";
import type { Sheet, SheetValue } from "./sheet.js";

/** What goes into a workbook: results with their tables, the main one first. */
export interface WorkbookContent {
  readonly title: string;
  readonly language: Language;
  readonly results: readonly { readonly json: Omit<ResultJson, "table">; readonly sheets: readonly Sheet[] }[];
}

const widest = 60;
const longestSheetName = 31;

const heading = (value: string): CellObject => ({
  value,
  type: String,
  fontWeight: "bold",
  wrap: true,
  alignVertical: "top",
  backgroundColor: light.line,
});

/** Every text is stored as text, so that none runs as a formula. */
function cellOf(value: SheetValue, kind: Sheet["kinds"][number]): CellObject | null {
  if (value === null || value === "") return null;
  if (typeof value === "number") return { value, type: Number, format: Number.isInteger(value) ? "#,##0" : "#,##0.######" };
  if (typeof value === "boolean") return { value, type: Boolean };
  if (kind === "date") return { value: new Date(value), type: Date, format: "yyyy-mm-dd" };
  return kind === "time" ? { value: new Date(value), type: Date, format: "yyyy-mm-dd hh:mm:ss" } : { value, type: String };
}

/** Chinese characters take twice the room of Latin ones. */
const widthOf = (text: string): number => [...text].reduce((width, sign) => width + (sign > "\u2e7f" ? 2 : 1), 0);

function columnWidths({ columns, rows }: Sheet): { width: number }[] {
  const sample = rows.slice(0, 200);
  return columns.map((name, index) => {
    const longest = sample.reduce((most, row) => Math.max(most, widthOf(String(row[index] ?? "").slice(0, 80))), widthOf(name));
    return { width: Math.min(widest, longest + 2) };
  });
}

function tableData(sheet: Sheet, language: Language): SheetData {
  const { columns, rows, kinds, rowCount } = sheet;
  const data: SheetData = [columns.map(heading), ...rows.map((row) => row.map((value, index) => cellOf(value, kinds[index] ?? "text")))];
  if (rowCount <= rows.length) return data;
  const { count } = format(language);
  const note = {
    en: `The table goes on: ${count(rows.length)} of ${count(rowCount)} rows are here.`,
    "zh-CN": `表格未完：此处为全部 ${count(rowCount)} 行中的前 ${count(rows.length)} 行。`,
  };
  return [...data, [{ value: note[language], type: String, fontStyle: "italic" as const }]];
}

const line = (name: string, value: unknown): SheetData[number] => [
  { value: name, type: String, textColor: light.muted, alignVertical: "top" },
  { value: String(value), type: String, wrap: true, alignVertical: "top" },
];

const valueText = (value: unknown, language: Language): string => {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "number") return format(language).exact(value);
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};

/** The first sheet: what was found, from what, by which options, with which warnings. */
function summaryData({ title, language, results }: WorkbookContent): SheetData {
  const say = (text: Readonly<Record<Language, string>>) => text[language];
  const parts = results.flatMap(({ json }) => [
    [],
    [heading(json.reading[0] ?? json.analysis), heading("")],
    ...json.reading.slice(1).map((sentence) => line("", sentence)),
    ...json.warnings.map(({ level, text }) => line(`${level === "blocks" ? "●" : "○"} ${say(reportTexts[level])}`, text)),
    line(say(reportTexts.file), json.input.name),
    line(say(reportTexts.fingerprint), json.input.sha256),
    line(say(reportTexts.made), `Marklab · ${json.analysis} ${json.version}`),
    ...Object.entries(json.parameters).map(([name, value]) => line(name, valueText(value, language))),
    ...json.assumptions.map((text) => line(say(reportTexts.assumptions), text)),
  ]);
  return [[{ value: title, type: String, fontWeight: "bold", fontSize: 14 }], ...parts];
}

/** Names that spreadsheets take: no more than 31 characters, none of `[]:*?/\`, no name twice. */
function sheetNames(sheets: readonly Sheet[], first: string): string[] {
  const taken = new Set([first.toLowerCase()]);
  return sheets.map(({ title }) => {
    const plain =
      title
        .replace(/[[\]:*?/\\]/g, " ")
        .replace(/^'|'$/g, "")
        .trim()
        .slice(0, longestSheetName) || "–";
    let name = plain;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${plain.slice(0, longestSheetName - 4)} (${number})`;
    taken.add(name.toLowerCase());
    return name;
  });
}

/** The same content gives the same bytes: the archive's files are dated to the first day that the format knows. */
function withFixedTimes(bytes: Uint8Array): Uint8Array {
  return zipSync(unzipSync(bytes), { mtime: new Date(1980, 0, 1), level: 6 });
}

/**
 * The tables of results as one XLSX file: a first sheet with findings, warnings, options and data, then a sheet per table with typed cells and a
 * header that stays.
 *
 * @returns the bytes of the file; the same content gives the same bytes
 * @example await writeFile("rfm.xlsx", await makeWorkbook({ title: "RFM", language: "en", results }));
 */
export async function makeWorkbook(content: WorkbookContent): Promise<Uint8Array> {
  const { language, results } = content;
  const summary = { en: "Summary", "zh-CN": "摘要" }[language];
  const sheets = results.flatMap(({ sheets: each }) => each).filter(({ columns }) => columns.length > 0);
  const names = sheetNames(sheets, summary);
  const file = writeExcelFile([
    { sheet: summary, data: summaryData(content), columns: [{ width: 28 }, { width: 110 }] },
    ...sheets.map((sheet, index) => ({
      sheet: names[index] ?? "",
      data: tableData(sheet, language),
      columns: columnWidths(sheet),
      stickyRowsCount: 1,
    })),
  ]);
  const blob = await file.toBlob();
  return withFixedTimes(new Uint8Array(await blob.arrayBuffer()));
}
