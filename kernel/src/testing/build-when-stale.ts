import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Tests speak with the built kernel: builds it when a source is newer. Runs once before the tests. */
export default function buildWhenStale(): void {
  const built = path("../../dist/bundle/kernel.js");
  const sources = readdirSync(path(".."), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const newest = Math.max(...sources.map((name) => statSync(path(`../${name}`)).mtimeMs));
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
  execFileSync(process.execPath, [path("../../build.mjs")], { stdio: "inherit" });
}
