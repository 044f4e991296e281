import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { column, join, raw, sql } from "../../engine/sql.js";
import { temporaryPath } from "../../engine/temporary-folder.js";
import { uniqueNames } from "../column-names.js";
import { noRows } from "../errors.js";
import { renamedNote } from "../notes.js";
import { typedTable } from "../typing/typed-table.js";
import { typingNotes } from "../typing/typing-notes.js";
import { columnKind, type ColumnKind } from "./column-kind.js";
import type { LoadContext, Loaded } from "./loaded.js";
import type { MemoryColumns } from "./memory-columns.js";

const rowsPerPiece = 2000;
const sampleRows = 1000;

/**
 * Rows from memory as a table. Numbers, booleans and dates keep their types; a column that mixes types is text.
 * Text that looks like a number was meant as text; text that is a date in every row becomes one.
 *
 * @throws DataError `no-rows`
 */
export async function loadRows(context: Omit<LoadContext, "path">, rows: MemoryColumns): Promise<Loaded> {
  const { engine, name } = context;
  if (rows.rowCount === 0 || rows.names.length === 0) throw noRows({ path: name, columns: rows.names });
  const names = uniqueNames(rows.names);
  const kinds = names.map((_, place) => columnKind(rows, place));
  const path = temporaryPath(".jsonl");
  try {
    const sha256 = await writeLines(path, rows, kinds);
    const columns = raw(`{${kinds.map(({ type }, place) => `c${place}: '${type}'`).join(", ")}}`);
    const named = join(
      names.map((one, place) => sql`${raw(`c${place}`)} AS ${column(one)}`),
      ", ",
    );
    const source = sql`(SELECT ${named} FROM read_json(${path}, format = 'newline_delimited', columns = ${columns}))`;
    const samples = names.map((_, place) =>
      Array.from({ length: Math.min(rows.rowCount, sampleRows) }, (_, row) => String(kinds[place]?.plain(rows.value(place, row)) ?? "")),
    );
    const asTheyAre = new Set(names.filter((_, place) => kinds[place]?.type !== "VARCHAR"));
    const firstRow = 1;
    return await engine.session(async (session) => {
      const table = await typedTable(session, { source, names, samples, asTheyAre, typed: true }, context);
      const renamed = rows.names.map((from, place) => [from, names[place] ?? ""] as const).filter(([from, to]) => from !== to);
      const notes = [
        ...(renamed.length > 0 ? [renamedNote(renamed)] : []),
        ...(await typingNotes(session, table, { firstRow, rowsSetAside: [] })),
      ];
      return { relation: table.name, sha256, notes };
    });
  } finally {
    await rm(path, { force: true });
  }
}

/** One JSON object a row; gives the hash of what was written, which is the same for the same rows. */
async function writeLines(path: string, rows: MemoryColumns, kinds: readonly ColumnKind[]): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(rows.names));
  function* pieces() {
    for (let start = 0; start < rows.rowCount; start += rowsPerPiece) {
      let piece = "";
      for (let row = start; row < Math.min(start + rowsPerPiece, rows.rowCount); row++) {
        const fields = kinds.map((kind, place) => `"c${place}":${JSON.stringify(kind.plain(rows.value(place, row)))}`);
        piece += `{${fields.join(",")}}\n`;
      }
      hash.update(piece);
      yield piece;
    }
  }
  await pipeline(pieces, createWriteStream(path));
  return hash.digest("hex");
}
