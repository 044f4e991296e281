import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultEngine } from "../../engine/duckdb.js";
import { raw, sql } from "../../engine/sql.js";
import { dataFiles } from "../../testing/data-files.js";
import type { Dataset } from "../dataset.js";
import { load } from "../load.js";

const files = dataFiles();
const types = (data: Dataset<object>) => Object.fromEntries(data.columns.map(({ name, type }) => [name, type]));
const codes = (data: Dataset<object>) => data.notes.map(({ code }) => code);
let written = 0;
const loadText = (text: string | Uint8Array, extension = "csv") => load(files.write(`${++written}.${extension}`, text));

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

  it("with spaces after the marks, and a mark at the end of each row", async () => {
    const spaced = await loadText("a, b, day\n1, 2, 2024-01-03\n");
    expect(types(spaced)).toEqual({ a: "integer", b: "integer", day: "date" });
    const ended = await loadText("a,b\n1,2,\n3,4,\n");
    expect([types(ended), ended.input.rows]).toEqual([{ a: "integer", b: "integer" }, 2]);
  });

  it("and refuses a text column that is not there", async () =>
    expect(load(files.write("text option.csv", "code,b\n1,2\n"), { text: ["cdoe"] })).rejects.toMatchObject({
      code: "column-missing",
      data: { nearest: "code" },
    }));

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
