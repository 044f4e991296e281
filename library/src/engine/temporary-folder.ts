import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const base = join(tmpdir(), `marklab-${process.pid}-${randomUUID().slice(0, 8)}`);

/** Where an engine puts what does not fit in memory; the engine makes the folder when it needs one, and removes it. */
export const spillFolder = (): string => `${base}-spill-${++files}`;

let isMade = false;
let files = 0;

/** A path for a temporary file that nothing else uses. The folder is made with the first one and removed when the process ends. */
export function temporaryPath(extension: string): string {
  if (!isMade) {
    mkdirSync(base, { mode: 0o700 });
    process.once("exit", () => rmSync(base, { recursive: true, force: true }));
    isMade = true;
  }
  return join(base, `${++files}${extension}`);
}
