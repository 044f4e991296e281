/**
 * `npm start`: sets up what is missing, then opens JupyterLab in `notebooks-home/` (or in the folder that MARKLAB_NOTEBOOKS names).
 * Words after `--` go to `jupyter lab`: `npm start -- --no-browser --port 8899`.
 */
import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { setUp } from "./setup.mjs";
import { inRoot, venvPython } from "./steps/paths.mjs";
import { reportAndExit } from "./steps/problem.mjs";
import { runUntilStopped } from "./steps/run-until-stopped.mjs";

await setUp().catch(reportAndExit);
const notebooks = process.env.MARKLAB_NOTEBOOKS
  ? resolve(process.env.INIT_CWD ?? ".", process.env.MARKLAB_NOTEBOOKS)
  : inRoot("notebooks-home");
mkdirSync(notebooks, { recursive: true });
console.log(`Starting JupyterLab in ${notebooks} (Ctrl-C stops it)`);
const asRoot = process.getuid?.() === 0 ? ["--allow-root"] : [];
process.exitCode = await runUntilStopped(venvPython, ["-m", "jupyterlab", ...asRoot, ...process.argv.slice(2)], { cwd: notebooks });
