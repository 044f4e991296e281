import { step } from "../../scripts/steps/progress.mjs";
import { startKernel } from "./client.mjs";
import { measureLogs } from "./logs.mjs";
import { untilQuiet } from "./memory.mjs";
import { checksTypes, runCell, warmUp } from "./warm-up.mjs";

const timed = (cellOf) => async (contender, round) => ({ value: await runCell(contender.running, cellOf(contender.kernel.cells, round)) });

/** One row each: what is run in every round, giving the row's value and, where the answer was incomplete, what was wrong with it. */
const measures = {
  trivial: timed((cells, round) => cells.trivial(round)),
  checked: timed((cells, round) => cells.checked(round)),
  loop: timed((cells) => cells.loop),
  logs: measureLogs,
};

/**
 * How fast are cells in kernels that have been running for a while? All kernels run side by side, idle but for the one that is measured;
 * each row goes round by round through all of them. A kernel that fails is replaced by a fresh one before its next round.
 *
 * @param {{ rounds: number, cwd: string, ledger: import("../report/ledger.mjs").Ledger }} options
 */
export async function measureWarm(kernels, { rounds, cwd, ledger }) {
  const contenders = kernels.map((kernel) => ({ kernel, cwd, running: undefined }));
  for (const { name, cells } of kernels) if (!cells.checked) ledger.absent("checked", name, "its language has no static types");
  try {
    for (const row of Object.keys(measures)) {
      await step(`Kernels, ${rounds} rounds: ${row}`, async () => {
        for (let round = 1; round <= rounds; round++) for (const contender of contenders) await runRound(contender, { row, round, ledger });
      });
    }
  } finally {
    for (const { running } of contenders) await running?.close();
  }
}

async function runRound(contender, { row, round, ledger }) {
  const { name } = contender.kernel;
  if (ledger.isOut(row, name)) return;
  try {
    if (!contender.running) await prepare(contender, ledger);
    const { value, flaw, ...more } = await measures[row](contender, round);
    if (value !== undefined) ledger.add(row, name, value);
    if (flaw) ledger.flaw(row, name, flaw);
    for (const [further, count] of Object.entries(more)) ledger.add(further, name, count);
  } catch (error) {
    ledger.fail(row, name, error.message);
    await contender.running?.close();
    contender.running = undefined;
  }
}

/**
 * Starts a kernel, imports what the cells use, declares the loop's variable and finds out whether types are checked at all. tslab calls cells off
 * for a while after one that failed, as the wrong one does, so quiet is awaited again.
 */
async function prepare(contender, ledger) {
  const { kernel, cwd } = contender;
  const { cells } = kernel;
  contender.running = await startKernel(kernel, cwd);
  await warmUp(contender.running, kernel);
  if (cells.importCell) await runCell(contender.running, { code: cells.importCell });
  await runCell(contender.running, { code: cells.declare });
  await untilQuiet(contender.running.pid);
  if (cells.wrong && !(await checksTypes(contender.running, cells.wrong))) ledger.flaw("checked", kernel.name, "types are not checked");
  await untilQuiet(contender.running.pid);
}
