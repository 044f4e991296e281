import type { DuckdbEngine } from "../../engine/duckdb.js";
import type { QueryOptions } from "../../engine/engine.js";
import type { Sql } from "../../engine/sql.js";
import type { Note } from "../notes.js";

/** What a format's loader gives: rows in the engine, and what was noticed. */
export interface Loaded {
  readonly relation: Sql;
  readonly sha256: string;
  readonly notes: readonly Note[];
  /** Row of the file that holds the first row of the relation, as a spreadsheet counts; nothing where rows have no place in a file. */
  readonly firstRow?: number;
  /** Rows of the file that were set aside, in order. */
  readonly rowsSetAside?: readonly number[];
}

export interface LoadContext extends QueryOptions {
  readonly engine: DuckdbEngine;
  readonly path: string;
  /** How messages name the file. */
  readonly name: string;
}

export interface CsvOptions {
  /** The mark between columns (default: found in the first rows). */
  readonly delimiter?: string;
  /** Such as "gb18030" (default: found in the bytes). */
  readonly encoding?: string;
  /** Whether the first row names the columns (default: found in the first rows). */
  readonly header?: boolean;
  /** Columns that stay text whatever they hold. */
  readonly text?: readonly string[];
}
