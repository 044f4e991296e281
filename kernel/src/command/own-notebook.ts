import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { currentLanguage } from "marklab/language";
import { sourceText, type Notebook } from "marklab/templates";
import { problemTexts } from "./command-texts.js";
import { CommandError, exitCode } from "./exit-codes.js";

/** A fingerprint of what people write in a notebook: the kinds and sources of its cells. */
const sourcesHash = ({ cells }: Notebook): string =>
  createHash("sha256")
    .update(JSON.stringify(cells.map(({ cell_type, source }) => [cell_type, sourceText(source)])))
    .digest("hex");

/** Marks a notebook as written by this command, so that the next run may write over it as long as nobody has edited it. */
export const markAsOwn = (notebook: Notebook): Notebook => ({
  ...notebook,
  metadata: { ...notebook.metadata, marklab_run: { sources: sourcesHash(notebook) } },
});

function isOwn(text: string): boolean {
  try {
    const notebook = JSON.parse(text) as Notebook;
    const mark = notebook.metadata["marklab_run"] as { sources?: unknown } | undefined;
    return mark?.sources === sourcesHash(notebook);
  } catch {
    return false;
  }
}

/**
 * Refuses to write over a notebook that somebody else wrote or has edited.
 *
 * @throws CommandError with the exit code for wrong usage
 */
export async function refuseToOverwrite(path: string): Promise<void> {
  if (existsSync(path) && !isOwn(await readFile(path, "utf8"))) {
    throw new CommandError(exitCode.usage, problemTexts.wouldOverwrite(path)[currentLanguage()]);
  }
}
