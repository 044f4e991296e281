import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { ColumnTable } from "arquero";
import { defaultEngine, type DuckdbEngine } from "../engine/duckdb.js";
import type { QueryOptions } from "../engine/engine.js";
import { currentLanguage, type Text } from "../language/language.js";
import { sample } from "../teaching/samples.js";
import type { Dataset } from "./dataset.js";
import { sourceNotUnderstood } from "./errors.js";
import { loadCsv } from "./formats/csv.js";
import type { CsvOptions, LoadContext, Loaded } from "./formats/loaded.js";
import { loadJson } from "./formats/json.js";
import { columnsOfObjects, memoryColumns } from "./formats/memory-columns.js";
import { loadParquet } from "./formats/parquet.js";
import { loadRows } from "./formats/rows.js";
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
 *   `wrong-delimiter`, `quote-unclosed`, `rows-do-not-fit`, `lines-not-json`, `unknown-encoding`, `source-not-understood`
 */
export async function load<Row extends object = Record<string, unknown>>(
  source: string | URL | readonly Row[] | ColumnTable,
  options: LoadOptions = {},
): Promise<Dataset<Row>> {
  const engine = options.engine ?? defaultEngine();
  const { name, loaded } = await loadSource(source, { ...options, engine });
  const { relation, sha256, notes, firstRow, rowsSetAside = [] } = loaded;
  const origin = firstRow === undefined ? undefined : { relation, firstRow, rowsSetAside };
  return relationDataset<Row>({ engine, relation, name, sha256, notes, origin }, options);
}

interface Named {
  readonly name: string;
  readonly loaded: Loaded;
}

type Settled = LoadOptions & { readonly engine: DuckdbEngine };

async function loadSource(source: unknown, options: Settled): Promise<Named> {
  if (typeof source === "string" && source.startsWith("sample:")) return loadSample(source, options);
  if (typeof source === "string" || source instanceof URL) return loadPath(source, options);
  const rows = memoryColumns(source);
  if (!rows) throw sourceNotUnderstood({ found: describe(source) });
  const name = options.name ?? (currentLanguage() === "zh-CN" ? "数据" : "data");
  return { name, loaded: await loadRows({ ...options, name }, rows) };
}

/** What was given, as an error names it. */
const describe = (source: unknown): Text => {
  if (source === null || source === undefined) return { en: "nothing", "zh-CN": "空值" };
  if (Array.isArray(source)) return { en: "an array of something else than objects", "zh-CN": "元素不是对象的数组" };
  if (typeof source === "object") return { en: "another kind of object", "zh-CN": "其他类型的对象" };
  return { en: `"${String(source)}"`, "zh-CN": `“${String(source)}”` };
};

async function loadSample(specification: string, options: Settled): Promise<Named> {
  const made = sample(specification, currentLanguage());
  const name = options.name ?? made.name;
  return { name, loaded: await loadRows({ ...options, name }, columnsOfObjects(made.rows)) };
}

async function loadPath(source: string | URL, options: Settled): Promise<Named> {
  const path = pathOf(source);
  await checkFile(path);
  const name = options.name ?? basename(path);
  return { name, loaded: await loadFile({ ...options, path, name }, options) };
}

function pathOf(source: string | URL): string {
  const url = source instanceof URL ? source : /^[a-z][a-z\d+.-]+:\/\//i.test(source) ? new URL(source) : undefined;
  if (!url) return String(source);
  if (url.protocol !== "file:") throw sourceNotUnderstood({ found: { en: `"${url.href}"`, "zh-CN": `“${url.href}”` } });
  return fileURLToPath(url);
}

async function loadFile(context: LoadContext, options: CsvOptions): Promise<Loaded> {
  const kind = kindOfBytes(await firstBytes(context.path, 16));
  if (kind === "Parquet" || /\.(parquet|pq)$/i.test(context.path)) return loadParquet(context);
  return /\.(json|jsonl|ndjson)(\.gz)?$/i.test(context.path) ? loadJson(context) : loadCsv(context, options);
}
