/**
 * `npm run bench`: measures Marklab against its peers, interleaved in one run, and prints a table with medians and ratios.
 *
 * --only kernel|data   one half only
 * --runs N             rounds per kernel row (default 20; the slow data rows take a quarter)
 * --quick              three rounds and a tenth of the data: a look, never a result
 * --write              also writes bench/results.md; not with --quick or --only
 */
import { parseArgs } from "node:util";
import { writeWhole } from "../scripts/steps/files.mjs";
import { buildProducts } from "../scripts/steps/build-products.mjs";
import { inRoot } from "../scripts/steps/paths.mjs";
import { Problem, reportAndExit } from "../scripts/steps/problem.mjs";
import { describeRun } from "./report/describe-run.mjs";
import { installPeers } from "./setup/peers.mjs";

const parse = () =>
  parseArgs({
    options: { only: { type: "string" }, runs: { type: "string" }, quick: { type: "boolean" }, write: { type: "boolean" } },
  }).values;

/** What to run, from the command line. */
function settingsFrom({ only, runs, quick = false, write = false }) {
  if (only !== undefined && only !== "kernel" && only !== "data") throw new Problem(`--only takes kernel or data, not "${only}".`);
  if (write && (quick || only)) throw new Problem("--write needs the whole bench: leave out --quick and --only.");
  const rounds = runs === undefined ? (quick ? 3 : 20) : Number(runs);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Problem(`--runs takes a whole number from 1, not "${runs}".`);
  return { only, quick, write, runs: rounds, starts: Math.ceil(rounds / 2), dataRuns: Math.ceil(rounds / 4) };
}

async function main() {
  const settings = settingsFrom(parse());
  await installPeers();
  await buildProducts();
  const sections = [describeRun(settings)];
  if (settings.only !== "data") {
    const { benchKernels } = await import("./kernel/kernel-bench.mjs");
    sections.push(`## Kernels\n\n${await benchKernels(settings)}`);
  }
  if (settings.only !== "kernel") {
    const { benchData } = await import("./data/data-bench.mjs");
    sections.push(`## Data\n\n${await benchData(settings)}`);
  }
  const text = `${sections.join("\n\n")}\n`;
  console.log(`\n${text}`);
  if (settings.write) writeWhole(inRoot("bench", "results.md"), text);
  process.exit(0);
}

main().catch(reportAndExit);
