import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { readIfThere, writeWhole } from "../../scripts/steps/files.mjs";
import { step } from "../../scripts/steps/progress.mjs";
import { findPython } from "../../scripts/steps/python.mjs";
import { run } from "../../scripts/steps/run.mjs";
import { peers, pythonOf } from "./places.mjs";

/** The rivals, pinned, so that two benches compare the same programs. arquero is what the checked cell uses in each TypeScript kernel. */
export const npmPeers = { tslab: "1.0.22", deno: "2.9.6", arquero: "8.0.3" };
export const pythonPeers = { ipykernel: "7.4.0", polars: "2.1.0", pandas: "3.1.1", pyarrow: "26.0.1", duckdb: "2.0.0" };
/** An environment of their own: lifelines asks for pandas 2. */
export const modelPeers = { "scikit-learn": "1.9.1", statsmodels: "0.15.0", lifelines: "0.30.3", pandas: "2.3.3", pyarrow: "26.0.1" };

/** As in the product: flechette's next version needs a package that is not published. */
const overrides = { "@uwdata/flechette": "2.6.0" };

/** Installs every peer below `bench/.peers`; a second call with the same versions does nothing. */
export async function installPeers() {
  await once("npm", npmPeers, installNpmPeers);
  await once("python", pythonPeers, () => installPythonPeers("python", pythonPeers));
  await once("models", modelPeers, () => installPythonPeers("models", modelPeers));
}

/** Does `install` unless the same versions are there; the stamp is written last, so an install that broke off is done again. */
async function once(name, wanted, install) {
  const stamp = peers(`${name}.json`);
  const text = JSON.stringify(wanted);
  if (readIfThere(stamp) === text) return;
  rmSync(peers(name), { recursive: true, force: true });
  await step(`Installing peers (${Object.keys(wanted).join(", ")})`, install);
  writeWhole(stamp, text);
}

async function installNpmPeers() {
  writeWhole(peers("npm", "package.json"), JSON.stringify({ private: true, dependencies: npmPeers, overrides }));
  const words = ["install", "--prefix", peers("npm"), "--workspaces=false", "--ignore-scripts", "--no-audit", "--no-fund"];
  await run("npm", words, { shell: process.platform === "win32" });
}

async function installPythonPeers(environment, versions) {
  const wanted = Object.entries(versions).map(([name, version]) => `${name}==${version}`);
  const python = findPython();
  const installed = pythonOf(environment);
  if (spawnSync("uv", ["--version"]).status === 0) {
    await run("uv", ["venv", "--quiet", "--python", python, peers(environment)]);
    await run("uv", ["pip", "install", "--quiet", "--python", installed, ...wanted]);
  } else {
    await run(python, ["-m", "venv", peers(environment)]);
    await run(installed, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...wanted]);
  }
}
