import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { table } from "arquero";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultEngine } from "../engine/duckdb.js";
import { raw, sql } from "../engine/sql.js";
import { onlineRetail, rfmOrders } from "../testing/data-folder.js";
import { dataFiles } from "../testing/data-files.js";
import type { Dataset } from "./dataset.js";
import { load } from "./load.js";

const files = dataFiles();
const types = (data: Dataset<object>) => Object.fromEntries(data.columns.map(({ name, type }) => [name, type]));
const codes = (data: Dataset<object>) => data.notes.map(({ code }) => code);
let written = 0;
const loadText = (text: string | Uint8Array, extension = "csv") => load(files.write(`${++written}.${extension}`, text));
const columnOf = async (values: readonly string[], name = "value") => {
  const data = await loadText(`${name},other\n${values.map((value) => `"${value}",x`).join("\n")}\n`);
  const rows = await data.rows(values.length);
  return { type: data.columns[0]?.type, values: rows.map((row) => row[name]), notes: codes(data), data };
};
const day = (text: string) => new Date(text);

describe("load() types a column by all of its values", () => {
  it.each([
    ["whole numbers", ["1", "-2", "0", "+3"], "integer", [1, -2, 0, 3]],
    ["decimals", ["1.5", "-.5", "1e3", "0.10"], "number", [1.5, -0.5, 1000, 0.1]],
    ["whole numbers with zero decimals", ["17850.0", "13047.0"], "integer", [17850, 13047]],
    ["codes with leading zeros", ["00123", "456"], "text", ["00123", "456"]],
    ["digit strings of more than 15 digits", ["1234567890123456", "1"], "text", ["1234567890123456", "1"]],
    ["numbers with underscores", ["1_000", "2"], "text", ["1_000", "2"]],
    ["telephone numbers", ["13800138000", "15912345678"], "text", ["13800138000", "15912345678"]],
    ["telephone numbers with a plus", ["+8613800138000", "+442071838750"], "text", ["+8613800138000", "+442071838750"]],
    ["months", ["2024-01", "2024-02"], "text", ["2024-01", "2024-02"]],
    ["amounts with thousands marks and currency", ["¥1,234.50", "-¥2.00", "¥12"], "number", [1234.5, -2, 12]],
    [
      "amounts of which only the large have marks",
      ["1", "2", "3", "4", "5", "6", "7", "8", "1,234.5"],
      "number",
      [1, 2, 3, 4, 5, 6, 7, 8, 1234.5],
    ],
    ["amounts with full-width signs", ["\uffe51,234.50", "-\uffe52.00"], "number", [1234.5, -2]],
    ["percentages", ["12.5%", "3\uff05"], "number", [0.125, 0.03]],
    ["decimal commas", ["12,5", "1.234,75"], "number", [12.5, 1234.75]],
    ["true and false", ["true", "FALSE"], "boolean", [true, false]],
    ["missing words among numbers", ["1", "N/A", "-", "2", "3", " ", "4", "5"], "integer", [1, NaN, NaN, 2, 3, NaN, 4, 5]],
    ["words such as nan, inf and epoch", ["nan", "inf", "epoch"], "text", ["nan", "inf", "epoch"]],
    ["dates", ["2024-01-03", "2024-1-4"], "date", [day("2024-01-03"), day("2024-01-04")]],
    ["dates with slashes", ["2024/1/3", "2024/12/31"], "date", [day("2024-01-03"), day("2024-12-31")]],
    ["dates with points", ["2024.1.3", "2024.12.31"], "date", [day("2024-01-03"), day("2024-12-31")]],
    ["dates in Chinese", ["2024年1月3日", "2024年12月31日"], "date", [day("2024-01-03"), day("2024-12-31")]],
    ["times in Chinese", ["2024年1月3日 08:05", "2024年12月31日 23:59"], "timestamp", [day("2024-01-03T08:05Z"), day("2024-12-31T23:59Z")]],
    ["times", ["2010-12-01 08:26:00", "2010-12-01 8:30"], "timestamp", [day("2010-12-01T08:26Z"), day("2010-12-01T08:30Z")]],
    ["times at midnight", ["2010-12-01 00:00:00", "2010-12-02 00:00"], "date", [day("2010-12-01"), day("2010-12-02")]],
    [
      "times with an offset",
      ["2024-01-03 10:00:00 +0800", "2024-07-03T11:00:00-04:00"],
      "timestamp",
      [day("2024-01-03T10:00Z"), day("2024-07-03T11:00Z")],
    ],
    ["days before months", ["3/1/2024", "31/1/2024"], "date", [day("2024-01-03"), day("2024-01-31")]],
    ["months before days", ["1/3/2024 8:26", "1/31/2024 9:00"], "timestamp", [day("2024-01-03T08:26Z"), day("2024-01-31T09:00Z")]],
    ["years of two digits", ["12/1/10 8:26", "12/31/10 9:00"], "timestamp", [day("2010-12-01T08:26Z"), day("2010-12-31T09:00Z")]],
    ["months by name", ["3 Jan 2024", "31 December 2024"], "date", [day("2024-01-03"), day("2024-12-31")]],
    ["days and months that cannot be told apart", ["1/2/2024", "3/4/2024"], "text", ["1/2/2024", "3/4/2024"]],
    ["days that do not exist", ["2024-02-30", "2024-02-28"], "text", ["2024-02-30", "2024-02-28"]],
    ["nothing at all", ["", ""], "text", [null, null]],
  ] as const)("%s", async (_, values, type, read) => {
    const found = await columnOf(values);
    expect([found.type, found.values]).toEqual([type, read]);
  });

  it("reads eight digits as dates only in a column that is called so", async () => {
    expect((await columnOf(["20240103", "20241231"], "order_date")).type).toBe("date");
    expect((await columnOf(["20240103", "20241231"], "batch")).type).toBe("integer");
    expect((await columnOf(["20240103", "20241340"], "order_date")).type).toBe("integer");
  });

  it("keeps codes as text by the name of their column", async () => {
    for (const name of ["Postal Code", "phone", "邮编", "手机号"]) expect((await columnOf(["42420", "10115"], name)).type).toBe("text");
  });

  it("says what it read otherwise than written", async () => {
    expect((await columnOf(["1/2/2024", "3/4/2024"])).notes).toEqual(["undecided-dates"]);
    expect((await columnOf(["31/1/2024", "3/4/2024"])).notes).toEqual(["column-read-as"]);
    expect((await columnOf(["12.5%", "3%"])).notes).toEqual(["column-read-as"]);
    expect((await columnOf(["1", "2", "3", "4", "N/A"])).notes).toEqual(["column-read-as"]);
    expect((await columnOf(["1", "2"])).notes).toEqual([]);
  });

  it.each([
    ["a leading zero", "00001", "text"],
    ["a decimal", "1.5", "number"],
    ["a long digit string", "12345678901234567", "text"],
    ["a missing word", "NULL", "integer"],
    ["thousands marks", "12,345", "number"],
  ])("decides on %s that comes after 50,000 rows", async (_, late, type) => {
    const rows = Array.from({ length: 50_000 }, (__, row) => `${row + 1},x`);
    const data = await loadText(`n,m\n${rows.join("\n")}\n"${late}",y\n`);
    expect([data.columns[0]?.type, data.input.rows]).toEqual([type, 50_001]);
  });

  it("takes any order of rows for the same types", () =>
    fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(["1", "2.5", "", "00", "2024-01-03", "x", "N/A", "3"], { minLength: 1 }), async (values) => {
        const one = await columnOf(values);
        const other = await columnOf(values.toReversed());
        expect(other.type).toBe(one.type);
        expect(other.values.toReversed()).toEqual(one.values);
      }),
      { numRuns: 25 },
    ));
});

describe("load() reads CSV", () => {
  it("brings any text back as it was", () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "grapheme", maxLength: 20 }), { minLength: 1, maxLength: 8 }), async (texts) => {
        const kept = texts.map((text) => `t${text.replaceAll("\0", "").replaceAll("\r", "")}`);
        const data = await loadText(`id,text\n${kept.map((text, row) => `${row},"${text.replaceAll('"', '""')}"`).join("\n")}\n`);
        expect((await data.rows()).map((row) => row["text"])).toEqual(kept);
      }),
      { numRuns: 40 },
    ));

  it.each([
    ["commas", ","],
    ["semicolons", ";"],
    ["tabs", "\t"],
    ["bars", "|"],
  ])("separated by %s", async (_, mark) => {
    const data = await loadText(["客户,编号", "金额", "备注"].map((name) => `"${name}"`).join(mark) + `\n1${mark}2.5${mark}"a${mark}b"\n`);
    expect(await data.rows()).toEqual([{ "客户,编号": 1, 金额: 2.5, 备注: `a${mark}b` }]);
    expect(codes(data)).toEqual(mark === "," ? [] : ["delimiter"]);
  });

  it.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("with %s line ends", async (_, end) => {
    const data = await loadText(["a,b", '1,"x', 'y"', "2,z", ""].join(end));
    expect((await data.rows()).map((row) => row["a"])).toEqual([1, 2]);
  });

  it("with line ends of several kinds, wherever they change", async () => {
    expect(await (await loadText("a,b\r\n1,2\n3,4\r\n")).rows()).toEqual([
      { a: 1, b: 2 },
      { a: 3, b: 4 },
    ]);
    const data = await loadText(`a,b\r\n${"1,2\r\n".repeat(100_000)}3,4\n5,6\n`);
    expect([data.input.rows, data.columns.map(({ type }) => type)]).toEqual([100_002, ["integer", "integer"]]);
  });

  const chinese = "订单编号,客户,金额(元)\nA-1,张三,12.50\nA-2,李四,8\n";
  const utf16 = Buffer.from(`\ufeff${chinese}`, "utf16le");
  const gb18030 = Buffer.from("b6a9b5a5b1e0bac52cbfcdbba72cbdf0b6ee28d4aa290a412d312cd5c5c8fd2c31322e35300a412d322cc0eecbc42c380a", "hex");
  it.each([
    ["UTF-8", Buffer.from(chinese), []],
    ["UTF-8 with a byte-order mark", Buffer.from(`\ufeff${chinese}`), []],
    ["UTF-16 LE", utf16, ["encoding"]],
    ["UTF-16 LE without a mark", Buffer.from(`${"order,name,amount\n"}${"1,abc,2\n".repeat(20)}`, "utf16le"), ["encoding"]],
    ["UTF-16 BE", Buffer.from(utf16).swap16(), ["encoding"]],
    ["GB18030", gb18030, ["encoding"]],
    ["Windows-1252", Buffer.from("name,café\nRenée,1\n", "latin1"), ["encoding"]],
  ])("in %s", async (name, bytes, notes) => {
    const data = await loadText(bytes);
    expect(codes(data)).toEqual(notes);
    const first = (await data.rows(1))[0];
    if (name.includes("without")) expect(first).toEqual({ order: 1, name: "abc", amount: 2 });
    else if (name === "Windows-1252") expect(first).toEqual({ name: "Renée", café: 1 });
    else expect(first).toEqual({ 订单编号: "A-1", 客户: "张三", "金额(元)": 12.5 });
  });

  it("in GB18030 when the first Chinese letter comes late, plain and compressed", async () => {
    const bytes = Buffer.concat([Buffer.from(`id,name\n${"1,abc\n".repeat(80_000)}2,`), Buffer.from("d5c5c8fd0a", "hex")]);
    for (const extension of ["csv", "csv.gz"]) {
      const data = await loadText(extension === "csv" ? bytes : gzipSync(bytes), extension);
      expect(data.notes[0]?.text.en).toBe("The file was read as GB18030.");
      expect(await data.where(sql`id = 2`).rows()).toEqual([{ id: 2, name: "张三" }]);
    }
  });

  it("in an encoding that is given", async () => {
    const data = await load(files.write("given.csv", gb18030), { encoding: "GBK" });
    expect((await data.rows(1))[0]).toMatchObject({ 客户: "张三" });
  });

  it("without a header, when the first row is data", async () => {
    const data = await loadText("196\t242\t3\n186\t302\t3\n", "data");
    expect(types(data)).toEqual({ column_1: "integer", column_2: "integer", column_3: "integer" });
    expect(codes(data)).toEqual(["delimiter", "no-header"]);
    expect(data.input.rows).toBe(2);
  });

  it("with years as headings", async () => expect(types(await loadText("product,2023,2024\na,1,2\n"))).toHaveProperty("2023"));

  it("with Excel's line about the separator", async () => {
    const data = await loadText("sep=;\r\na;b\r\n1;2\r\n");
    expect(await data.rows()).toEqual([{ a: 1, b: 2 }]);
  });

  it("with the header, the delimiter and text columns that are given", async () => {
    const data = await load(files.write("options.csv", "1;2\n3;4\n"), { delimiter: ";", header: false, text: ["column_2"] });
    expect(await data.rows()).toEqual([
      { column_1: 1, column_2: "2" },
      { column_1: 3, column_2: "4" },
    ]);
  });

  it("compressed with gzip, also in several members and whatever its name", async () => {
    const members = Buffer.concat([gzipSync("a,b\n1,2\n"), gzipSync("3,4\n")]);
    expect((await loadText(members, "csv.gz")).input.rows).toBe(2);
    expect((await loadText(members, "csv")).input.rows).toBe(2);
  });

  it("compressed with Zstandard", async () => {
    const path = `${files.folder}/orders.csv.zst`;
    await defaultEngine().run(
      raw(`COPY (SELECT i AS id, i / 2 AS half FROM range(3000) r(i)) TO '${path}' (FORMAT csv, HEADER, COMPRESSION zstd)`),
    );
    const data = await load(path);
    expect([types(data), data.input.rows]).toEqual([{ id: "integer", half: "number" }, 3000]);
  });

  it("by a file URL, and names the hash of the file's bytes", async () => {
    const path = files.write("url.csv", "a,b\n1,2\n");
    const { input } = await load(pathToFileURL(path));
    const sha256 = createHash("sha256").update(readFileSync(path)).digest("hex");
    expect(input).toEqual({ name: "url.csv", sha256, rows: 1, columns: ["a", "b"] });
    const compressed = gzipSync("a,b\n1,2\n");
    expect((await loadText(compressed, "csv.gz")).input.sha256).toBe(createHash("sha256").update(compressed).digest("hex"));
  });

  it("stops when the signal aborts", async () => {
    const path = files.write("stopped.csv", `a,b\n${"1,2\n".repeat(200_000)}`);
    await expect(load(path, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("load() reads other formats", () => {
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
