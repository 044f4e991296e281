import { createReadStream, createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { temporaryPath } from "../../engine/temporary-folder.js";

/** The lines of a file that are JSON objects, in a file of their own, and what became of the others. */
export interface StagedLines {
  readonly path: string;
  /** Lines with something in them. */
  readonly count: number;
  readonly isFirstWhole: boolean;
  /** Lines that are no JSON object, by their place in the file, in order. */
  readonly aside: readonly number[];
  /** The first of them. */
  readonly firstAside: string;
  readonly isLastAside: boolean;
  dispose(): Promise<void>;
}

function isObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

async function* linesOf(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  yield rest + decoder.decode();
}

/** Parts the lines of a file, plain or .gz, into JSON objects and others. @throws Error of the file system, or of gzip data that break off */
export async function stageLines(source: string): Promise<StagedLines> {
  const path = temporaryPath(".jsonl");
  const aside: number[] = [];
  const found = { count: 0, isFirstWhole: false, firstAside: "", isLastAside: false };
  async function* sift(pieces: AsyncIterable<Buffer>) {
    let row = 0;
    for await (const line of linesOf(pieces)) {
      row += 1;
      if (line.trim() === "") continue;
      found.count += 1;
      const isWhole = isObject(line);
      found.isFirstWhole ||= isWhole && found.count === 1;
      found.isLastAside = !isWhole;
      if (isWhole) yield `${line}\n`;
      else if (aside.push(row) === 1) found.firstAside = line.trim();
    }
  }
  const bytes = createReadStream(source);
  const dispose = () => rm(path, { force: true });
  try {
    const kept = createWriteStream(path);
    await (/\.gz$/i.test(source) ? pipeline(bytes, createGunzip(), sift, kept) : pipeline(bytes, sift, kept));
  } catch (error) {
    await dispose();
    throw error;
  }
  return { path, ...found, aside, dispose };
}
