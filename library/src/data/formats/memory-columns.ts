import type { ColumnTable } from "arquero";

/** Rows that are in memory, by column. */
export interface MemoryColumns {
  readonly names: readonly string[];
  readonly rowCount: number;
  value(column: number, row: number): unknown;
}

type Row = Readonly<Record<string, unknown>>;

/** Columns are the keys of all rows, in order of appearance. */
export function columnsOfObjects(rows: readonly Row[]): MemoryColumns {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return { names, rowCount: rows.length, value: (column, row) => rows[row]?.[names[column] ?? ""] };
}

/** A table's rows as they are seen: filtered and ordered. */
function columnsOfTable(table: ColumnTable): MemoryColumns {
  const names = table.columnNames();
  const columns = names.map((name) => table.array(name) as ArrayLike<unknown>);
  return { names, rowCount: table.numRows(), value: (column, row) => columns[column]?.[row] };
}

const isTable = (source: unknown): source is ColumnTable =>
  typeof source === "object" && source !== null && "columnNames" in source && "numRows" in source && "array" in source;

const isRow = (row: unknown): row is Row => typeof row === "object" && row !== null && !Array.isArray(row);

/** Objects or a table by column; nothing when the source is neither. */
export function memoryColumns(source: unknown): MemoryColumns | undefined {
  if (isTable(source)) return columnsOfTable(source);
  return Array.isArray(source) && source.every(isRow) ? columnsOfObjects(source) : undefined;
}
