import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ShownResult } from "marklab";
import { currentLanguage } from "marklab/language";
import { sourceText, type Cell, type Notebook, type Output } from "marklab/templates";
import { startSession, type NotebookSession } from "../session/index.js";
import { problemTexts } from "./command-texts.js";
import { CommandError, engineCodes, exitCode } from "./exit-codes.js";

const isRun = (cell: Cell): boolean => cell.cell_type === "code" && sourceText(cell.source).trim() !== "";
const mayFail = (cell: Cell): boolean => cell.metadata.tags?.includes("raises-exception") ?? false;

interface Failure {
  readonly output: Extract<Output, { output_type: "error" }>;
  readonly errorCode: string | undefined;
  /** The number of the cell among those that run. */
  readonly number: number;
}

/** Errors of the data are the data's fault, those of an engine the engine's, all others the cell's. */
function failure({ output, errorCode = "", number }: Failure): CommandError {
  if (output.ename === "DataError") return new CommandError(engineCodes.has(errorCode) ? exitCode.engine : exitCode.data, output.evalue);
  const what = `${output.ename}: ${output.evalue}`;
  return new CommandError(exitCode.cell, problemTexts.cellFailed(number, what)[currentLanguage()]);
}

/** A notebook that has run, and the results that it showed, with their tables. */
export interface NotebookRun {
  readonly notebook: Notebook;
  readonly shown: readonly ShownResult[];
}

/**
 * Runs a notebook from its first cell to its last, without Jupyter, and returns it with its outputs.
 *
 * @param folder where the notebook lies: its relative paths and imports start there
 * @param onCell called before each cell with its number and how many there are
 * @throws CommandError at the first cell that fails, unless the cell has the tag `raises-exception`
 */
export async function runNotebook(
  notebook: Notebook,
  folder: string,
  onCell?: (number: number, count: number) => void,
): Promise<NotebookRun> {
  const run = structuredClone(notebook);
  const cells = run.cells.filter(isRun);
  const env = { ...process.env, MARKLAB_LANGUAGE: currentLanguage(), MARKLAB_KEEP_RESULTS: "1" };
  const session = await startSession({ cwd: folder, env });
  try {
    for (const [index, cell] of cells.entries()) {
      onCell?.(index + 1, cells.length);
      const { outputs, executionCount, errorCode } = await session.execute(sourceText(cell.source), { cellId: cell.id });
      Object.assign(cell, { outputs, execution_count: executionCount });
      const output = outputs.find((each) => each.output_type === "error");
      if (output && !mayFail(cell)) throw failure({ output, errorCode, number: index + 1 });
    }
    return { notebook: run, shown: await readShown(session) };
  } finally {
    await session.close();
  }
}

/** The results that the session showed; none where its notebook does not use the library. */
async function readShown(session: NotebookSession): Promise<readonly ShownResult[]> {
  const folder = await mkdtemp(join(tmpdir(), "marklab-run-"));
  const path = join(folder, "shown.json");
  try {
    await session.execute(`{
      const { shownResults } = await import("marklab");
      await (await import("node:fs/promises")).writeFile(${JSON.stringify(path)}, JSON.stringify(shownResults()));
    }`);
    return JSON.parse(await readFile(path, "utf8").catch(() => "[]")) as ShownResult[];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
