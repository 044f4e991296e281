import { DuckDBTypeId, type DuckDBType } from "@duckdb/node-api";
import { int32, int64, type StoredNumber } from "./duckdb-numbers.js";

/** How the engine keeps a date or time: a count of units since 1970 in UTC. */
export interface TimeUnit {
  stored: StoredNumber;
  milliseconds: number;
}

const units: Partial<Record<DuckDBTypeId, TimeUnit>> = {
  [DuckDBTypeId.DATE]: { stored: int32, milliseconds: 86_400_000 },
  [DuckDBTypeId.TIMESTAMP]: { stored: int64, milliseconds: 1e-3 },
  [DuckDBTypeId.TIMESTAMP_TZ]: { stored: int64, milliseconds: 1e-3 },
  [DuckDBTypeId.TIMESTAMP_S]: { stored: int64, milliseconds: 1000 },
  [DuckDBTypeId.TIMESTAMP_MS]: { stored: int64, milliseconds: 1 },
  [DuckDBTypeId.TIMESTAMP_NS]: { stored: int64, milliseconds: 1e-6 },
};

/** The unit of a date or time type; nothing for other types. */
export const timeUnit = ({ typeId }: DuckDBType): TimeUnit | undefined => units[typeId];
