/** `npm run proof`: computes every published figure, prints the page and writes docs/proof.md. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { build } from "esbuild";
import { inRoot } from "./steps/paths.mjs";

// Inside node_modules, so that the bundle finds the packages that it leaves outside.
const folder = mkdtempSync(inRoot("node_modules", ".proof-"));
try {
  const outfile = `${folder}/proof.mjs`;
  await build({
    entryPoints: [inRoot("proof", "main.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "warning",
  });
  const env = { ...process.env, MARKLAB_DATA: process.env.MARKLAB_DATA ?? inRoot("..", "shared", "data") };
  const { status } = spawnSync(process.execPath, [outfile, inRoot("docs", "proof.md")], { stdio: "inherit", env });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
