import { step } from "../../scripts/steps/progress.mjs";
import { workFolder } from "../setup/places.mjs";
import { table } from "../report/table.mjs";
import { Ledger } from "../report/ledger.mjs";
import { kernels } from "./kernels.mjs";
import { kernelRows } from "./rows.mjs";
import { measureStarts } from "./starts.mjs";
import { measureWarm } from "./warm.mjs";

/** Measures every kernel, interleaved, and gives the table. */
export async function benchKernels({ starts, runs }) {
  const ledger = new Ledger();
  const contenders = kernels();
  await step(`Kernels, ${starts} rounds: start and memory`, () => measureStarts(contenders, { rounds: starts, cwd: workFolder, ledger }));
  await measureWarm(contenders, { rounds: runs, cwd: workFolder, ledger });
  const [ours, ...peers] = contenders.map(({ name }) => name);
  return table(ledger, kernelRows, { ours, peers });
}
