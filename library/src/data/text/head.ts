import { constants, gunzipSync } from "node:zlib";
import { sql } from "../../engine/sql.js";
import { fileCutShort, fileEmpty, notFormat } from "../errors.js";
import type { LoadContext } from "../formats/loaded.js";
import { firstBytes } from "./file.js";
import { kindOfBytes } from "./magic.js";
import { isWholeZstd } from "./zstd-frames.js";

/** The beginning of a file, decompressed. */
export interface Head {
  readonly bytes: Buffer;
  readonly compression: "none" | "gzip" | "zstd";
  /** What the bytes are when they are no text. */
  readonly kind: string | undefined;
  /** There is more of the file, and the bytes may break off in a row. */
  readonly isCut: boolean;
}

const headBytes = 2 ** 18;

/** Reads the beginning of a text file. @throws DataError `not-format` where the name says .gz or .zst and the bytes do not; `file-empty`, `file-cut-short` */
export async function readHead(context: LoadContext): Promise<Head> {
  const { path, name } = context;
  const bytes = await firstBytes(path, headBytes);
  const kind = kindOfBytes(bytes);
  if (/\.gz$/i.test(path) && kind !== "gzip") throw notFormat({ path: name, format: "gzip" });
  if (/\.zst$/i.test(path) && kind !== "Zstandard") throw notFormat({ path: name, format: "Zstandard" });
  const isCut = bytes.length === headBytes;
  const head: Head =
    kind === "gzip"
      ? { bytes: gunzipStart(bytes), compression: "gzip", kind, isCut }
      : kind === "Zstandard"
        ? { bytes: await zstdHead(context), compression: "zstd", kind, isCut: false }
        : { bytes, compression: "none", kind, isCut };
  if (head.bytes.length === 0) throw isWhole(bytes) ? fileEmpty({ path: name }) : fileCutShort({ path: name, format: "gzip" });
  return head.compression === "none" ? head : { ...head, kind: kindOfBytes(head.bytes) };
}

/** @throws DataError `file-cut-short` */
async function zstdHead(context: LoadContext): Promise<Buffer> {
  if (!(await isWholeZstd(context.path))) throw fileCutShort({ path: context.name, format: "Zstandard" });
  return zstdStart(context.path, context.engine);
}

/** As much as the first bytes of a gzip file hold; a file cut short shows when it is read whole. */
const gunzipStart = (bytes: Buffer): Buffer => gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });

function isWhole(gzip: Buffer): boolean {
  try {
    gunzipSync(gzip);
    return true;
  } catch {
    return false;
  }
}

/** Node 20 cannot decompress Zstandard, the engine can: it gives the first lines. */
async function zstdStart(path: string, engine: LoadContext["engine"]): Promise<Buffer> {
  const lines = await engine.query(
    sql`SELECT line FROM read_csv(${path}, columns = {'line': 'VARCHAR'}, auto_detect = false, delim = '\u0007', quote = '', escape = '', header = false, compression = 'zstd') LIMIT 2000`,
  );
  return Buffer.from((lines.array("line") as (string | null)[]).map((line) => `${line ?? ""}\n`).join(""));
}
