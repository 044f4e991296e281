import type { MemoryColumns } from "./memory-columns.js";

/** How the values of a column in memory enter the engine. */
export interface ColumnKind {
  readonly type: "VARCHAR" | "DOUBLE" | "BIGINT" | "BOOLEAN" | "DATE" | "TIMESTAMP";
  /** The value as JSON holds it; null where it is missing. */
  plain(value: unknown): string | number | boolean | null;
}

const isMissing = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === "number" && !Number.isFinite(value)) ||
  (value instanceof Date && Number.isNaN(value.getTime()));

const asText = (value: unknown): string =>
  value instanceof Date ? value.toISOString() : typeof value === "object" ? JSON.stringify(value) : String(value);

const day = 86_400_000;

/** What each kind of value says about the column it stands in. */
function sortOf(value: unknown): ColumnKind["type"] {
  if (typeof value === "boolean") return "BOOLEAN";
  if (typeof value === "number") return Number.isSafeInteger(value) ? "BIGINT" : "DOUBLE";
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? "BIGINT" : "VARCHAR";
  if (value instanceof Date) return value.getTime() % day === 0 ? "DATE" : "TIMESTAMP";
  return "VARCHAR";
}

const plainValues: Readonly<Record<ColumnKind["type"], (value: unknown) => string | number | boolean>> = {
  VARCHAR: asText,
  DOUBLE: Number,
  BIGINT: Number,
  BOOLEAN: Boolean,
  DATE: (value) => (value as Date).toISOString().slice(0, 10),
  TIMESTAMP: (value) => (value as Date).toISOString().slice(0, 23),
};

/** Types that hold another one's values too. */
const wider: Readonly<Record<string, ColumnKind["type"]>> = {
  "BIGINT DOUBLE": "DOUBLE",
  "DOUBLE BIGINT": "DOUBLE",
  "DATE TIMESTAMP": "TIMESTAMP",
  "TIMESTAMP DATE": "TIMESTAMP",
};

/** The kind that holds every value of a column; text when its values are of several kinds, or all missing. */
export function columnKind(rows: MemoryColumns, column: number): ColumnKind {
  let type: ColumnKind["type"] | undefined;
  for (let row = 0; row < rows.rowCount && type !== "VARCHAR"; row++) {
    const value = rows.value(column, row);
    if (isMissing(value)) continue;
    const found = sortOf(value);
    type = type === undefined || type === found ? found : (wider[`${type} ${found}`] ?? "VARCHAR");
  }
  const settled = type ?? "VARCHAR";
  return { type: settled, plain: (value) => (isMissing(value) || value === "" ? null : plainValues[settled](value)) };
}
