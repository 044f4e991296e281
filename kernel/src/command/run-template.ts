import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import type { ShownResult } from "marklab";
import type { Language } from "marklab/language";
import { firstHeading, makeReport, makeWorkbook } from "marklab/report";
import {
  instantiateTemplate,
  localiseNotebook,
  parameterFromText,
  parameterSchemas,
  setParameters,
  templateMetadata,
  type Notebook,
} from "marklab/templates";
import { progressTexts } from "./command-texts.js";
import { runNotebook, type NotebookRun } from "./notebook-run.js";
import { findNotebook, type NotebookSource } from "./notebook-source.js";
import { refuseToOverwrite, markAsOwn } from "./own-notebook.js";
import { print, say } from "./say.js";
import { makeFolder, writeFiles } from "./write-files.js";

export interface RunOptions {
  readonly data?: string;
  readonly set: Readonly<Record<string, string>>;
  readonly language: Language;
  /** The language was asked for, not taken from the environment. */
  readonly isLanguageNamed: boolean;
  readonly asOf?: string;
  readonly out?: string;
}

/** A path of the caller's as the notebook must name it from its own folder; samples, addresses and absolute paths stay. */
export function pathFrom(folder: string, path: string): string {
  if (isAbsolute(path) || /^[a-z][a-z+.-]+:/i.test(path)) return path;
  return relative(folder, resolve(path)).split(sep).join("/");
}

/** The parameters that a call gives, as values; what the notebook does not take is left for it to refuse. */
function parametersOf({ notebook, template }: NotebookSource, folder: string, options: RunOptions): Record<string, unknown> {
  const schemas = parameterSchemas(notebook, (templateMetadata(notebook) ?? template?.metadata)?.parameters);
  const takesLanguage = options.isLanguageNamed && schemas["language"] !== undefined;
  const texts = {
    ...options.set,
    ...(options.data !== undefined && { data: options.data }),
    ...(options.asOf !== undefined && { asOf: options.asOf }),
    ...(takesLanguage && { language: options.language }),
  };
  const value = (name: string, text: string): unknown => {
    const schema = schemas[name];
    return schema ? parameterFromText(name === "data" ? pathFrom(folder, text) : text, schema) : text;
  };
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, value(name, text)]));
}

/** The notebook as it will run: localised, filled in, with the kernel's metadata. */
function prepare(source: NotebookSource, folder: string, options: RunOptions): Notebook {
  const parameters = parametersOf(source, folder, options);
  const { notebook, template } = source;
  if (templateMetadata(notebook)) return instantiateTemplate(notebook, { language: options.language, parameters });
  const localised = options.isLanguageNamed ? localiseNotebook(notebook, options.language) : notebook;
  return setParameters(localised, parameters, template?.metadata.parameters);
}

/** The result that the notebook is about, before the others that it shows. */
function mainFirst(shown: readonly ShownResult[], id: string): ShownResult[] {
  return shown.toSorted((one, other) => Number(other.json.analysis === id) - Number(one.json.analysis === id));
}

async function filesOf(id: string, { notebook, shown }: NotebookRun): Promise<Map<string, string | Uint8Array>> {
  const results = mainFirst(shown, id);
  const title = firstHeading(notebook) || id;
  const [main] = results;
  return new Map<string, string | Uint8Array>([
    [`${id}.html`, makeReport(notebook)],
    [`${id}.ipynb`, `${JSON.stringify(markAsOwn(notebook), null, 1)}\n`],
    ...(main === undefined ? [] : [[`${id}.json`, `${JSON.stringify(main.json, null, 2)}\n`] as const]),
    ...(main === undefined ? [] : [[`${id}.xlsx`, await makeWorkbook({ title, language: main.json.language, results })] as const]),
  ]);
}

/** `marklab run`: runs a template or notebook and writes the report, the executed notebook, the values and the tables; prints their paths. */
export async function runTemplate(word: string, options: RunOptions): Promise<void> {
  const source = await findNotebook(word);
  const out = resolve(options.out ?? ".");
  const folder = source.path === undefined ? out : dirname(source.path);
  const notebook = prepare(source, folder, options);
  await refuseToOverwrite(join(out, `${source.id}.ipynb`));
  await makeFolder(out);
  const executed = await runNotebook(notebook, folder, (number, count) => say(progressTexts.cell(number, count)));
  say(progressTexts.writing(out));
  const written = await writeFiles(out, await filesOf(source.id, executed));
  await print(written.map((path) => relative(process.cwd(), path)).join("\n"));
}
