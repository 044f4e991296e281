import bindings from "@duckdb/node-bindings";
import { isMissing, validityOf, type Vector } from "./duckdb-validity.js";

/** Bytes of one string in the engine's memory: its length, then up to 12 bytes of text or a pointer to longer text. */
const stringBytes = 16;
const inlineBytes = 12;

/** Reads the texts of a vector into `target`; what stands where a value is missing is never touched, for it may point anywhere. */
export function readTexts(vector: Vector, target: unknown[], start: number, count: number): void {
  const bytes = bindings.vector_get_data(vector, count * stringBytes);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const validity = validityOf(vector, count);
  for (let row = 0; row < count; row++) {
    target[start + row] = validity && isMissing(validity, row) ? null : textAt(buffer, row * stringBytes);
  }
}

function textAt(buffer: Buffer, offset: number): string {
  const length = buffer.readUInt32LE(offset);
  if (length <= inlineBytes) return buffer.toString("utf8", offset + 4, offset + 4 + length);
  const long = bindings.get_data_from_pointer(buffer.buffer as ArrayBuffer, buffer.byteOffset + offset + 8, length);
  return Buffer.from(long.buffer, long.byteOffset, long.byteLength).toString("utf8");
}
