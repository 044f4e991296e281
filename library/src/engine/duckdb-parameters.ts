import { DuckDBTimestampValue, type DuckDBPreparedStatement } from "@duckdb/node-api";
import type { SqlValue } from "./sql.js";

const largestInt32 = 2 ** 31 - 1;

/** Gives a statement its values: whole numbers as integers, so that they also fit where the engine wants no fraction; dates as UTC times. */
export function bindValues(statement: DuckDBPreparedStatement, values: readonly SqlValue[]): void {
  values.forEach((value, index) => bindValue(statement, index + 1, value));
}

function bindValue(statement: DuckDBPreparedStatement, index: number, value: SqlValue): void {
  if (value === null) statement.bindNull(index);
  else if (value instanceof Date) statement.bindTimestamp(index, new DuckDBTimestampValue(BigInt(value.getTime()) * 1000n));
  else if (typeof value === "string") statement.bindVarchar(index, value);
  else if (typeof value === "boolean") statement.bindBoolean(index, value);
  else if (typeof value === "bigint") statement.bindHugeInt(index, value);
  else if (!Number.isSafeInteger(value)) statement.bindDouble(index, value);
  else if (Math.abs(value) <= largestInt32) statement.bindInteger(index, value);
  else statement.bindBigInt(index, BigInt(value));
}
