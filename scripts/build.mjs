/** `npm run build`: library, kernel and extension, from their sources. `--force` builds also what looks up to date. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { inRoot, root } from "./steps/paths.mjs";

/** Runs one build program of ours or of an installed package; ends with its exit code when it fails. */
function build(script, ...words) {
  const { status } = spawnSync(process.execPath, [inRoot(script), ...words], { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

const force = process.argv.includes("--force") ? ["--force"] : [];
build("node_modules/typescript/bin/tsc", "--build", ...force);
for (const script of ["library/build.mjs", "kernel/build.mjs", "extension/build.mjs"].filter((path) => existsSync(inRoot(path))))
  build(script);
