import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Transform, type TransformCallback } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { temporaryPath } from "../../engine/temporary-folder.js";
import { fileCutShort } from "../errors.js";
import { isUtf8, type Encoding } from "./encoding.js";

/** A text file as the engine reads it: UTF-8, not compressed. */
export interface StagedFile {
  readonly path: string;
  readonly sha256: string;
  dispose(): Promise<void>;
}

export interface Staging {
  readonly encoding: Encoding;
  readonly isGzip: boolean;
  /** Line ends become one kind: the engine refuses a mixture. */
  readonly unifyLines: boolean;
}

/** Writes a text file anew as the engine reads it, piece by piece. @throws DataError `file-cut-short` */
export async function stage(path: string, { encoding, isGzip, unifyLines }: Staging): Promise<StagedFile> {
  const target = temporaryPath(".csv");
  const hash = createHash("sha256");
  const steps = [
    eachPiece((piece) => (hash.update(piece), piece)),
    ...(isGzip ? [createGunzip({ chunkSize: 1 << 18 })] : []),
    ...(isUtf8(encoding) && !unifyLines ? [] : [recode(encoding, unifyLines)]),
  ];
  const dispose = () => rm(target, { force: true });
  try {
    await pipeline([createReadStream(path, { highWaterMark: 1 << 20 }), ...steps, createWriteStream(target, { highWaterMark: 1 << 20 })]);
  } catch (error) {
    await dispose();
    throw isZlibError(error) ? fileCutShort({ path, format: "gzip" }, { cause: error }) : error;
  }
  return { path: target, sha256: hash.digest("hex"), dispose };
}

const isZlibError = (error: unknown): boolean => error instanceof Error && "code" in error && String(error.code).startsWith("Z_");

const eachPiece = (change: (piece: Buffer) => Buffer | string, last: () => string = () => ""): Transform =>
  new Transform({
    transform: (piece: Buffer, _: BufferEncoding, done: TransformCallback) => done(null, change(piece)),
    flush: (done: TransformCallback) => done(null, last()),
  });

function recode({ label }: Encoding, unifyLines: boolean): Transform {
  const decoder = new TextDecoder(label);
  let held = "";
  const change = (text: string): string => {
    if (!unifyLines) return text;
    const whole = held + text;
    held = whole.endsWith("\r") ? "\r" : "";
    return whole.slice(0, whole.length - held.length).replace(/\r\n?/g, "\n");
  };
  return eachPiece(
    (piece) => change(decoder.decode(piece, { stream: true })),
    () => change(decoder.decode()) + (held ? "\n" : ""),
  );
}
