import { open, type FileHandle } from "node:fs/promises";

const frameMagic = 0xfd2fb528;
const isSkippable = (magic: number): boolean => magic >>> 4 === 0x184d2a5;
const dictionaryBytes = [0, 1, 2, 4] as const;

/**
 * Whether a Zstandard file ends where its frames say: the engine takes a file that breaks off for a short one.
 * Walks over the heads of frames and blocks without decompressing (RFC 8878, section 3.1).
 */
export async function isWholeZstd(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    let position = 0;
    while (position < size) {
      const end = await frameEnd(file, position);
      if (end === undefined) return false;
      position = end;
    }
    return position === size;
  } finally {
    await file.close();
  }
}

/** The bytes at a position; nothing when the file ends before. */
async function bytesAt(file: FileHandle, position: number, count: number): Promise<Buffer | undefined> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(count), 0, count, position);
  return bytesRead === count ? buffer : undefined;
}

async function frameEnd(file: FileHandle, start: number): Promise<number | undefined> {
  const head = await bytesAt(file, start, 5);
  if (!head) return undefined;
  const magic = head.readUInt32LE(0);
  if (isSkippable(magic)) {
    const length = await bytesAt(file, start + 4, 4);
    return length && start + 8 + length.readUInt32LE(0);
  }
  if (magic !== frameMagic) return undefined;
  const descriptor = head.readUInt8(4);
  const hasChecksum = (descriptor & 4) !== 0;
  const blocks = await blocksEnd(file, start + 5 + headerBytes(descriptor));
  return blocks && blocks + (hasChecksum ? 4 : 0);
}

/** Bytes of a frame's header after its descriptor: window, dictionary and content size. */
function headerBytes(descriptor: number): number {
  const isSingleSegment = (descriptor & 32) !== 0;
  const sizeFlag = descriptor >>> 6;
  const sizeBytes = sizeFlag === 0 ? (isSingleSegment ? 1 : 0) : 2 ** sizeFlag;
  return (isSingleSegment ? 0 : 1) + (dictionaryBytes[descriptor & 3] ?? 0) + sizeBytes;
}

const repeatedByte = 1;

async function blocksEnd(file: FileHandle, start: number): Promise<number | undefined> {
  for (let position = start; ;) {
    const head = await bytesAt(file, position, 3);
    if (!head) return undefined;
    const bits = head.readUIntLE(0, 3);
    const kind = (bits >>> 1) & 3;
    position += 3 + (kind === repeatedByte ? 1 : bits >>> 3);
    if (bits & 1) return position;
  }
}
