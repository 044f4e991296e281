import { format, missing, type Language } from "../language/index.js";

/** How the cells of one column are written and to which side they keep. */
export interface ColumnText {
  readonly isNumber: boolean;
  text(value: unknown): string;
}

const isMissing = (value: unknown) => value === null || value === undefined || (typeof value === "number" && !Number.isFinite(value));

/** Numbers that name something (ids, codes, years) carry no thousands mark. */
const namesSomething = (column: string) =>
  /(^|[^a-z])(id|code|no|number|year|zip|sku|phone)$/i.test(column) ||
  /[a-z](ID|Id|No|Code|Year)$/.test(column) ||
  /(编号|号|号码|编码|代码|年|年份|ID)$/.test(column);

const decimalsOf = (value: number): number => /\.(\d+)/.exec(format("en").exact(value))?.[1]?.length ?? 0;

/** One precision per column, so that the points stand below each other: what its numbers need, but no more than 4 digits after the first. */
function decimalsOfColumn(numbers: readonly number[]): number {
  const needed = numbers.reduce((most, value) => Math.max(most, decimalsOf(value)), 0);
  const largest = numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const useful = largest >= 100 ? 2 : largest >= 1 ? 3 : 4;
  return Math.min(needed, useful);
}

function numberColumn(name: string, values: readonly unknown[], language: Language): ColumnText {
  const { exact, number } = format(language);
  const decimals = decimalsOfColumn(values.filter((value): value is number => typeof value === "number" && Number.isFinite(value)));
  const useGrouping = !namesSomething(name);
  const written = new Intl.NumberFormat("en", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping,
    signDisplay: "negative",
  });
  const text = (value: number | bigint) => {
    const rounded = written.format(value).replace("-", "−");
    const isLost = value !== 0 && !/[1-9]/.test(rounded);
    if (typeof value === "bigint" || !isLost) return rounded;
    return Math.abs(value) < 1e-6 ? number(value) : exact(value);
  };
  return { isNumber: true, text: (value) => (isMissing(value) ? missing : text(value as number)) };
}

const dayOnly = (day: Date) => day.getTime() % 86_400_000 === 0;
const clock = (text: string) => text.replace("T", " ").replace(/(:00)?(\.000)?Z$/, "");

function dateColumn(values: readonly unknown[]): ColumnText {
  const isDays = values.every((value) => !(value instanceof Date) || dayOnly(value));
  const text = (day: Date) => (Number.isNaN(day.getTime()) ? missing : isDays ? day.toISOString().slice(0, 10) : clock(day.toISOString()));
  return { isNumber: false, text: (value) => (value instanceof Date ? text(value) : plainText(value)) };
}

const withoutBigints = (_key: string, value: unknown) => (typeof value === "bigint" ? value.toString() : value);

function objectText(value: object): string {
  try {
    return JSON.stringify(value, withoutBigints) ?? missing;
  } catch {
    return "{…}";
  }
}

/** Any value as one line of text; never `null`, `undefined`, `NaN` or `[object Object]`. */
function plainText(value: unknown): string {
  if (isMissing(value)) return missing;
  if (typeof value === "string") return value.replace(/\s*[\r\n]+\s*/g, " ↵ ");
  if (value instanceof Date) return dateColumn([value]).text(value);
  if (typeof value === "object") return objectText(value as object);
  return typeof value === "number" ? format().exact(value) : String(value);
}

/** How a column is written, judged by the values that are shown of it. */
export function columnText(name: string, values: readonly unknown[], language: Language): ColumnText {
  const present = values.filter((value) => !isMissing(value));
  const are = (test: (value: unknown) => boolean) => present.length > 0 && present.every(test);
  if (are((value) => typeof value === "number" || typeof value === "bigint")) return numberColumn(name, present, language);
  if (are((value) => value instanceof Date)) return dateColumn(present);
  return { isNumber: false, text: plainText };
}
