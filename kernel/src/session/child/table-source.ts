import type { TableSource } from "./table.js";

/** A value that reads as a table: an array of plain objects, or an object with Arquero's methods. */
export function asTable(value: unknown): TableSource | undefined {
  if (Array.isArray(value)) return fromRows(value);
  return isColumnTable(value) ? fromColumnTable(value) : undefined;
}

const sampledRows = 1000;

function fromRows(rows: readonly unknown[]): TableSource | undefined {
  if (rows.length === 0 || !rows.every(isPlainObject)) return undefined;
  const columns = new Set<string>();
  for (const row of [...rows.slice(0, sampledRows), ...rows.slice(-10)]) for (const name of Object.keys(row as object)) columns.add(name);
  if (columns.size === 0) return undefined;
  return {
    columns: [...columns],
    rowCount: rows.length,
    value: (row, column) => {
      const record = rows[row] as Record<string, unknown>;
      return Object.hasOwn(record, column) ? record[column] : undefined;
    },
  };
}

function isPlainObject(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

interface ColumnTable {
  columnNames(): string[];
  numRows(): number;
  get(column: string, row?: number): unknown;
}

function isColumnTable(value: unknown): value is ColumnTable {
  const table = value as Partial<Record<keyof ColumnTable, unknown>> | null;
  return (
    typeof table === "object" &&
    table !== null &&
    typeof table.columnNames === "function" &&
    typeof table.numRows === "function" &&
    typeof table.get === "function"
  );
}

function fromColumnTable(table: ColumnTable): TableSource {
  return { columns: table.columnNames(), rowCount: table.numRows(), value: (row, column) => table.get(column, row) };
}
