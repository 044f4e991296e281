import { DuckDBTypeId, type DuckDBDecimalType, type DuckDBType } from "@duckdb/node-api";

/** Copies `count` raw values from the engine's memory into `target`, from `start` on. */
export type NumberReader = (bytes: Uint8Array, target: Float64Array, start: number, count: number) => void;

/** How the engine keeps one kind of number in its memory. */
export interface StoredNumber {
  bytes: number;
  read: NumberReader;
}

type NumberArray = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array;
type NumberArrayType = new (buffer: ArrayBufferLike, offset: number, length: number) => NumberArray;

const plain =
  (ArrayType: NumberArrayType): NumberReader =>
  (bytes, target, start, count) =>
    target.set(new ArrayType(bytes.buffer, bytes.byteOffset, count), start);

const word = 2 ** 32;

/** Integers of 64 bits as two words, the lower one first; the upper one carries the sign where there is one. */
const integers64 =
  (signed: boolean): NumberReader =>
  (bytes, target, start, count) => {
    const low = new Uint32Array(bytes.buffer, bytes.byteOffset, count * 2);
    const high = signed ? new Int32Array(bytes.buffer, bytes.byteOffset, count * 2) : low;
    for (let index = 0; index < count; index++) {
      target[start + index] = (high[index * 2 + 1] as number) * word + (low[index * 2] as number);
    }
  };

/** Integers of 128 bits as four words, the lowest first. */
const integers128 =
  (signed: boolean): NumberReader =>
  (bytes, target, start, count) => {
    const low = new Uint32Array(bytes.buffer, bytes.byteOffset, count * 4);
    const high = signed ? new Int32Array(bytes.buffer, bytes.byteOffset, count * 4) : low;
    for (let index = 0; index < count; index++) {
      const at = index * 4;
      const upper = (high[at + 3] as number) * word + (low[at + 2] as number);
      target[start + index] = (upper * word + (low[at + 1] as number)) * word + (low[at] as number);
    }
  };

const stored = (ArrayType: NumberArrayType & { BYTES_PER_ELEMENT: number }): StoredNumber => ({
  bytes: ArrayType.BYTES_PER_ELEMENT,
  read: plain(ArrayType),
});

const int16 = stored(Int16Array);
export const int32: StoredNumber = stored(Int32Array);
export const int64: StoredNumber = { bytes: 8, read: integers64(true) };
const int128: StoredNumber = { bytes: 16, read: integers128(true) };

const storedNumbers: Partial<Record<DuckDBTypeId, StoredNumber>> = {
  [DuckDBTypeId.TINYINT]: stored(Int8Array),
  [DuckDBTypeId.UTINYINT]: stored(Uint8Array),
  [DuckDBTypeId.SMALLINT]: int16,
  [DuckDBTypeId.USMALLINT]: stored(Uint16Array),
  [DuckDBTypeId.INTEGER]: int32,
  [DuckDBTypeId.UINTEGER]: stored(Uint32Array),
  [DuckDBTypeId.FLOAT]: stored(Float32Array),
  [DuckDBTypeId.DOUBLE]: stored(Float64Array),
  [DuckDBTypeId.BIGINT]: int64,
  [DuckDBTypeId.UBIGINT]: { bytes: 8, read: integers64(false) },
  [DuckDBTypeId.HUGEINT]: int128,
  [DuckDBTypeId.UHUGEINT]: { bytes: 16, read: integers128(false) },
};

/** Decimals are integers that the engine scales; their width in digits says how many bytes hold one. */
function storedDecimal({ width, scale }: DuckDBDecimalType): StoredNumber {
  const unscaled = width <= 4 ? int16 : width <= 9 ? int32 : width <= 18 ? int64 : int128;
  const divisor = 10 ** scale;
  const read: NumberReader = (bytes, target, start, count) => {
    unscaled.read(bytes, target, start, count);
    for (let index = start; index < start + count; index++) target[index] = (target[index] as number) / divisor;
  };
  return { bytes: unscaled.bytes, read };
}

/** How the engine keeps numbers of a type; nothing for types that are no numbers. */
export const numberReader = (type: DuckDBType): StoredNumber | undefined =>
  type.typeId === DuckDBTypeId.DECIMAL ? storedDecimal(type as DuckDBDecimalType) : storedNumbers[type.typeId];
