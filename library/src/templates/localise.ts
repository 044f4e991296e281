import { languages, type Language } from "../language/language.js";
import { sourceLines, sourceText } from "./source.js";
import type { Cell, Notebook, NotebookMetadata } from "./template.js";

/** The language that a notebook's texts are in; templates are written in English. */
export function notebookLanguage({ metadata }: Notebook): Language {
  const named = (metadata.marklab as { language?: unknown } | undefined)?.language;
  return languages.find((language) => language === named) ?? "en";
}

function localiseCell(cell: Cell, from: Language, to: Language): Cell {
  const { [to]: translated, ...others } = cell.metadata.marklab ?? {};
  if (cell.cell_type !== "markdown" || translated === undefined) return cell;
  const metadata = { ...cell.metadata, marklab: { ...others, [from]: sourceText(cell.source) } };
  return { ...cell, metadata, source: sourceLines(translated) };
}

/**
 * The notebook with its texts in a language. The text that was shown before moves into the cell's metadata, so that the way back is open.
 *
 * @example localiseNotebook(notebook, "zh-CN");
 */
export function localiseNotebook(notebook: Notebook, language: Language): Notebook {
  const copy = structuredClone(notebook);
  const from = notebookLanguage(notebook);
  if (from === language) return copy;
  const marklab = { ...copy.metadata.marklab, language } as NotebookMetadata;
  return { ...copy, cells: copy.cells.map((cell) => localiseCell(cell, from, language)), metadata: { ...copy.metadata, marklab } };
}
