import { DataError } from "../../data-error.js";
import { column, join, literal, raw, sql, type Sql } from "../../engine/sql.js";
import { fileCutShort, noRows, notFormat } from "../errors.js";
import { firstBytes } from "../text/file.js";
import { hashFile } from "../text/hash.js";
import { typedTable } from "../typing/typed-table.js";
import { typingNotes } from "../typing/typing-notes.js";
import type { LoadContext, Loaded } from "./loaded.js";

interface Described {
  readonly column_name: string;
  readonly column_type: string;
}

const keptTypes = /^(BIGINT|UBIGINT|HUGEINT|DOUBLE|BOOLEAN)$/;

/**
 * JSON lines, or one array of objects. Numbers and booleans keep their types; text becomes a date when every value is one;
 * objects within objects are their JSON text.
 *
 * @throws DataError `not-format`, `no-rows`, `file-cut-short`
 */
export async function loadJson(context: LoadContext): Promise<Loaded> {
  const { engine, path, name } = context;
  const hash = hashFile(path);
  try {
    const loaded = await engine.session(async (session) => {
      const found = await session.query(
        sql`DESCRIBE SELECT * FROM read_json(${path}, sample_size = -1, maximum_depth = 2, records = true)`,
        context,
      );
      const described = found.objects() as Described[];
      const names = described.map((one) => one.column_name);
      const isKept = (type: string) => keptTypes.test(type);
      const source = readJson(path, described, isKept);
      const sampled = await session.query(sql`SELECT * FROM ${source} LIMIT 1000`, context);
      if (sampled.numRows() === 0) throw noRows({ path: name, columns: names });
      const samples = names.map((one) => (sampled.array(one) as unknown[]).map((value) => String(value ?? "")));
      const asTheyAre = new Set(described.filter((one) => isKept(one.column_type)).map((one) => one.column_name));
      const table = await typedTable(session, { source, names, samples, asTheyAre, typed: true }, context);
      return { relation: table.name, firstRow: 1, notes: await typingNotes(session, table, { firstRow: 1, rowsSetAside: [] }) };
    });
    return { ...loaded, sha256: await hash };
  } catch (error) {
    await hash.catch(() => undefined);
    if (!(error instanceof DataError) || error.code !== "query-failed") throw error;
    if (/^\s*\[\s*\]\s*$/.test((await firstBytes(path, 1000)).toString())) throw noRows({ path: name, columns: [] });
    throw unreadable(name, error);
  }
}

function readJson(path: string, described: readonly Described[], isKept: (type: string) => boolean): Sql {
  const types = described.map(
    ({ column_name, column_type }) => sql`${literal(column_name)}: ${raw(isKept(column_type) ? `'${column_type}'` : "'VARCHAR'")}`,
  );
  const fields = described.map(({ column_name, column_type }) =>
    isKept(column_type) ? column(column_name) : sql`nullif(${column(column_name)}, '') AS ${column(column_name)}`,
  );
  return sql`(SELECT ${join(fields, ", ")} FROM read_json(${literal(path)}, columns = {${join(types, ", ")}}))`;
}

function unreadable(path: string, error: DataError): DataError {
  const said = error.cause instanceof Error ? error.cause.message : "";
  const options = { cause: error };
  return /unexpected end|GZIP|gzip/i.test(said)
    ? fileCutShort({ path, format: "JSON" }, options)
    : notFormat({ path, format: "JSON" }, options);
}
