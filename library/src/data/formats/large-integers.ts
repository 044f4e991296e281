import type { Queries } from "../../engine/duckdb-session.js";
import type { QueryOptions } from "../../engine/engine.js";
import { column, join, raw, sql, type Sql } from "../../engine/sql.js";
import { describeColumns } from "../columns.js";

const largest = raw(String(Number.MAX_SAFE_INTEGER));

/** Columns of whole numbers of which one is so large that a number would not hold it exactly. */
export async function largeIntegers(engine: Queries, relation: Sql, options?: QueryOptions): Promise<string[]> {
  const names = (await describeColumns(engine, relation, options)).filter(({ type }) => type === "integer").map(({ name }) => name);
  if (names.length === 0) return [];
  const tests = names.map(
    (name, place) =>
      sql`coalesce(max(${column(name)}) > ${largest} OR min(${column(name)}) < -${largest}, false) AS ${column(String(place))}`,
  );
  const found = (await engine.query(sql`SELECT ${join(tests, ", ")} FROM ${relation}`, options)).object() as Record<string, boolean>;
  return names.filter((_, place) => found[String(place)]);
}
