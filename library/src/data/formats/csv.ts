import type { Queries } from "../../engine/duckdb-session.js";
import { DataError } from "../../data-error.js";
import { join, literal, raw, sql, type Sql } from "../../engine/sql.js";
import { uniqueNames } from "../column-names.js";
import { columnMissing, noRows, notText, quoteUnclosed, rowsDoNotFit, unknownEncoding, wrongDelimiter } from "../errors.js";
import { nearestName } from "../nearest-name.js";
import { delimiterNote, encodingNote, noHeaderNote, renamedNote, setAsideNote, type Note } from "../notes.js";
import { csvLayout, likelyDelimiter, type CsvLayout } from "../text/csv-layout.js";
import { detectEncoding, encodingNamed, isUtf8, type Encoding } from "../text/encoding.js";
import { hashFile } from "../text/hash.js";
import { readHead, type Head } from "../text/head.js";
import { stage } from "../text/stage.js";
import { typedTable, type TypedTable } from "../typing/typed-table.js";
import { typingNotes } from "../typing/typing-notes.js";
import type { CsvOptions, LoadContext, Loaded } from "./loaded.js";
import { readRejects, rejectTables, type Rejects, type RejectTables } from "./rejects.js";

/** The file as the engine can read it, and how it is laid out. */
interface Readable {
  readonly path: string;
  readonly encoding: Encoding;
  readonly layout: CsvLayout;
  readonly names: readonly string[];
  readonly compression: Head["compression"];
}

/** One attempt: what the bytes are taken for, and whether line ends are made one kind first. */
interface Attempt {
  readonly encoding: Encoding;
  readonly unifyLines: boolean;
  readonly longLines: boolean;
}

/** Rows that do not fit are an accident up to this share; above it the file is not what it was taken for. */
const mostSetAside = 0.5;
const longestLine = 256 * 2 ** 20;

/** Loads a CSV file, plain or compressed, in any delimiter and in the encodings that `encoding.ts` knows. */
export async function loadCsv(context: LoadContext, options: CsvOptions): Promise<Loaded> {
  const head = await readHead(context);
  const given = options.encoding === undefined ? undefined : encodingNamed(options.encoding);
  if (options.encoding !== undefined && !given) throw unknownEncoding({ encoding: options.encoding });
  const encoding = given ?? detectEncoding(head.bytes);
  if (!encoding || head.kind) throw notText({ path: context.name, kind: head.kind });
  return attempt(context, { head, options }, { encoding, unifyLines: mixesLineEnds(head.bytes), longLines: false });
}

const mixesLineEnds = (bytes: Buffer): boolean => {
  const text = bytes.toString("latin1");
  return text.includes("\r\n") ? /[^\r]\n|\r[^\n]/.test(text) : text.includes("\r") && text.includes("\n");
};

async function attempt(context: LoadContext, file: { head: Head; options: CsvOptions }, how: Attempt): Promise<Loaded> {
  const { head, options } = file;
  const layout = layoutOf(context, {
    text: new TextDecoder(how.encoding.label).decode(head.bytes, { stream: true }),
    isCut: head.isCut,
    options,
  });
  const names = uniqueNames(layout.header);
  const unknown = options.text?.find((name) => !names.includes(name));
  if (unknown !== undefined) throw columnMissing({ name: unknown, columns: names, nearest: nearestName(unknown, names) });
  const needsStaging = head.compression === "gzip" || !isUtf8(how.encoding) || how.unifyLines;
  const staged = needsStaging
    ? await stage(context.path, { encoding: how.encoding, isGzip: head.compression === "gzip", unifyLines: how.unifyLines })
    : undefined;
  const sha256 = staged ? Promise.resolve(staged.sha256) : hashFile(context.path);
  const readable: Readable = {
    path: staged?.path ?? context.path,
    encoding: how.encoding,
    layout,
    names,
    compression: staged ? "none" : head.compression,
  };
  try {
    const [loaded, hash] = await Promise.all([
      context.engine.session((session) => read(session, context, { readable, options, how })),
      sha256,
    ]);
    return { ...loaded, sha256: hash };
  } catch (error) {
    const next = nextAttempt(error, how);
    if (next) return await attempt(context, file, next);
    throw error;
  } finally {
    await staged?.dispose();
  }
}

interface Beginning {
  readonly text: string;
  /** The text may break off in a row. */
  readonly isCut: boolean;
  readonly options: CsvOptions;
}

function layoutOf(context: LoadContext, { text, isCut, options }: Beginning): CsvLayout {
  const layout = csvLayout(text, options);
  const { delimiter } = options;
  if (delimiter !== undefined && layout.header.length < 2) {
    const nearest = likelyDelimiter(text);
    if (nearest !== delimiter && csvLayout(text, { ...options, delimiter: nearest }).header.length > 1) {
      throw wrongDelimiter({ path: context.name, delimiter, nearest });
    }
  }
  if (layout.rows.length === 0) throw noRows({ path: context.name, columns: layout.header });
  return isCut && layout.rows.length > 1 ? { ...layout, rows: layout.rows.slice(0, -1) } : layout;
}

/** Thrown inside an attempt that another way of reading may mend. */
class ReadAgain extends Error {
  constructor(readonly change: Partial<Attempt>) {
    super("The file has to be read another way");
  }
}

/** DuckDB keeps the first bytes of a line that is too long for it, and fails when they end within a character. */
const isCutCharacter = (message: string): boolean => message.includes("Invalid unicode") && message.includes("segment statistics");

function nextAttempt(error: unknown, how: Attempt): Attempt | undefined {
  if (error instanceof ReadAgain) return { ...how, ...error.change };
  const cause = error instanceof DataError && error.cause instanceof Error ? error.cause.message : "";
  if (cause.includes("invalid state") && !how.unifyLines) return { ...how, unifyLines: true };
  return isCutCharacter(cause) && !how.longLines ? { ...how, longLines: true } : undefined;
}

async function read(
  session: Queries,
  context: LoadContext,
  { readable, options, how }: { readable: Readable; options: CsvOptions; how: Attempt },
): Promise<Omit<Loaded, "sha256">> {
  const { layout, names } = readable;
  const tables = rejectTables();
  const source = readCsv(readable, { tables, longLines: how.longLines });
  const wholeRows = layout.rows.filter((row) => row.length === names.length || (row.length === names.length + 1 && row.at(-1) === ""));
  const samples = names.map((_, place) => wholeRows.map((row) => row[place] ?? ""));
  const firstRow = layout.skip + (layout.hasHeader ? 2 : 1);
  const table = await typedTable(session, { source, names, samples, asTheyAre: new Set(options.text) }, context);
  const rejects = await readRejects(session, tables);
  const setAside = rejects ? await checkRejects(session, context, { rejects, table, readable, how }) : [];
  const rows = { relation: table.name, firstRow, rowsSetAside: rejects?.rows ?? [] };
  return { ...rows, notes: [...layoutNotes(readable), ...setAside, ...(await typingNotes(session, table, rows))] };
}

/** The file as rows of text; what cannot be read goes to the reject tables. */
function readCsv({ path, layout, names, compression }: Readable, { tables, longLines }: { tables: RejectTables; longLines: boolean }): Sql {
  const columns = join(
    names.map((name) => sql`${literal(name)}: 'VARCHAR'`),
    ", ",
  );
  return sql`read_csv(${literal(path)}, columns = {${columns}}, auto_detect = false, delim = ${literal(layout.delimiter)}, quote = '"', escape = '"',
    header = ${raw(String(layout.hasHeader))}, skip = ${raw(String(layout.skip))}, compression = ${literal(compression)},
    ignore_errors = true, store_rejects = true, rejects_table = ${literal(tables.errors)}, rejects_scan = ${literal(tables.scans)}
    ${raw(longLines ? `, max_line_size = ${longestLine}, parallel = false` : "")})`;
}

interface Checked {
  readonly rejects: Rejects;
  readonly table: TypedTable;
  readonly readable: Readable;
  readonly how: Attempt;
}

async function checkRejects(session: Queries, context: LoadContext, { rejects, table, readable, how }: Checked): Promise<Note[]> {
  const { name: path } = context;
  if (rejects.kinds.has("INVALID ENCODING") && isUtf8(readable.encoding) && !how.unifyLines) {
    throw new ReadAgain({ encoding: encodingNamed("gb18030") ?? readable.encoding });
  }
  if (rejects.kinds.has("LINE SIZE OVER MAXIMUM") && !how.longLines) throw new ReadAgain({ longLines: true });
  if (rejects.unclosedRow !== undefined) throw quoteUnclosed({ path, row: rejects.unclosedRow });
  const kept = (await session.query(sql`SELECT count(*) AS n FROM ${table.name}`)).get("n", 0) as number;
  const rows = kept + rejects.count;
  const { row, value } = rejects.first;
  if (rejects.count > mostSetAside * rows)
    throw rowsDoNotFit({ path, columns: readable.names.length, setAside: rejects.count, rows, row, value });
  const isLast =
    rejects.count === 1 &&
    rejects.first.kind !== "TOO MANY COLUMNS" &&
    row === readable.layout.skip + (readable.layout.hasHeader ? 1 : 0) + rows;
  return [setAsideNote({ count: rejects.count, row, value, isLast })];
}

function layoutNotes({ encoding, layout, names }: Readable): Note[] {
  const renamed = layout.header.map((from, index) => [from, names[index] ?? ""] as const).filter(([from, to]) => from !== to);
  return [
    ...(isUtf8(encoding) ? [] : [encodingNote(encoding.name)]),
    ...(layout.delimiter === "," ? [] : [delimiterNote(layout.delimiter)]),
    ...(layout.hasHeader ? [] : [noHeaderNote(names)]),
    ...(layout.hasHeader && renamed.length > 0 ? [renamedNote(renamed)] : []),
  ];
}
