import { readFileSync } from "node:fs";
import { arch, cpus, platform, totalmem } from "node:os";
import { inRoot } from "../../scripts/steps/paths.mjs";
import { npmPeers, pythonPeers } from "../setup/peers.mjs";

/** DuckDB in Node is the very engine that the library embeds. */
const embedded = () => JSON.parse(readFileSync(inRoot("library", "package.json"), "utf8")).dependencies["@duckdb/node-api"];
const versions = (packages) => Object.entries(packages).map(([name, version]) => `${name} ${version}`);

/** When and on what kind of machine; nothing that names it. */
export function machine() {
  const processors = cpus();
  const hardware = `${processors.length} cores (${processors[0]?.model.trim() ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GB`;
  return `${new Date().toISOString().slice(0, 10)}, ${hardware}, ${platform()} ${arch()}, Node ${process.versions.node}.`;
}

/** Head of a report: when, where, with which versions and how many rounds. */
export function describeRun({ quick, runs, starts, dataRuns }) {
  return [
    `# Bench results${quick ? " (quick: a look, not a result)" : ""}`,
    `${machine()} Peers: ${[...versions(npmPeers), ...versions(pythonPeers), `@duckdb/node-api ${embedded()}`].join(", ")}.`,
    `Interleaved rounds: ${starts} for starts and memory, ${runs} for cells, ${dataRuns} for data.`,
  ].join("\n\n");
}
