import { currentLanguage } from "marklab/language";
import { sourceText, type Cell, type Notebook, type Output } from "marklab/templates";
import { startSession } from "../session/index.js";
import { problemTexts } from "./command-texts.js";
import { CommandError, exitCode } from "./exit-codes.js";

const isRun = (cell: Cell): boolean => cell.cell_type === "code" && sourceText(cell.source).trim() !== "";
const mayFail = (cell: Cell): boolean => cell.metadata.tags?.includes("raises-exception") ?? false;

/** Errors of the data are the data's fault, all others the cell's. */
function failure(output: Extract<Output, { output_type: "error" }>, number: number): CommandError {
  if (output.ename === "DataError") return new CommandError(exitCode.data, output.evalue);
  const what = `${output.ename}: ${output.evalue}`;
  return new CommandError(exitCode.cell, problemTexts.cellFailed(number, what)[currentLanguage()]);
}

/**
 * Runs a notebook from its first cell to its last, without Jupyter, and returns it with its outputs.
 *
 * @param folder where the notebook lies: its relative paths and imports start there
 * @param onCell called before each cell with its number and how many there are
 * @throws CommandError at the first cell that fails, unless the cell has the tag `raises-exception`
 */
export async function runNotebook(notebook: Notebook, folder: string, onCell?: (number: number, count: number) => void): Promise<Notebook> {
  const run = structuredClone(notebook);
  const cells = run.cells.filter(isRun);
  const session = await startSession({ cwd: folder, env: { ...process.env, MARKLAB_LANGUAGE: currentLanguage() } });
  try {
    for (const [index, cell] of cells.entries()) {
      onCell?.(index + 1, cells.length);
      const { outputs, executionCount } = await session.execute(sourceText(cell.source), { cellId: cell.id });
      Object.assign(cell, { outputs, execution_count: executionCount });
      const failed = outputs.find((output) => output.output_type === "error");
      if (failed && !mayFail(cell)) throw failure(failed, index + 1);
    }
  } finally {
    await session.close();
  }
  return run;
}
