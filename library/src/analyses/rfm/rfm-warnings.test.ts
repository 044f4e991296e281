import { describe, expect, it } from "vitest";
import { load } from "../../data/index.js";
import { column, sql } from "../../engine/sql.js";
import { dataFiles } from "../../testing/data-files.js";
import { columns, failure, order, run, varied, type Order } from "../../testing/rfm-orders.js";
import { rfm } from "./rfm.js";

describe("rfm() warns", () => {
  const folder = dataFiles();
  const codes = async (rows: readonly Order[], options?: Parameters<typeof rfm<Order>>[1]) =>
    (await run(rows, options)).warnings.map(({ code }) => code);

  it("of nothing on clean data", async () => expect(await codes(varied)).toEqual([]));

  it("of a single customer, of few, and of a short period", async () => {
    expect(await codes([order("a", "2024-01-01", 5)])).toEqual(["one-customer", "short-period"]);
    expect(await codes(varied.filter(({ customer }) => String(customer) < "c13"))).toContain("few-customers");
  });

  it("of customers who are all equal, whichever way of scoring", async () => {
    const equal = Array.from({ length: 40 }, (_, index) => order(`c${index}`, "2024-01-01", 5));
    const { warnings, values } = await run(equal);
    expect(warnings[0]).toMatchObject({ code: "no-spread", level: "blocks" });
    expect(values.concentration.gini).toEqual({ value: 0, interval: [0, 0] });
    expect(await codes(equal, { ...columns, scores: "rank" })).toContain("no-spread");
    expect((await run(equal)).reading("en")[0]).toMatch(/^The data cannot rank these customers/);
  });

  it("of ties that leave groups of one score empty, by name", async () => {
    const once = Array.from({ length: 100 }, (_, index) => order(`c${index}`, `2024-0${1 + (index % 6)}-1${index % 10}`, index + 1));
    expect(await codes(once)).toEqual(["ties-frequency"]);
  });

  it("of stale data, of revenue without a customer, of large cancellations and of unreadable rows", async () => {
    expect(await codes(varied, { ...columns, asOf: "2024-06-01" })).toEqual(["stale-data"]);
    expect(await codes([...varied, order(null, "2024-01-01", 10_000)])).toEqual(["rows-not-used", "revenue-without-customer"]);
    expect(await codes([...varied, order("c01", "2024-01-01", -20_000)])).toEqual(["rows-not-used", "large-cancellations"]);
    const { warnings } = await run([...varied, order("c01", null, 1)]);
    expect(warnings.map(({ text }) => text.en)).toEqual(["1 of 1,831 rows take no part: 1 without a readable date."]);
  });

  it("of what loading set aside or could not read in the columns that count", async () => {
    const lines = varied.map(({ customer, date, amount }) => `${customer},${date},${amount}`);
    const cut = folder.write("cut.csv", ["customer,date,amount", ...lines, "c0"].join("\n"));
    const odd = folder.write("odd.csv", ["customer,date,amount", ...lines, "c01,tomorrow,5"].join("\n"));
    expect((await rfm(await load(cut))).warnings.map(({ code }) => code)).toEqual(["rows-set-aside"]);
    const { warnings } = await rfm(await load(odd));
    expect(warnings.map(({ code }) => code)).toEqual(["rows-not-used", "mixed-column"]);
    expect(warnings[1]?.text.en).toContain(`row ${varied.length + 2} holds "tomorrow"`);
  });

  it("of repeated rows", async () => {
    const { warnings } = await run([...varied, varied[0] as Order]);
    expect(warnings.map(({ code }) => code)).toEqual(["repeated-rows"]);
    expect(warnings[0]?.text.en).toContain("One row repeats another one");
  });
});

describe("rfm() refuses", () => {
  it("a date column that is no date, with the row and the value", async () => {
    const rows = varied.map((row, index) => ({ ...row, date: index === 0 ? "2024-01-01" : `week ${index}` }));
    const error = await failure(run(rows));
    expect(error).toMatchObject({ code: "column-unreadable", data: { column: "date", row: 2, value: "week 1" } });
    expect(error.message).toContain('column "date" holds "week 1" in row 2');
  });

  it("numbers as dates and words as amounts", async () => {
    const data = await load(varied);
    expect(await failure(rfm(data, { customer: "customer", date: "amount", amount: "amount" }))).toMatchObject({
      code: "column-unreadable",
    });
    expect(await failure(rfm(data, { customer: "customer", date: "date", amount: "customer" }))).toMatchObject({
      code: "column-unreadable",
      data: { value: "c01", row: 1 },
    });
  });

  it("data without an amount, naming what would do", async () => {
    const error = await failure(rfm(await load([{ customer: "a", date: "2024-01-01" }]), {}));
    expect(error.code).toBe("columns-missing");
    expect(error.text.en).toContain("a column of amount, or a column of quantity and a column of unit price is needed");
  });

  it("no rows, and rows of which none can be used", async () => {
    const data = await load(varied);
    expect(await failure(rfm(data.where(sql`FALSE`), columns))).toMatchObject({ code: "no-rows" });
    const error = await failure(rfm(data.where(sql`${column("customer")} = 'c01'`), { ...columns, asOf: "2000-01-01" }));
    expect(error.code).toBe("no-usable-rows");
    expect(error.text.en).toContain("1 after the day counted from");
    expect(error.text["zh-CN"]).toContain("晚于截止日期 1 行");
  });

  it.each([{ groups: 3 }, { scores: "rank" }, { segments: "eight" }] as const)("%j beside compat", async (other) => {
    expect(await failure(run(varied, { ...columns, compat: "rfm-R", ...other }))).toMatchObject({ code: "option-conflict" });
  });

  it("a query that is aborted", async () => {
    const data = await load(varied);
    await expect(rfm(data, { ...columns, signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});
