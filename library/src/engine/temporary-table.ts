import type { Engine, QueryOptions, Relation } from "./engine.js";
import { column, sql, type Sql } from "./sql.js";

/** A table that lives until it is disposed of; it never outlives the process. */
export interface TemporaryTable extends Relation {
  dispose(): Promise<void>;
}

let tables = 0;

/** A name that no other table of this process has. */
export const temporaryName = (): Sql => column(`marklab_${++tables}`);

/**
 * Keeps the rows of a query in the engine, so that later queries read them without working them out again:
 * ``const scored = await temporaryTable(engine, sql`SELECT … FROM ${orders}`)``. Any connection of the engine sees it.
 */
export async function temporaryTable(engine: Engine, query: Sql, options?: QueryOptions): Promise<TemporaryTable> {
  const name = temporaryName();
  await engine.run(sql`CREATE TABLE ${name} AS ${query}`, options);
  return { name, dispose: () => engine.run(sql`DROP TABLE IF EXISTS ${name}`) };
}
