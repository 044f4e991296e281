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

describe("duckdbDialect.nextRow()", () => {
  const rows = (count: number) => sql`SELECT i % 500 AS k, CASE WHEN i % 3 = 0 THEN NULL ELSE i END AS t FROM range(${count}) AS r(i)`;

  it.each([10, 40_000])("finds the first row not before a time, and none for rows without a time, among %i rows", async (count) => {
    const left = sql`(${rows(count)})`;
    const right = sql`(SELECT k, t FROM (${rows(count)}) AS all_rows WHERE t IS NOT NULL)`;
    const found = dialect.nextRow({ left, right, keys: [column("k")], from: sql`a.t + 1` });
    const counted = await engine.query(
      sql`SELECT COUNT(*) AS n, COUNT(e.t) FILTER (WHERE a.t IS NULL) AS wrong, COUNT(e.t) FILTER (WHERE e.t <= a.t) AS early FROM ${found}`,
    );
    expect(counted.object()).toEqual({ n: count, wrong: 0, early: 0 });
    const next = await engine.query(
      sql`SELECT COUNT(*) AS missed FROM ${found} WHERE e.t IS DISTINCT FROM (SELECT MIN(r.t) FROM ${right} AS r WHERE r.k = a.k AND r.t > a.t)`,
    );
    expect(next.object()).toEqual({ missed: 0 });
  });
});

describe("duckdbDialect of times", () => {
  it.each([
    ["2024-03-30 23:30:00", "Europe/Berlin", "2024-03-31"],
    ["2024-03-31 21:59:59", "Europe/Berlin", "2024-03-31"],
    ["2024-03-31 22:00:00", "Europe/Berlin", "2024-04-01"],
    ["2024-10-27 22:59:59", "Europe/Berlin", "2024-10-27"],
    ["2024-10-26 22:00:00", "Europe/Berlin", "2024-10-27"],
    ["2024-01-01 15:59:59", "Asia/Shanghai", "2024-01-01"],
    ["2024-01-01 16:00:00", "Asia/Shanghai", "2024-01-02"],
    ["2024-01-01 04:59:59", "America/New_York", "2023-12-31"],
    ["2024-01-01 23:59:59", "UTC", "2024-01-01"],
  ])("knows the day of %s in %s, also where clocks change", async (time, zone, day) => {
    const of = dialect.dayOfMicroseconds(dialect.microseconds(sql`CAST(${time} AS TIMESTAMP)`), zone);
    expect((await engine.query(sql`SELECT ${dialect.toText(of)} AS day`)).object()).toEqual({ day });
  });
});
