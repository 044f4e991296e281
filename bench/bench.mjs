/**
 * `npm run bench`: measures Marklab against its peers, interleaved in one run, and prints a table with medians and ratios.
 *
 * --only kernel|data|models   one part only
 * --runs N             rounds per kernel row (default 20; the slow data rows take a quarter)
 * --quick              three rounds and a tenth of the data: a look, never a result
 * --write              also writes bench/results.md and the summary in bench/README.md; not with --quick or --only
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { writeWhole } from "../scripts/steps/files.mjs";
import { buildProducts } from "../scripts/steps/build-products.mjs";
import { inRoot } from "../scripts/steps/paths.mjs";
import { Problem, reportAndExit } from "../scripts/steps/problem.mjs";
import { describeRun, machine } from "./report/describe-run.mjs";
import { summary, withSummary } from "./report/summary.mjs";
import { section } from "./report/table.mjs";
import { installPeers } from "./setup/peers.mjs";

const parse = () =>
  parseArgs({
    options: { only: { type: "string" }, runs: { type: "string" }, quick: { type: "boolean" }, write: { type: "boolean" } },
  }).values;

const parts = ["kernel", "data", "models"];

/** What to run, from the command line. */
function settingsFrom({ only, runs, quick = false, write = false }) {
  if (only !== undefined && !parts.includes(only)) throw new Problem(`--only takes ${parts.join(", ")}, not "${only}".`);
  if (write && (quick || only)) throw new Problem("--write needs the whole bench: leave out --quick and --only.");
  const rounds = runs === undefined ? (quick ? 3 : 20) : Number(runs);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Problem(`--runs takes a whole number from 1, not "${runs}".`);
  return { only, quick, write, runs: rounds, starts: Math.ceil(rounds / 2), dataRuns: Math.ceil(rounds / 4) };
}

/** The parts that were asked for. Loaded late: they need what the set-up installs and builds. */
async function measure(settings) {
  const wanted = (part) => settings.only === undefined || settings.only === part;
  const measured = [];
  if (wanted("kernel")) measured.push(await (await import("./kernel/kernel-bench.mjs")).benchKernels(settings));
  if (wanted("data")) measured.push(await (await import("./data/data-bench.mjs")).benchData(settings));
  if (wanted("models")) measured.push(await (await import("./models/models-bench.mjs")).benchModels(settings));
  return measured;
}

function write(report, measured) {
  const page = inRoot("bench", "README.md");
  writeWhole(inRoot("bench", "results.md"), report);
  writeWhole(page, withSummary(readFileSync(page, "utf8"), summary(machine(), measured)));
}

async function main() {
  const settings = settingsFrom(parse());
  await installPeers();
  await buildProducts();
  const measured = await measure(settings);
  const report = `${[describeRun(settings), ...measured.map(section)].join("\n\n")}\n`;
  console.log(`\n${report}`);
  if (settings.write) write(report, measured);
  process.exit(0);
}

main().catch(reportAndExit);
