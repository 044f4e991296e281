import { step } from "../../scripts/steps/progress.mjs";
import { Ledger } from "../report/ledger.mjs";
import { workFolder } from "../setup/places.mjs";
import { kernels } from "./kernels.mjs";
import { kernelRows } from "./rows.mjs";
import { measureStarts } from "./starts.mjs";
import { measureWarm } from "./warm.mjs";

/** Measures every kernel, interleaved. */
export async function benchKernels({ starts, runs }) {
  const ledger = new Ledger();
  const all = kernels();
  await step(`Kernels, ${starts} rounds: start and memory`, () => measureStarts(all, { rounds: starts, cwd: workFolder, ledger }));
  await measureWarm(all, { rounds: runs, cwd: workFolder, ledger });
  const [ours, ...peers] = all.map(({ name }) => name);
  return { title: "Kernels", ledger, rows: kernelRows, contenders: { ours, peers }, remarks: [] };
}
