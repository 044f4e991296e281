import { readdirSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "../../scripts/steps/paths.mjs";

/** Where the bench keeps what it installs and generates; git ignores both folders. */
export const peers = (...parts) => inRoot("bench", ".peers", ...parts);
export const cache = (...parts) => inRoot("bench", ".cache", ...parts);

/** The folder that every kernel works in: packages such as arquero resolve from here for each of them. */
export const workFolder = peers("npm");

/** The interpreter of one of the peers' environments: `python` for data tools, `models` for statistics. */
export const pythonOf = (environment) =>
  process.platform === "win32" ? peers(environment, "Scripts", "python.exe") : peers(environment, "bin", "python");
export const peerPython = pythonOf("python");

/** The Deno program inside npm's package for this platform, which needs no install script to have run. */
export function denoProgram() {
  const scope = peers("npm", "node_modules", "@deno");
  const [platform] = readdirSync(scope);
  return join(scope, platform, process.platform === "win32" ? "deno.exe" : "deno");
}

/** Real data for benches, by the same variable as the tests'. */
export const data = (...parts) => join(process.env.MARKLAB_DATA ?? inRoot("..", "shared", "data"), ...parts);
