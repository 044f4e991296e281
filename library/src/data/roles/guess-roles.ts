import type { Engine, QueryOptions } from "../../engine/engine.js";
import type { Sql } from "../../engine/sql.js";
import type { TypedColumn } from "../columns.js";
import type { Column } from "../dataset.js";

export async function guessRoles(
  _engine: Engine,
  { columns }: { relation: Sql; columns: readonly TypedColumn[] },
  _options?: QueryOptions,
): Promise<Column[]> {
  return columns.map((column) => ({ ...column, roles: [] }));
}
