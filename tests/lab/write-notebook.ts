import { writeFileSync } from "node:fs";
import { type Cell, kernelspec, languageInfo, type Notebook, type Output } from "marklab/templates";

function writeNotebook(path: string, cells: readonly { source: string; outputs: Output[] }[]): void {
  const notebook: Notebook = {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { ...kernelspec }, language_info: { ...languageInfo } },
    cells: cells.map((cell, index): Cell => ({ id: `cell-${index}`, cell_type: "code", metadata: {}, execution_count: null, ...cell })),
  };
  writeFileSync(path, JSON.stringify(notebook));
}

/** A notebook whose cells have not been run. */
export const writeNotebookOfCode = (path: string, sources: readonly string[]): void =>
  writeNotebook(
    path,
    sources.map((source) => ({ source, outputs: [] })),
  );

/** A notebook whose cells hold these outputs already, as one that came by mail does; JupyterLab does not trust it. */
export const writeNotebookOfOutputs = (path: string, outputs: readonly Readonly<Record<string, unknown>>[]): void =>
  writeNotebook(
    path,
    outputs.map((data, index) => ({ source: `// output ${index}`, outputs: [{ output_type: "display_data", data, metadata: {} }] })),
  );
