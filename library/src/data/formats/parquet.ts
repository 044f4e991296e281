import { column, join, literal, sql } from "../../engine/sql.js";
import { temporaryName } from "../../engine/temporary-table.js";
import { describeColumns } from "../columns.js";
import { noRows, notFormat } from "../errors.js";
import { largeIntegersNote } from "../notes.js";
import { firstBytes } from "../text/file.js";
import { hashFile } from "../text/hash.js";
import { kindOfBytes } from "../text/magic.js";
import { largeIntegers } from "./large-integers.js";
import type { LoadContext, Loaded } from "./loaded.js";

/** A Parquet file as a view: only the columns that a query names are read. Whole numbers that a number would not hold are text. @throws DataError `not-format`, `no-rows` */
export async function loadParquet(context: LoadContext): Promise<Loaded> {
  const { engine, path, name } = context;
  if (kindOfBytes(await firstBytes(path, 4)) !== "Parquet") throw notFormat({ path: name, format: "Parquet" });
  const relation = temporaryName();
  const view = engine.run(sql`CREATE VIEW ${relation} AS SELECT * FROM read_parquet(${literal(path)})`, context).catch((cause: unknown) => {
    throw notFormat({ path: name, format: "Parquet" }, { cause });
  });
  const [, sha256] = await Promise.all([view, hashFile(path)]);
  const rows = (await engine.query(sql`SELECT count(*) AS n FROM ${relation}`)).get("n", 0) as number;
  if (rows === 0) throw noRows({ path: name, columns: (await describeColumns(engine, relation)).map((one) => one.name) });
  const large = await largeIntegers(engine, relation, context);
  if (large.length > 0) {
    const texts = large.map((one) => sql`CAST(${column(one)} AS VARCHAR) AS ${column(one)}`);
    await engine.run(
      sql`CREATE OR REPLACE VIEW ${relation} AS SELECT * REPLACE (${join(texts, ", ")}) FROM read_parquet(${literal(path)})`,
      context,
    );
  }
  return { relation, sha256, notes: large.map(largeIntegersNote) };
}
