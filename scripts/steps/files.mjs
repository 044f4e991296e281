import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { root } from "./paths.mjs";

/** Writes a file whole or not at all: under another name first, then renamed. */
export function writeWhole(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}.part`, text);
  renameSync(`${path}.${process.pid}.part`, path);
}

/** The text of a file, or undefined where there is none. */
export const readIfThere = (path) => (existsSync(path) ? readFileSync(path, "utf8") : undefined);

const filesBelow = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => filesBelow(join(path, name)))
    : [path];

/** One hash over the names and contents of all files in these files and folders; those that do not exist count as absent. */
export function fingerprint(paths, ignored = /\.test\.tsx?$/) {
  const hash = createHash("sha256");
  for (const file of paths.filter((path) => existsSync(path)).flatMap(filesBelow)) {
    if (ignored.test(file)) continue;
    const content = readFileSync(file);
    hash.update(`${relative(root, file).split(sep).join("/")}\n${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}
