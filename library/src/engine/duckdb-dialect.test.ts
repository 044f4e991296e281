import { afterAll, describe, expect, it } from "vitest";
import { expectToBind } from "../testing/bind-on-duckdb.js";
import { DuckdbEngine } from "./duckdb.js";
import { column, sql } from "./sql.js";

const engine = new DuckdbEngine();
const { dialect } = engine;
afterAll(() => engine.close());

describe("duckdbDialect", () => {
  it.each([
    ["2024-02-28 23:59:59", "2024-03-01 00:00:00", 2],
    ["2024-03-01", "2024-02-28", -2],
    ["2023-12-31 12:00:00", "2023-12-31 18:00:00", 0],
  ])("counts whole days from %s to %s", async (from, to, days) => {
    const table = await engine.query(sql`SELECT ${dialect.daysBetween(sql`${from}::TIMESTAMP`, sql`${to}::TIMESTAMP`)} AS days`);
    expect(table.object()).toEqual({ days });
  });

  it("reads numbers, and gives nothing for text that is none", async () => {
    const table = await engine.query(
      sql`SELECT ${dialect.toNumber(sql`${"1.5"}`)} AS yes, ${dialect.toNumber(sql`${"x"}`)} AS no, ${dialect.toText(sql`7`)} AS text`,
    );
    expect(table.object()).toEqual({ yes: 1.5, no: NaN, text: "7" });
  });

  it("reads quantiles between two values, and none of no values", async () => {
    const rows = sql`(VALUES (1), (2), (4), (NULL)) AS rows(x)`;
    const table = await engine.query(
      sql`SELECT ${dialect.quantile(column("x"), 0.75)} AS upper, ${dialect.quantile(sql`NULLIF(x, x)`, 0.5)} AS none FROM ${rows}`,
    );
    expect(table.object()).toEqual({ upper: 3, none: NaN });
  });

  it("gives SQL that binds to columns of data", async () => {
    const tables = ["CREATE TABLE orders (day TIMESTAMP, amount DOUBLE)"];
    await expectToBind(
      sql`SELECT ${dialect.toDate(column("day"))}, ${dialect.toText(column("amount"))} FROM orders WHERE amount > ${1}`,
      tables,
    );
    await expect(expectToBind(sql`SELECT ${column("nothing")} FROM orders`, tables)).rejects.toMatchObject({ code: "query-failed" });
  });
});
