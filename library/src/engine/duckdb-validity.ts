import bindings from "@duckdb/node-bindings";

export type Vector = ReturnType<typeof bindings.data_chunk_get_vector>;

/** Which rows of a vector hold a value, one bit a row; nothing when all do. */
export const validityOf = (vector: Vector, count: number): Uint8Array | undefined =>
  (bindings.vector_get_validity(vector, Math.ceil(count / 64) * 8) as Uint8Array | null) ?? undefined;

export const isMissing = (validity: Uint8Array, row: number): boolean => ((validity[row >> 3] ?? 0) & (1 << (row & 7))) === 0;

/** Writes what stands for a missing value into the rows that have none. */
export function fillMissing<Value>(vector: Vector, target: { [row: number]: Value }, start: number, count: number, missing: Value): void {
  const validity = validityOf(vector, count);
  if (!validity) return;
  for (let row = 0; row < count; row++) if (isMissing(validity, row)) target[start + row] = missing;
}
