import { randomBytes } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { csvText } from "../tables/csv-text.js";

/**
 * Writes rows to a CSV file that spreadsheets open as it is meant, in every language; see `csvText` for what becomes of texts that look like
 * formulas. The file is written whole or not at all.
 *
 * @param path from the notebook's folder
 * @example await saveCsv("rfm-actions.csv", actions.rows);
 */
export async function saveCsv(path: string, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString("hex")}`);
  try {
    await writeFile(draft, csvText(rows));
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}
