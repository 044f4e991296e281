import { describe, expect, it } from "vitest";
import { load } from "../../data/index.js";
import { defaultEngine } from "../../engine/duckdb.js";
import { literal, sql } from "../../engine/sql.js";
import { dataFiles } from "../../testing/data-files.js";
import { run, varied } from "../../testing/rfm-orders.js";
import { rfm } from "./rfm.js";

const { folder } = dataFiles();

describe("rfm() of very large data", () => {
  it("says that repeated rows were not looked for", async () => {
    const path = `${folder}/large.parquet`;
    const rows = sql`SELECT i % 1000 AS customer, DATE '2024-01-01' + CAST(i % 300 AS INTEGER) AS date, 1.5::DOUBLE AS amount FROM range(1700000) r(i)`;
    await defaultEngine().run(sql`COPY (${rows}) TO ${literal(path)}`);
    const { warnings, assumptions } = await rfm(await load(path));
    expect(warnings.map(({ code }) => code)).not.toContain("repeated-rows");
    expect(assumptions.at(-1)?.en).toBe(
      "Whether rows repeat each other was not looked at, because the data have more than 5,000,000 cells.",
    );
    expect((await run(varied)).assumptions.at(-1)?.en).not.toContain("repeat");
  });
});
