import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { ColumnTable } from "arquero";
import { defaultEngine, type DuckdbEngine } from "../engine/duckdb.js";
import type { QueryOptions } from "../engine/engine.js";
import type { Dataset } from "./dataset.js";
import { sourceNotUnderstood } from "./errors.js";
import { loadCsv } from "./formats/csv.js";
import type { CsvOptions, LoadContext, Loaded } from "./formats/loaded.js";
import { loadParquet } from "./formats/parquet.js";
import { relationDataset } from "./relation-dataset.js";
import { checkFile, firstBytes } from "./text/file.js";
import { kindOfBytes } from "./text/magic.js";

export interface LoadOptions extends CsvOptions, QueryOptions {
  /** How results name the data (default: the file's name). */
  readonly name?: string;
  /** Where the data goes (default: the engine that this process shares). */
  readonly engine?: DuckdbEngine;
}

/**
 * What is in this file?
 *
 * Reads CSV (also .gz and .zst), Parquet and JSON files, arrays of objects and Arquero tables into a typed data set. Columns are
 * typed by what holds in every row: codes such as 00123 and months such as 2024-01 stay text. `notes` says what was noticed.
 *
 * @param source a path, a file URL, objects, or a table
 * @throws DataError `file-missing`, `path-is-folder`, `file-empty`, `no-rows`, `not-text`, `not-format`, `file-cut-short`,
 *   `wrong-delimiter`, `quote-unclosed`, `rows-do-not-fit`, `unknown-encoding`, `source-not-understood`
 */
export async function load<Row extends object = Record<string, unknown>>(
  source: string | URL | readonly Row[] | ColumnTable,
  options: LoadOptions = {},
): Promise<Dataset<Row>> {
  const engine = options.engine ?? defaultEngine();
  if (typeof source !== "string" && !(source instanceof URL)) throw sourceNotUnderstood({ found: typeof source });
  const path = pathOf(source);
  await checkFile(path);
  const context: LoadContext = { ...options, engine, path, name: options.name ?? basename(path) };
  const loaded = await loadFile(context, options);
  const { relation, sha256, notes, firstRow, rowsSetAside = [] } = loaded;
  const origin = firstRow === undefined ? undefined : { relation, firstRow, rowsSetAside };
  return relationDataset<Row>({ engine, relation, name: context.name, sha256, notes, origin }, options);
}

function pathOf(source: string | URL): string {
  if (source instanceof URL || source.startsWith("file:")) {
    const url = new URL(source);
    if (url.protocol !== "file:") throw sourceNotUnderstood({ found: url.href });
    return fileURLToPath(url);
  }
  return source;
}

async function loadFile(context: LoadContext, options: CsvOptions): Promise<Loaded> {
  const kind = kindOfBytes(await firstBytes(context.path, 16));
  if (kind === "Parquet" || /\.(parquet|pq)$/i.test(context.path)) return loadParquet(context);
  return loadCsv(context, options);
}
