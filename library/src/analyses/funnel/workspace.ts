import { temporaryName } from "../../engine/temporary-table.js";
import { sql, type Sql } from "../../engine/sql.js";
import type { ReduceInput } from "../analysis.js";

type Query = ReduceInput<object, unknown>["query"];

/** Tables that a calculation keeps in the engine while it runs. */
export interface Workspace {
  /** Keeps the rows of a query; gives the name to read them by. */
  keep(query: Sql): Promise<Sql>;
}

/** Runs a calculation with tables of its own, which are gone afterwards however it ends. */
export async function withWorkspace<Value>(query: Query, work: (workspace: Workspace) => Promise<Value>): Promise<Value> {
  const names: Sql[] = [];
  const keep = async (rows: Sql) => {
    const name = temporaryName();
    names.push(name);
    await query(sql`CREATE TABLE ${name} AS ${rows}`);
    return name;
  };
  try {
    return await work({ keep });
  } finally {
    await Promise.allSettled(names.map((name) => query(sql`DROP TABLE IF EXISTS ${name}`)));
  }
}
