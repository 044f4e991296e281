import type { Column } from "../../data/dataset.js";
import { column, sql, type Sql } from "../../engine/sql.js";

/** Whether a row has a value: texts that begin with a printable character need no trimming, which would cost more than all the rest. */
export function isFilled({ name, type }: Pick<Column, "name" | "type">): Sql {
  const value = column(name);
  if (type === "text") return sql`(${value} > '!' OR TRIM(${value}) <> '')`;
  return type === "number" ? sql`ABS(${value}) < 1e300` : sql`${value} IS NOT NULL`;
}
