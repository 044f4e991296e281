import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { currentLanguage } from "marklab/language";
import { nearestName, templateMetadata, type Notebook } from "marklab/templates";
import { problemTexts } from "./command-texts.js";
import { CommandError, exitCode } from "./exit-codes.js";
import { readTemplates, type TemplateFile } from "./template-files.js";

/** What `marklab run` runs: a template, or a notebook of the user's own. */
export interface NotebookSource {
  /** Names the files that are written. */
  readonly id: string;
  readonly notebook: Notebook;
  /** Where the notebook lies; templates lie nowhere of the user's. */
  readonly path: string | undefined;
  /** The template that it is, or was made from. */
  readonly template: TemplateFile | undefined;
}

const usage = (message: string): CommandError => new CommandError(exitCode.usage, message);

const isNotebook = (value: unknown): value is Notebook =>
  typeof value === "object" &&
  value !== null &&
  "nbformat" in value &&
  value.nbformat === 4 &&
  "cells" in value &&
  Array.isArray(value.cells);

function parseNotebook(text: string, name: string): Notebook {
  try {
    const value: unknown = JSON.parse(text);
    if (isNotebook(value)) return { ...value, metadata: value.metadata ?? {} };
  } catch {
    // Text that is no JSON is no notebook either.
  }
  throw usage(problemTexts.notebookUnreadable(name)[currentLanguage()]);
}

/** Finds what a word of the command line means: the id of a template, or the path of a notebook. */
export async function findNotebook(word: string): Promise<NotebookSource> {
  const templates = await readTemplates();
  const known = templates.get(word);
  if (known) return { id: word, notebook: known.notebook, path: undefined, template: known };
  const text = await readFile(word, "utf8").catch(() => undefined);
  if (text === undefined)
    throw usage(problemTexts.notebookUnknown(word, nearestName(word, [...templates.keys()]) ?? "")[currentLanguage()]);
  const notebook = parseNotebook(text, word);
  const made = notebook.metadata.marklab as { template?: string } | undefined;
  return {
    id: basename(word).replace(/\.ipynb$/, ""),
    notebook,
    path: resolve(dirname(word), basename(word)),
    template: templates.get(templateMetadata(notebook)?.id ?? made?.template ?? ""),
  };
}
