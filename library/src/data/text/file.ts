import { constants } from "node:fs";
import { access, open, readdir, stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { fileEmpty, fileMissing, pathIsFolder } from "../errors.js";
import { nearestName } from "../nearest-name.js";

const dataFile = /\.(csv|tsv|txt|data|parquet|pq|json|jsonl|ndjson)(\.(gz|zst))?$/i;

const filesOf = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { withFileTypes: true }).catch(() => [])).filter((entry) => entry.isFile()).map(({ name }) => name);

/** Refuses a path that is no file with something in it. @throws DataError `file-missing`, `path-is-folder`, `file-empty` */
export async function checkFile(path: string): Promise<{ bytes: number }> {
  const found = await stat(path).catch(() => undefined);
  if (!found) {
    const files = await filesOf(dirname(path));
    throw fileMissing({
      path,
      nearest: nearestName(
        basename(path),
        files.filter((name) => dataFile.test(name)),
      ),
    });
  }
  if (found.isDirectory()) throw pathIsFolder({ path, files: (await filesOf(path)).filter((name) => dataFile.test(name)) });
  if (found.size === 0) throw fileEmpty({ path });
  await access(path, constants.R_OK);
  return { bytes: found.size };
}

/** The first bytes of a file. */
export async function firstBytes(path: string, count: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
