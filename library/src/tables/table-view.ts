import type { ColumnTable } from "arquero";

type Row = Readonly<Record<string, unknown>>;

/** The part of a table that is shown: its first rows, its last rows, and how large the whole is. */
export interface TableView {
  readonly columns: readonly string[];
  readonly head: readonly Row[];
  readonly tail: readonly Row[];
  /** Rows of the whole table; left out where nobody has counted them. */
  readonly rowCount?: number | undefined;
}

export interface TableViewOptions {
  /** Rows shown from the start (default 10). */
  readonly head?: number;
  /** Rows shown from the end (default 5). */
  readonly tail?: number;
}

/** What is shown of an Arquero table: 10 rows from the start, 5 from the end, or all when they are no more than that. */
export function viewOfTable(table: ColumnTable, { head = 10, tail = 5 }: TableViewOptions = {}): TableView {
  const rowCount = table.numRows();
  const isShort = rowCount <= head + tail;
  return {
    columns: table.columnNames(),
    head: table.slice(0, isShort ? rowCount : head).objects() as Row[],
    tail: isShort ? [] : (table.slice(rowCount - tail).objects() as Row[]),
    rowCount,
  };
}

/** What is shown of rows that are here as a whole, as objects. Their columns are the keys of all rows, in order of appearance. */
export function viewOfRows(rows: readonly Row[], { head = 10, tail = 5 }: TableViewOptions = {}): TableView {
  const isShort = rows.length <= head + tail;
  return {
    columns: [...new Set(rows.flatMap((row) => Object.keys(row)))],
    head: isShort ? rows : rows.slice(0, head),
    tail: isShort || tail === 0 ? [] : rows.slice(-tail),
    rowCount: rows.length,
  };
}
