import { existsSync, rmSync } from "node:fs";
import { fingerprint, readIfThere, writeWhole } from "./files.mjs";
import { inRoot } from "./paths.mjs";
import { step } from "./progress.mjs";
import { run } from "./run.mjs";

const inPackages = (...names) => ["library", "kernel", "extension"].flatMap((folder) => names.map((name) => inRoot(folder, name)));
const sources = [
  ...inPackages("src", "package.json", "tsconfig.json", "build.mjs"),
  ...["kernel/kernelspec", "extension/style", "extension/schema", "templates", "tsconfig.json", "tsconfig.base.json"].map((path) =>
    inRoot(path),
  ),
  ...["package-lock.json", "scripts/build.mjs"].map((path) => inRoot(path)),
];
const products = ["library/dist/index.js", "kernel/dist/bundle/kernel.js", "extension/labextension/package.json"].map((path) =>
  inRoot(path),
);
const stampFile = inRoot(".cache", "built-from");

/** Builds library, kernel and extension, unless they were built from just these sources. */
export async function buildProducts() {
  const wanted = fingerprint(sources);
  const areThere = products.every((path) => existsSync(path));
  if (areThere && readIfThere(stampFile) === wanted) return;
  rmSync(stampFile, { force: true });
  await step("Building Marklab", () => run(process.execPath, [inRoot("scripts", "build.mjs"), ...(areThere ? [] : ["--force"])]));
  writeWhole(stampFile, wanted);
}
