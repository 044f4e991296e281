import { writeFileSync } from "node:fs";
import type { Notebook } from "marklab/templates";
import { kernelspec, languageInfo } from "marklab/templates";

/** A notebook whose cells hold these outputs already, as one that came by mail does; JupyterLab does not trust it. */
export function writeNotebookOfOutputs(path: string, outputs: readonly Readonly<Record<string, unknown>>[]): void {
  const notebook: Notebook = {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { ...kernelspec }, language_info: { ...languageInfo } },
    cells: outputs.map((data, index) => ({
      id: `cell-${index}`,
      cell_type: "code",
      source: `// output ${index}`,
      metadata: {},
      execution_count: null,
      outputs: [{ output_type: "display_data", data, metadata: {} }],
    })),
  };
  writeFileSync(path, JSON.stringify(notebook));
}
