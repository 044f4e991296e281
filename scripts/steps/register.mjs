import { existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { readIfThere, writeWhole } from "./files.mjs";
import { inRoot, venv, venvShare } from "./paths.mjs";

/** Makes `link` lead to `target`; on Windows as a junction, which needs no special right. */
function linkFolder(link, target) {
  const isLink = lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  if (isLink && existsSync(link) && readlinkSync(link) === target) return;
  rmSync(link, { recursive: true, force: true });
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(target, link, "junction");
}

function keepText(path, text) {
  if (readIfThere(path) !== text) writeWhole(path, text);
}

/** JupyterLab runs a script of its own with Node; inside a package of type "module", such as this checkout, Node would misread it. */
const commonJs = '{ "type": "commonjs" }\n';

/** Registers the kernel, unless it is registered as this checkout and this Node want it. */
async function registerKernel() {
  const { installKernel, kernelFolder, kernelSpec } = await import(
    pathToFileURL(inRoot("kernel", "dist", "command", "install-kernel.js")).href
  );
  const registered = JSON.parse(readIfThere(join(kernelFolder({ prefix: venv }), "kernel.json")) ?? "{}");
  if (!isDeepStrictEqual(registered, kernelSpec())) await installKernel({ prefix: venv });
}

/**
 * Makes the built kernel and extension known to the JupyterLab in `.venv`, and sets what a fresh JupyterLab should do there: no question about news,
 * no check of a build that prebuilt extensions do not need. A user's own settings still win.
 */
export async function registerWithJupyterLab() {
  linkFolder(venvShare("labextensions", "@marklab", "extension"), inRoot("extension", "labextension"));
  const ours = (name) => readFileSync(inRoot("extension", "jupyter", name), "utf8");
  keepText(venvShare("lab", "settings", "overrides.d", "marklab.json"), ours("overrides.json"));
  keepText(join(venv, "etc", "jupyter", "labconfig", "page_config.json"), ours("page_config.json"));
  keepText(join(venv, "package.json"), commonJs);
  await registerKernel();
}
