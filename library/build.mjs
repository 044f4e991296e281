/**
 * Makes one file each of the modules that stand for libraries of many small packages: distributions (@stdlib) and matrices (ml-matrix).
 * Read package by package they would cost a notebook's first cell a tenth of a second.
 */
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const names = ["distributions", "matrix"];

await build({
  absWorkingDir: here,
  entryPoints: names.map((name) => `src/statistics/${name}.ts`),
  outdir: "dist/statistics",
  bundle: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  legalComments: "eof",
  logLevel: "warning",
});
