import { randomBytes } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { currentLanguage } from "marklab/language";
import { problemTexts } from "./command-texts.js";
import { CommandError, exitCode } from "./exit-codes.js";

const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

/** Makes sure that a folder is there. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new CommandError(exitCode.usage, problemTexts.notWritable(folder, reasonOf(error))[currentLanguage()]);
  }
}

/** Writes files that belong together: none appears before all are complete, and none is ever seen half written. */
export async function writeFiles(folder: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<string[]> {
  const drafts = [...files].map(([name, content]) => ({
    content,
    draft: join(folder, `.${name}.${randomBytes(4).toString("hex")}`),
    path: join(folder, name),
  }));
  try {
    await Promise.all(drafts.map(({ draft, content }) => writeFile(draft, content)));
    for (const { draft, path } of drafts) await rename(draft, path);
  } catch (error) {
    throw new CommandError(exitCode.usage, problemTexts.notWritable(folder, reasonOf(error))[currentLanguage()]);
  } finally {
    await Promise.all(drafts.map(({ draft }) => rm(draft, { force: true })));
  }
  return drafts.map(({ path }) => path);
}
