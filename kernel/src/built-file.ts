import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Where is a program that the build made (`kernel`, `session-child`, `language-worker`, `typescript-hooks`)?
 *
 * Bundled programs lie side by side in `dist/bundle`; code that runs unbundled (the command, tests) finds them from the package's folder.
 */
export function builtFile(name: string, from: string = import.meta.url): string {
  const folder = dirname(fileURLToPath(from));
  const sibling = join(folder, `${name}.js`);
  if (folder.endsWith("bundle")) return sibling;
  return join(packageFolder(folder), "dist", "bundle", `${name}.js`);
}

/** The folder of the kernel's package: the nearest one above that holds the kernelspec. */
export function packageFolder(from: string = dirname(fileURLToPath(import.meta.url))): string {
  let folder = from;
  while (!existsSync(join(folder, "kernelspec", "logo-svg.svg"))) {
    const parent = dirname(folder);
    if (parent === folder) return from;
    folder = parent;
  }
  return folder;
}
