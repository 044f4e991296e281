import type { Queries } from "../engine/duckdb-session.js";
import type { QueryOptions } from "../engine/engine.js";
import { sql, type Sql } from "../engine/sql.js";
import type { ColumnType } from "./dataset.js";

/** A column as the engine has it. */
export interface TypedColumn {
  readonly name: string;
  readonly type: ColumnType;
}

const types: readonly (readonly [pattern: RegExp, type: ColumnType])[] = [
  [/^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|UTINYINT|USMALLINT|UINTEGER|UBIGINT|UHUGEINT)$/, "integer"],
  [/^(FLOAT|DOUBLE|DECIMAL.*)$/, "number"],
  [/^(VARCHAR|ENUM.*|UUID)$/, "text"],
  [/^BOOLEAN$/, "boolean"],
  [/^DATE$/, "date"],
  [/^TIMESTAMP.*$/, "timestamp"],
];

const columnType = (type: string): ColumnType => types.find(([pattern]) => pattern.test(type))?.[1] ?? "other";

/** Names and types of the columns of a relation. */
export async function describeColumns(engine: Pick<Queries, "query">, relation: Sql, options?: QueryOptions): Promise<TypedColumn[]> {
  const described = await engine.query(sql`DESCRIBE SELECT * FROM ${relation}`, options);
  return (described.objects() as { column_name: string; column_type: string }[]).map(({ column_name: name, column_type: type }) => ({
    name,
    type: columnType(type),
  }));
}
