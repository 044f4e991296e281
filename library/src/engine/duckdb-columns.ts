import { DuckDBTypeId, type DuckDBDataChunk, type DuckDBResult, type DuckDBType } from "@duckdb/node-api";
import bindings from "@duckdb/node-bindings";
import { numberReader, type StoredNumber } from "./duckdb-numbers.js";
import { readTexts } from "./duckdb-text.js";
import { timeUnit, type TimeUnit } from "./duckdb-times.js";
import { fillMissing, type Vector } from "./duckdb-validity.js";

/** The values of one column of a result: numbers in a typed array (missing = NaN), everything else in a plain one (missing = null). */
export type ColumnValues = Float64Array | unknown[];

/** Reads `count` values of a vector into a column, from row `start` on. */
type Read = (vector: Vector, start: number, count: number) => void;

const readNumbers =
  ({ bytes, read }: StoredNumber, target: Float64Array): Read =>
  (vector, start, count) => {
    read(bindings.vector_get_data(vector, count * bytes), target, start, count);
    fillMissing(vector, target, start, count, NaN);
  };

const largestTime = 8.64e15;

const readTimes =
  ({ stored, milliseconds }: TimeUnit, target: unknown[]): Read =>
  (vector, start, count) => {
    const raw = new Float64Array(count);
    readNumbers(stored, raw)(vector, 0, count);
    raw.forEach((value, row) => {
      const time = Math.floor(value * milliseconds);
      target[start + row] = Math.abs(time) <= largestTime ? new Date(time) : null;
    });
  };

/** Booleans stay what they are; types that a table cannot hold (lists, intervals …) become their text. */
function readOther(chunk: DuckDBDataChunk, column: number, target: unknown[], start: number): void {
  chunk.visitColumnValues(column, (value, row) => {
    target[start + row] = value === null || typeof value === "boolean" ? value : String(value);
  });
}

function reading(type: DuckDBType, rows: number): { target: ColumnValues; read?: Read } {
  const stored = numberReader(type);
  if (stored) {
    const target = new Float64Array(rows);
    return { target, read: readNumbers(stored, target) };
  }
  const target = new Array<unknown>(rows);
  const unit = timeUnit(type);
  if (unit) return { target, read: readTimes(unit, target) };
  if (type.typeId === DuckDBTypeId.VARCHAR) return { target, read: (vector, start, count) => readTexts(vector, target, start, count) };
  return { target };
}

/**
 * The columns of a result that the engine has ready, read straight from its memory.
 * A time that JavaScript cannot hold, such as infinity, is missing.
 */
export function readColumns(result: DuckDBResult, chunks: readonly DuckDBDataChunk[]): ColumnValues[] {
  const rows = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
  return result.columnTypes().map((type, column) => {
    const { target, read } = reading(type, rows);
    let start = 0;
    for (const chunk of chunks) {
      const count = chunk.rowCount;
      if (read) read(bindings.data_chunk_get_vector(chunk.chunk, column), start, count);
      else readOther(chunk, column, target as unknown[], start);
      start += count;
    }
    return target;
  });
}
