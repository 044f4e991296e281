import { arch, cpus, platform, totalmem } from "node:os";
import { npmPeers, pythonPeers } from "../setup/peers.mjs";

const versions = (packages) => Object.entries(packages).map(([name, version]) => `${name} ${version}`);

/** Head of a report: when, on what kind of machine, with which versions and how many rounds; nothing that names the machine. */
export function describeRun({ quick, runs, starts, dataRuns }) {
  const processors = cpus();
  return [
    `# Bench of ${new Date().toISOString().slice(0, 10)}${quick ? " (quick: a look, not a result)" : ""}`,
    `${processors.length} cores (${processors[0]?.model.trim() ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${arch()}, ` +
      `Node ${process.versions.node}. Peers: ${[...versions(npmPeers), ...versions(pythonPeers)].join(", ")}.`,
    `Interleaved rounds: ${starts} for starts and memory, ${runs} for cells, ${dataRuns} for data.`,
  ].join("\n\n");
}
