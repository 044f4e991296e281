import type { Queries } from "../../engine/duckdb-session.js";
import { column, sql } from "../../engine/sql.js";
import { mixedNote, readAsNote, undecidedDateNote, type Note } from "../notes.js";
import type { Reading } from "./reading.js";
import { isFew } from "./diagnose.js";
import type { TypedTable } from "./typed-table.js";
import { rowInFile, type FileRows } from "./file-rows.js";

/** What typing decided that a reader may not expect. */
export async function typingNotes(session: Queries, table: TypedTable, rows: FileRows): Promise<Note[]> {
  const notes: Note[] = [];
  for (const [name, { reading, isUndecided, nearest }] of table.verdicts) {
    const note = isUndecided
      ? undecidedDateNote(name)
      : nearest
        ? await mixedColumn(session, { name, reading: nearest, table, rows })
        : readAsNote(name, reading.id);
    if (note) notes.push(note);
  }
  return notes;
}

async function mixedColumn(
  session: Queries,
  { name, reading, table, rows }: { name: string; reading: Reading; table: TypedTable; rows: FileRows },
): Promise<Note | undefined> {
  const fails = sql`${column(name)} IS NOT NULL AND (${reading.fails(column(name))})`;
  const found = await session.query(sql`
    SELECT count(*) FILTER (WHERE ${fails}) AS failed, count(${column(name)}) AS present, min(rowid) FILTER (WHERE ${fails}) AS place,
      arg_min(${column(name)}, rowid) FILTER (WHERE ${fails}) AS value
    FROM ${table.name}`);
  const { failed, present, place, value } = found.object() as { failed: number; present: number; place: number; value: string };
  if (failed === 0 || !isFew(reading, failed, present)) return undefined;
  return mixedNote({
    name,
    type: reading.type,
    row: rowInFile(place, rows),
    value: value.slice(0, 60),
    count: failed,
    hasHeader: rows.firstRow > 1,
  });
}
