import type { ColumnTable } from "arquero";
import type { Language, Text } from "../language/language.js";
import { mostRows, type Sheet, type SheetValue } from "../report/workbook/sheet.js";
import type { ColumnLabels } from "../tables/html-table.js";
import type { Result } from "./result.js";

interface Named {
  readonly name: string;
  readonly title: Text;
  readonly table: ColumnTable;
  readonly labels: ColumnLabels;
}

const isDay = (value: Date): boolean => value.getTime() % 86_400_000 === 0;

function kindOf(values: readonly unknown[]): Sheet["kinds"][number] {
  const present = values.filter((value) => value !== null && value !== undefined);
  if (present.length > 0 && present.every((value) => value instanceof Date)) return present.every(isDay) ? "date" : "time";
  return present.length > 0 && present.every((value) => typeof value === "number") ? "number" : "text";
}

function valueOf(value: unknown): SheetValue {
  if (value === null || value === undefined || (typeof value === "number" && !Number.isFinite(value))) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "string") return value;
  return typeof value === "bigint" ? value.toString() : JSON.stringify(value);
}

function sheetOf({ name, title, table, labels }: Named, language: Language): Sheet {
  const names = table.columnNames();
  const shown = table.slice(0, mostRows);
  const columns = names.map((column) => {
    const values = shown.array(column) as unknown[];
    const texts = labels[column]?.values ?? {};
    return { kind: kindOf(values), values: values.map((value) => texts[String(value)]?.[language] ?? valueOf(value)) };
  });
  const rows = Array.from({ length: shown.numRows() }, (_, row) => columns.map(({ values }) => values[row] ?? null));
  const headings = names.map((column) => labels[column]?.title[language] ?? column);
  return { name, title: title[language], columns: headings, rows, kinds: columns.map(({ kind }) => kind), rowCount: table.numRows() };
}

/** The tables of a result as they go into a workbook: the main one first. */
export function sheetsOf(result: Result, language: Language): Sheet[] {
  const main: Named = { name: result.analysis, title: result.title, table: result.table, labels: result.columnLabels };
  const others = Object.entries(result.tables).map(([name, { title, table, columnLabels }]): Named => ({
    name: `${result.analysis}-${name}`,
    title,
    table,
    labels: columnLabels,
  }));
  return [main, ...others].map((each) => sheetOf(each, language));
}
