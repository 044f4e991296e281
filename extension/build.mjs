/** Gathers the templates for the gallery and bundles the compiled extension into `labextension/`, as JupyterLab loads it. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { resolve } = createRequire(import.meta.url);

function gatherTemplates() {
  const notebooks = readdirSync(here("../templates"))
    .filter((name) => name.endsWith(".ipynb"))
    .sort()
    .map((name) => JSON.parse(readFileSync(here(`../templates/${name}`), "utf8")));
  const cards = notebooks.map(({ metadata: { marklab } }) => ({ id: marklab.id, title: marklab.title, description: marklab.description }));
  mkdirSync(here("lib/generated"), { recursive: true });
  writeFileSync(here("lib/generated/cards.json"), JSON.stringify(cards));
  writeFileSync(
    here("lib/generated/notebooks.json"),
    JSON.stringify(Object.fromEntries(notebooks.map((book) => [book.metadata.marklab.id, book]))),
  );
}

gatherTemplates();
const builder = resolve("@jupyter/builder/lib/build-labextension.js");
const corePackage = resolve("@jupyterlab/core-meta/core.package.json");
const { status } = spawnSync(process.execPath, [builder, "--core-package-file", corePackage, here(".")], {
  cwd: here("."),
  stdio: "inherit",
});
process.exitCode = status ?? 1;
