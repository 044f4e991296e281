import type { Queries } from "../../engine/duckdb-session.js";
import { column, sql, type Sql } from "../../engine/sql.js";

/** Rows that the engine could not read, as it tells them. */
export interface Rejects {
  readonly count: number;
  readonly rows: readonly number[];
  readonly first: { readonly row: number; readonly value: string; readonly kind: string };
  readonly kinds: ReadonlySet<string>;
  /** Row of a quote that runs on over the following lines. */
  readonly unclosedRow: number | undefined;
}

let tables = 0;

/** Where a read of a CSV file notes the rows that it could not read. The tables are seen only by the connection that read the file. */
export interface RejectTables {
  readonly errors: string;
  readonly scans: string;
}

export const rejectTables = (): RejectTables => ({ errors: `marklab_rejects_${++tables}`, scans: `marklab_scans_${tables}` });

interface Reject {
  line: number;
  kind: string;
  text: string;
}

/** One reject for each row, in the order of the file. */
export async function readRejects(engine: Queries, tables: RejectTables): Promise<Rejects | undefined> {
  const found = await engine.query(rejectsQuery(column(tables.errors)));
  const rejects = found.objects() as Reject[];
  const first = rejects[0];
  if (!first) return undefined;
  const unclosed = rejects.find(({ kind, text }) => kind === "UNQUOTED VALUE" && /[\r\n]/.test(text.trimEnd()));
  return {
    count: rejects.length,
    rows: rejects.map(({ line }) => line),
    first: { row: first.line, value: shorten(first.text), kind: first.kind },
    kinds: new Set(rejects.map(({ kind }) => kind)),
    unclosedRow: unclosed?.line,
  };
}

const rejectsQuery = (table: Sql) =>
  sql`SELECT line, first(CAST(error_type AS VARCHAR)) AS kind, first(coalesce(csv_line, '')) AS text FROM ${table} GROUP BY line ORDER BY line`;

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text.trim());
