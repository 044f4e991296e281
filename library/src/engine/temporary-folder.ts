import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

let folder: string | undefined;

/** The folder for this process's temporary files; made at the first call, removed with all it holds when the process ends. */
export function temporaryFolder(): string {
  if (folder === undefined) {
    const made = mkdtempSync(join(tmpdir(), "marklab-"));
    process.once("exit", () => rmSync(made, { recursive: true, force: true }));
    folder = made;
  }
  return folder;
}

let files = 0;

/** A path in the temporary folder that nothing else uses. */
export const temporaryPath = (extension: string): string => join(temporaryFolder(), `${++files}${extension}`);
