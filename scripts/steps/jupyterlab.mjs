import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { readIfThere, writeWhole } from "./files.mjs";
import { root, venv, venvPython, venvShare } from "./paths.mjs";
import { step } from "./progress.mjs";
import { findPython } from "./python.mjs";
import { run } from "./run.mjs";

/** The language pack only adds Chinese to JupyterLab's language menu; it changes no one's language. */
const packages = ["jupyterlab>=4.6,<4.7", "jupyterlab-language-pack-zh-CN"];
const hint = "Check that this machine reaches the Python Package Index (PyPI), then try again.";

/** Says what was installed where: an environment does not survive being moved, nor an installation that was cut short. */
const stampFile = join(venv, ".marklab");
const finished = JSON.stringify({ root, packages });
const unfinished = JSON.stringify({ root, packages: [] });

const hasUv = () => spawnSync("uv", ["--version"]).status === 0;
const works = () => existsSync(venvPython) && spawnSync(venvPython, ["-m", "pip", "--version"]).status === 0;

/** Makes an environment with pip in it, over whatever is left of an earlier one. */
async function makeEnvironment() {
  const python = findPython();
  rmSync(venv, { recursive: true, force: true });
  mkdirSync(venv, { recursive: true });
  writeWhole(stampFile, unfinished);
  await run(python, ["-m", "venv", venv]);
}

async function installPackages() {
  if (hasUv()) {
    const tried = await run("uv", ["pip", "install", "--quiet", "--python", venvPython, ...packages]).then(
      () => true,
      () => false,
    );
    if (tried) return;
  }
  await run(venvPython, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...packages], { hint });
}

/** Puts JupyterLab 4.6 into `.venv`, unless it is there. An environment that someone else made is kept and added to. */
export async function installJupyterLab() {
  const stamp = readIfThere(stampFile);
  const isThere = existsSync(venvPython) && existsSync(venvShare("lab", "static", "index.html"));
  if (stamp === finished && isThere) return;
  const canKeep = stamp !== unfinished && (stamp === undefined || JSON.parse(stamp).root === root) && works();
  if (!canKeep) await step("Making a Python environment in .venv", makeEnvironment);
  await step("Installing JupyterLab", installPackages);
  writeWhole(stampFile, finished);
}
