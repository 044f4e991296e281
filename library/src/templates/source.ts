import type { Cell, Notebook } from "./template.js";

/** The text of a cell or output; nbformat stores it as one string or as lines. */
export const sourceText = (source: string | readonly string[]): string => (typeof source === "string" ? source : source.join(""));

/** A text as nbformat stores it: lines that keep their line ends, so that notebooks differ line by line. */
export const sourceLines = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

export const hasTag = (cell: Cell, tag: string): boolean => cell.metadata.tags?.includes(tag) ?? false;

/** The cell that holds the parameters, where the notebook has one. */
export const parametersCell = (notebook: Notebook): Cell | undefined =>
  notebook.cells.find((cell) => cell.cell_type === "code" && hasTag(cell, "parameters"));
