/**
 * Makes one file of the module that stands for @stdlib's many small packages. Read package by package they would cost a notebook's first cell a
 * tenth of a second.
 */
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

await build({
  absWorkingDir: fileURLToPath(new URL(".", import.meta.url)),
  entryPoints: ["src/statistics/distributions.ts"],
  outdir: "dist/statistics",
  bundle: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  legalComments: "eof",
  logLevel: "warning",
});
