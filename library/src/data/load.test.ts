import { gzipSync } from "node:zlib";
import { table } from "arquero";
import { describe, expect, it } from "vitest";
import { defaultEngine } from "../engine/duckdb.js";
import { raw, sql } from "../engine/sql.js";
import { onlineRetail, rfmOrders } from "../testing/data-folder.js";
import { dataFiles } from "../testing/data-files.js";
import type { Dataset } from "./dataset.js";
import { load } from "./load.js";

const files = dataFiles();
const types = (data: Dataset<object>) => Object.fromEntries(data.columns.map(({ name, type }) => [name, type]));
let written = 0;
const loadText = (text: string, extension: string) => load(files.write(`${++written}.${extension}`, text));
const day = (text: string) => new Date(text);

describe("load() reads other formats", () => {
  it.each([
    ["Parquet", "parquet"],
    ["JSON lines", "jsonl"],
  ])("%s, keeping whole numbers as text where a number would lose digits", async (_, extension) => {
    const path = `${files.folder}/large.${extension}`;
    const form = extension === "parquet" ? "parquet" : "json";
    await defaultEngine().run(
      raw(
        `COPY (SELECT * FROM (VALUES (9007199254740993, 9007199254740991, 18446744073709551615::UBIGINT), (1, -1, 0)) t(id, safe, big)) TO '${path}' (FORMAT ${form})`,
      ),
    );
    const data = await load(path);
    expect(types(data)).toEqual({ id: "text", safe: "integer", big: "text" });
    expect(await data.rows()).toEqual([
      { id: "9007199254740993", safe: 9007199254740991, big: "18446744073709551615" },
      { id: "1", safe: -1, big: "0" },
    ]);
    expect(data.notes.map(({ code, text }) => [code, text.en.slice(0, 11)])).toEqual([
      ["large-integers", 'Column "id"'],
      ["large-integers", 'Column "big'],
    ]);
  });

  it.each([
    ["in the middle", '{"id":1}\n{"id":2\n{"id":3}\n', [1, 3], '1 line is no JSON object and was set aside: line 2 ("{"id":2").'],
    [
      "at the end",
      '{"id":1}\n\n{"id":3}\n{"id"',
      [1, 3],
      '1 line is no JSON object and was set aside: the file breaks off in line 4 ("{"id"").',
    ],
    ["of other values", '{"id":1}\n5\n[{"id":9}]\n{"id":3}', [1, 3], '2 lines are no JSON objects and were set aside: first line 2 ("5").'],
  ])("JSON lines with broken ones %s, which are set aside and counted", async (_, text, ids, note) => {
    for (const data of [await loadText(text, "jsonl"), await load(files.write(`${++written}.jsonl.gz`, gzipSync(text)))]) {
      expect((await data.rows()).map((row) => row["id"])).toEqual(ids);
      expect(data.notes.map(({ code, text: { en } }) => [code, en])).toEqual([["rows-set-aside", note]]);
    }
  });

  it("refuses lines that are mostly no JSON objects, and names the first", async () => {
    const refused = await loadText('{"id":1}\nx\ny\n', "jsonl").catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: "lines-not-json",
      message: expect.stringContaining('2 of 3 lines are no JSON objects (first line 2: "x")'),
    });
  });

  it("Parquet, as a view with its own types", async () => {
    const path = `${files.folder}/orders.parquet`;
    await defaultEngine().run(
      raw(
        `COPY (SELECT '00' || i AS code, i::BIGINT AS n, i / 4::DECIMAL(9, 2) AS amount, DATE '2024-01-31' AS day, i % 2 = 0 AS even FROM range(5) r(i)) TO '${path}'`,
      ),
    );
    const data = await load(path);
    expect(types(data)).toEqual({ code: "text", n: "integer", amount: "number", day: "date", even: "boolean" });
    expect((await data.rows(2))[1]).toEqual({ code: "001", n: 1, amount: 0.25, day: day("2024-01-31"), even: false });
  });

  it.each([
    ["JSON lines", '{"id":"00123","day":"2024-01-03","n":1.5,"ok":true,"in":{"x":[1]}}\n{"id":"7","day":"2024-01-04","n":2}\n', "jsonl"],
    ["a JSON array", '[{"id":"00123","day":"2024-01-03","n":1.5,"ok":true,"in":{"x":[1]}},{"id":"7","day":"2024-01-04","n":2}]', "json"],
  ])("%s", async (_, text, extension) => {
    const data = await loadText(text, extension);
    expect(types(data)).toEqual({ id: "text", day: "date", n: "number", ok: "boolean", in: "text" });
    expect(await data.rows()).toEqual([
      { id: "00123", day: day("2024-01-03"), n: 1.5, ok: true, in: '{"x":[1]}' },
      { id: "7", day: day("2024-01-04"), n: 2, ok: null, in: null },
    ]);
  });

  it("objects, each column with the type that holds all of its values", async () => {
    const data = await load([
      {
        id: "00123",
        n: 1,
        share: 0.5,
        at: day("2024-01-03T10:00Z"),
        on: day("2024-01-03"),
        day: "2024-01-03",
        mixed: 1,
        big: 5n,
        ok: true,
        o: { x: 1 },
      },
      {
        id: "7",
        n: 2,
        share: NaN,
        at: day("2024-01-04"),
        on: day("2024-01-04"),
        day: "2024-01-04",
        mixed: "<b>",
        big: null,
        ok: undefined,
      },
    ] as Record<string, unknown>[]);
    expect(types(data)).toEqual({
      id: "text",
      n: "integer",
      share: "number",
      at: "timestamp",
      on: "date",
      day: "date",
      mixed: "text",
      big: "integer",
      ok: "boolean",
      o: "text",
    });
    expect((await data.rows())[1]).toEqual({
      id: "7",
      n: 2,
      share: NaN,
      at: day("2024-01-04"),
      on: day("2024-01-04"),
      day: day("2024-01-04"),
      mixed: "<b>",
      big: NaN,
      ok: null,
      o: null,
    });
  });

  it("Arquero tables, as they are filtered and ordered", async () => {
    const data = await load(
      table({ a: [3, 1, 2], b: ["x", null, "z"] })
        .filter((row: { a: number }) => row.a > 1)
        .orderby("a"),
    );
    expect(await data.rows()).toEqual([
      { a: 2, b: "z" },
      { a: 3, b: "x" },
    ]);
  });

  it("the same rows with the same hash, other rows with another", async () => {
    const hash = async (rows: object[]) => (await load(rows)).input.sha256;
    expect(await hash([{ a: 1 }])).toBe(await hash([{ a: 1 }]));
    expect(await hash([{ a: 1 }])).not.toBe(await hash([{ a: 2 }]));
    expect(await hash([{ a: 1 }])).not.toBe(await hash([{ b: 1 }]));
  });

  it("samples, by name and language", async () => {
    const [english, chinese] = [await load("sample:orders?seed=7&language=en"), await load("sample:orders?seed=7&language=zh-CN")];
    expect(english.input.rows).toBe(chinese.input.rows);
    expect(english.columns.map(({ type }) => type)).toEqual(chinese.columns.map(({ type }) => type));
    await expect(load("sample:nothing")).rejects.toMatchObject({ name: "DataError" });
  });
});

describe.skipIf(!onlineRetail.exists)("load() on Online Retail", () => {
  it("types every column, keeps every row and prints whole customer ids", async () => {
    const data = await load(onlineRetail.path);
    expect(types(data)).toEqual({
      InvoiceNo: "text",
      StockCode: "text",
      Description: "text",
      Quantity: "integer",
      InvoiceDate: "timestamp",
      UnitPrice: "number",
      CustomerID: "integer",
      Country: "text",
    });
    expect(data.input.rows).toBe(541_909);
    expect(await data.where(sql`"CustomerID" IS NULL`).count()).toBe(135_080);
    expect((await data.rows(1))[0]).toMatchObject({ CustomerID: 17_850, InvoiceDate: day("2010-12-01T08:26:00Z") });
    expect(data.notes).toEqual([]);
  });
});

describe.skipIf(!rfmOrders.exists)("load() on rfm_orders", () => {
  it("types every column", async () => {
    const data = await load(rfmOrders.path);
    expect([types(data), data.input.rows]).toEqual([
      { customer_id: "text", order_date: "date", revenue: "integer", first_name: "text", last_name: "text", email: "text" },
      4906,
    ]);
  });
});
