import { DataError } from "../../data-error.js";
import { column, join, literal, raw, sql, type Sql } from "../../engine/sql.js";
import { fileCutShort, linesNotJson, noRows, notFormat } from "../errors.js";
import { largeIntegersNote, linesSetAsideNote } from "../notes.js";
import { firstBytes } from "../text/file.js";
import { hashFile } from "../text/hash.js";
import { stageLines } from "../text/stage-lines.js";
import { typedTable, type TypedTable } from "../typing/typed-table.js";
import { typingNotes } from "../typing/typing-notes.js";
import { largeIntegers } from "./large-integers.js";
import type { LoadContext, Loaded } from "./loaded.js";

interface Described {
  readonly column_name: string;
  readonly column_type: string;
}

const keptTypes = /^(BIGINT|UBIGINT|HUGEINT|DOUBLE|BOOLEAN)$/;

/** Lines that are no objects are an accident up to this share. */
const mostSetAside = 0.5;

/**
 * JSON lines, or one array of objects. Numbers and booleans keep their types, but whole numbers that a number would not hold are text; text
 * becomes a date when every value is one; objects within objects are their JSON text. Lines that are no objects are set aside.
 *
 * @throws DataError `not-format`, `no-rows`, `file-cut-short`, `lines-not-json`
 */
export async function loadJson(context: LoadContext): Promise<Loaded> {
  const { path, name } = context;
  const hash = hashFile(path);
  try {
    const loaded = await read(context).catch((error: unknown) => readLines(context, error));
    return { ...loaded, sha256: await hash };
  } catch (error) {
    await hash.catch(() => undefined);
    if (!isQueryFailed(error)) throw error;
    if (/^\s*\[\s*\]\s*$/.test((await firstBytes(path, 1000)).toString())) throw noRows({ path: name, columns: [] });
    throw unreadable(name, error);
  }
}

const isQueryFailed = (error: unknown): error is DataError => error instanceof DataError && error.code === "query-failed";

type Read = Omit<Loaded, "sha256">;

/** Reads what is whole of a file of JSON lines; any other file is refused for the reason it was refused before. */
async function readLines(context: LoadContext, refused: unknown): Promise<Read> {
  if (!isQueryFailed(refused)) throw refused;
  const staged = await stageLines(context.path).catch(() => {
    throw refused;
  });
  try {
    const { aside, count, isFirstWhole, isLastAside } = staged;
    const row = aside[0];
    if (row === undefined || !(isFirstWhole || /\.(jsonl|ndjson)(\.gz)?$/i.test(context.path))) throw refused;
    const found = { count: aside.length, row, value: staged.firstAside.slice(0, 60), isLast: aside.length === 1 && isLastAside };
    if (aside.length > mostSetAside * count) {
      throw linesNotJson({ path: context.name, setAside: aside.length, rows: count, row, value: found.value });
    }
    const loaded = await read({ ...context, path: staged.path }, aside);
    return { ...loaded, notes: [linesSetAsideNote(found), ...loaded.notes] };
  } finally {
    await staged.dispose();
  }
}

const read = (context: LoadContext, rowsSetAside: readonly number[] = []): Promise<Read> =>
  context.engine.session(async (session) => {
    const { path, name } = context;
    const found = await session.query(
      sql`DESCRIBE SELECT * FROM read_json(${path}, sample_size = -1, maximum_depth = 2, records = true)`,
      context,
    );
    const described = found.objects() as Described[];
    const names = described.map((one) => one.column_name);
    const rows = { firstRow: 1, rowsSetAside };
    const make = async (large: readonly string[]): Promise<TypedTable> => {
      const isKept = ({ column_name, column_type }: Described) => keptTypes.test(column_type) && !large.includes(column_name);
      const source = readJson(path, described, isKept);
      const sampled = await session.query(sql`SELECT * FROM ${source} LIMIT 1000`, context);
      if (sampled.numRows() === 0) throw noRows({ path: name, columns: names });
      const samples = names.map((one) => (sampled.array(one) as unknown[]).map((value) => String(value ?? "")));
      const asTheyAre = new Set(described.filter((one) => isKept(one) || large.includes(one.column_name)).map((one) => one.column_name));
      return typedTable(session, { source, names, samples, asTheyAre, typed: true }, context);
    };
    const first = await make([]);
    const large = await largeIntegers(session, first.name, context);
    const table = large.length > 0 ? await make(large) : first;
    if (table !== first) await session.run(sql`DROP TABLE ${first.name}`);
    return { relation: table.name, ...rows, notes: [...large.map(largeIntegersNote), ...(await typingNotes(session, table, rows))] };
  });

function readJson(path: string, described: readonly Described[], isKept: (one: Described) => boolean): Sql {
  const types = described.map((one) => sql`${literal(one.column_name)}: ${raw(isKept(one) ? `'${one.column_type}'` : "'VARCHAR'")}`);
  const fields = described.map((one) =>
    isKept(one) ? column(one.column_name) : sql`nullif(${column(one.column_name)}, '') AS ${column(one.column_name)}`,
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
