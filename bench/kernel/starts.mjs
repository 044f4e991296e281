import { startKernel } from "./client.mjs";
import { hasReplied } from "./exchange.mjs";
import { canMeasureMemory, treeMemory, untilQuiet } from "./memory.mjs";
import { warmUp } from "./warm-up.mjs";

/**
 * How long until a kernel answers, and how much memory does it then hold? Every round starts each kernel afresh, one after the other.
 *
 * Start: from just before the process is spawned to `kernel_info_reply`. Memory: after the first cell, when nothing works in the background
 * any more; all processes of the kernel together.
 */
export async function measureStarts(kernels, { rounds, cwd, ledger }) {
  for (let round = 0; round < rounds; round++) {
    for (const kernel of kernels) await measureStart(kernel, cwd, ledger);
  }
}

async function measureStart(kernel, cwd, ledger) {
  const running = await startKernel(kernel, cwd);
  try {
    const info = await running.request("kernel_info_request", {}, hasReplied);
    ledger.add("start", kernel.name, info.sentAt + info.repliedAt - running.started);
    await warmUp(running, kernel);
    await untilQuiet(running.pid);
    if (canMeasureMemory) ledger.add("memory", kernel.name, treeMemory(running.pid));
    else ledger.absent("memory", kernel.name, "needs Linux's /proc");
  } catch (error) {
    for (const row of ["start", "memory"]) ledger.fail(row, kernel.name, error.message);
  } finally {
    await running.close();
  }
}
