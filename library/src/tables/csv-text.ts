type Row = Readonly<Record<string, unknown>>;

const startsFormula = /^[\s\u0000-\u001f]*[=+\-@\uff1d\uff0b\uff0d\uff20]/u;

/** Texts that a spreadsheet would run get an apostrophe, which it takes off again; numbers stay numbers. */
const neutral = (text: string): string => (startsFormula.test(text) || /^[\t\r\n]/.test(text) ? `'${text}` : text);

function cell(value: unknown): string {
  if (value === null || value === undefined || (typeof value === "number" && !Number.isFinite(value))) return "";
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  const text = neutral(value instanceof Date ? value.toISOString() : typeof value === "object" ? JSON.stringify(value) : String(value));
  return /[",;\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows as CSV that spreadsheets open as it is meant: UTF-8 with a byte-order mark, so that Chinese is read, and no text that runs as a formula
 * (`=`, `+`, `-`, `@` at the start are neutralised with an apostrophe, in headings too). Missing values are empty.
 */
export function csvText(rows: readonly Row[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns, ...rows.map((row) => columns.map((name) => row[name]))];
  return `\ufeff${lines.map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}
