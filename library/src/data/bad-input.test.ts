import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { DataError } from "../data-error.js";
import { displaySymbol } from "../display.js";
import { defaultEngine } from "../engine/duckdb.js";
import { raw } from "../engine/sql.js";
import { setLanguage } from "../language/index.js";
import { dataFiles } from "../testing/data-files.js";
import { load, type LoadOptions } from "./load.js";

const files = dataFiles();
afterEach(() => setLanguage("en"));

async function refusal(source: string, options?: LoadOptions): Promise<DataError> {
  const error: unknown = await load(source, options).then(
    () => undefined,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(DataError);
  return error as DataError;
}

const noteCodes = (data: { readonly notes: readonly { readonly code: string }[] }) => data.notes.map(({ code }) => code);
const noteText = (data: { readonly notes: readonly { readonly code: string; readonly text: { readonly en: string } }[] }, code: string) =>
  data.notes.find((note) => note.code === code)?.text.en ?? "";

describe("load() refuses", () => {
  it("a missing file, and names the nearest one in its folder", async () => {
    files.write("near/orders.csv", "a\n1\n");
    files.write("near/costs.csv", "a\n1\n");
    const error = await refusal(`${files.folder}/near/ordres.csv`);
    expect([error.code, error.data["nearest"]]).toEqual(["file-missing", "orders.csv"]);
    expect(error.message).toMatch(/^Cannot load ".*ordres\.csv": .* Try "orders\.csv"\.$/);
  });

  it("a missing file in a missing folder", async () => expect((await refusal("/nowhere/at/all.csv")).code).toBe("file-missing"));

  it("a folder, and names its files", async () => {
    files.write("folder/january.csv", "a\n1\n");
    const error = await refusal(`${files.folder}/folder`);
    expect([error.code, error.data["files"]]).toEqual(["path-is-folder", ["january.csv"]]);
  });

  it("an empty file, also when it is compressed", async () => {
    expect((await refusal(files.write("empty.csv", ""))).code).toBe("file-empty");
    expect((await refusal(files.write("empty.csv.gz", gzipSync("")))).code).toBe("file-empty");
  });

  it.each([
    ["with a line end", "a,b\n"],
    ["without a line end", "a,b"],
    ["with blank lines", "a,b\n\n\n"],
  ])("a header %s and no rows", async (title, content) => {
    const error = await refusal(files.write(`header ${title}.csv`, content));
    expect([error.code, error.data["columns"]]).toEqual(["no-rows", ["a", "b"]]);
  });

  it("a delimiter that is not in the file, and names the one that is", async () => {
    const error = await refusal(files.write("semicolons.csv", "a;b\n1;2\n"), { delimiter: "|" });
    expect([error.code, error.data["nearest"]]).toEqual(["wrong-delimiter", ";"]);
  });

  it.each([
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13], "PNG"],
    ["a PDF", [...Buffer.from("%PDF-1.7\nsome readable text, with commas\n")], "PDF"],
    ["a spreadsheet", [0x50, 0x4b, 3, 4, 20, 0, 6, 0, 8, 0, 0, 0], "ZIP (XLSX)"],
    ["random bytes", Array.from({ length: 3000 }, (_, index) => (index * 7919) % 256), undefined],
  ])("%s that is named .csv", async (name, bytes, kind) => {
    const error = await refusal(files.write(`${name}.csv`, Uint8Array.from(bytes)));
    expect([error.code, error.data["kind"]]).toEqual(["not-text", kind]);
  });

  it("a gzip file that breaks off, wherever it does", async () => {
    const whole = gzipSync(`a,b\n${Array.from({ length: 20_000 }, (_, row) => `${row},${row * 7919}`).join("\n")}\n`);
    for (const bytes of [whole.length - 4, whole.length - 9, whole.length >> 1, 20]) {
      expect((await refusal(files.write(`cut at ${bytes}.csv.gz`, whole.subarray(0, bytes)))).code).toBe("file-cut-short");
    }
  });

  it("a Zstandard file that breaks off, wherever it does", async () => {
    const path = `${files.folder}/whole.csv.zst`;
    await defaultEngine().run(
      raw(`COPY (SELECT i AS id, hash(i) AS code FROM range(50000) r(i)) TO '${path}' (FORMAT csv, HEADER, COMPRESSION zstd)`),
    );
    const whole = readFileSync(path);
    expect((await load(path)).input.rows).toBe(50_000);
    for (const bytes of [whole.length - 1, whole.length >> 1, 7]) {
      expect((await refusal(files.write(`cut at ${bytes}.csv.zst`, whole.subarray(0, bytes)))).code).toBe("file-cut-short");
    }
    expect((await refusal(files.write("text.csv.zst", "a,b\n1,2\n"))).code).toBe("not-format");
  });

  it("a .gz file that is no gzip, and a .parquet file that is no Parquet", async () => {
    expect(await refusal(files.write("plain.csv.gz", "a,b\n1,2\n"))).toMatchObject({ code: "not-format", data: { format: "gzip" } });
    expect(await refusal(files.write("plain.parquet", "a,b\n1,2\n"))).toMatchObject({ code: "not-format", data: { format: "Parquet" } });
    expect(await refusal(files.write("cut.parquet", "PAR1 and nothing more"))).toMatchObject({ code: "not-format" });
  });

  it("JSON that is none, breaks off, or has no rows", async () => {
    expect((await refusal(files.write("wrong.json", "a,b\n1,2\n"))).code).toBe("not-format");
    expect((await refusal(files.write("cut.json", '[{"a":1},\n{"a":'))).code).toBe("file-cut-short");
    expect((await refusal(files.write("none.json", " [ ] "))).code).toBe("no-rows");
  });

  it("a quote that is never closed, and names its row", async () => {
    const rows = Array.from({ length: 300_000 }, (_, row) => (row === 98 ? `"never closed,${row}` : `name ${row},${row}`));
    const error = await refusal(files.write("unclosed.csv", `name,n\n${rows.join("\n")}\n`));
    expect([error.code, error.data["row"]]).toEqual(["quote-unclosed", 100]);
  });

  it("rows that mostly do not fit the header", async () => {
    const error = await refusal(files.write("baskets.csv", "milk,bread\nbeer\nwine,cheese,grapes\nwater\ntea,cake\n"));
    expect(error).toMatchObject({ code: "rows-do-not-fit", data: { setAside: 3, rows: 4, row: 2, value: "beer" } });
  });

  it.each(["no-such", ""])("an encoding called %j", async (encoding) =>
    expect((await refusal(files.write("encoding.csv", "a,b\n1,2\n"), { encoding })).code).toBe("unknown-encoding"),
  );

  it.each([[5], [null], [undefined], [[1, 2]], [{}], [new URL("https://example.org/a.csv")]])("%j as a source", async (source) => {
    await expect(load(source as never)).rejects.toMatchObject({ code: "source-not-understood" });
  });

  it("in the language of the session", async () => {
    setLanguage("zh-CN");
    expect((await refusal("没有.csv")).message).toMatch(/^无法加载“没有\.csv”\uff1a/);
  });
});

describe("load() keeps what fits and says what it set aside", () => {
  it("a file that breaks off in a row", async () => {
    const data = await load(files.write("cut.csv", "id,name,amount\n1,a,10\n2,b,20\n3,c"));
    expect(data.input.rows).toBe(2);
    expect(noteText(data, "rows-set-aside")).toBe('1 row does not fit the header and was set aside: the file breaks off in row 4 ("3,c").');
  });

  it("a file that breaks off within quotes", async () => {
    const data = await load(files.write("cut in quotes.csv", 'id,name\n1,a\n2,"b'));
    expect(data.input.rows).toBe(1);
    expect(noteText(data, "rows-set-aside")).toContain("breaks off in row 3");
  });

  it("rows that are too long or too short", async () => {
    const data = await load(files.write("ragged.csv", "a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n13,14,15\n"));
    expect(data.input.rows).toBe(3);
    expect(noteText(data, "rows-set-aside")).toBe('2 rows do not fit the header and were set aside: first row 3 ("4,5").');
  });

  it("text after a closing quote", async () => {
    const data = await load(files.write("after quote.csv", 'a,b\n1,2\n"x"y,3\n4,5\n'));
    expect([data.input.rows, noteCodes(data)]).toEqual([2, ["rows-set-aside"]]);
  });

  it("a date column with one word in it", async () => {
    const rows = Array.from({ length: 30 }, (_, row) => (row === 15 ? "tomorrow" : `2024-01-${String(row + 1).padStart(2, "0")}`));
    const data = await load(files.write("tomorrow.csv", `day,n\n${rows.map((day, row) => `${day},${row}`).join("\n")}\n`));
    expect(data.columns[0]?.type).toBe("text");
    expect(noteText(data, "mixed-column")).toContain('row 17 holds "tomorrow", which is not a date');
  });

  it("counts the row of a mixed value in the file, past rows that were set aside", async () => {
    const data = await load(
      files.write("aside.csv", "day,n\n2024-01-01,1\nbroken\n2024-01-02,2\nsoon,3\n2024-01-04,4\n2024-01-05,5\n2024-01-06,6\n"),
    );
    expect(noteText(data, "mixed-column")).toContain('row 5 holds "soon"');
  });

  it("a number column with a word far below the first rows", async () => {
    const rows = Array.from({ length: 40_000 }, (_, row) => (row === 35_000 ? "lots" : `${row}`));
    const data = await load(files.write("late.csv", `n,m\n${rows.map((n) => `${n},1`).join("\n")}\n`));
    expect(data.columns.map(({ type }) => type)).toEqual(["text", "integer"]);
    expect(noteText(data, "mixed-column")).toContain('row 35002 holds "lots"');
  });

  it("a field of many megabytes", async () => {
    const data = await load(files.write("huge.csv", `a,b\n1,x\n2,"${"长".repeat(3_000_000)}"\n3,y\n`));
    const lengths = (await data.rows()).map((row) => String(row["b"]).length);
    expect([lengths, data.notes]).toEqual([[1, 3_000_000, 1], []]);
  });

  it("300 columns", async () => {
    const names = Array.from({ length: 300 }, (_, index) => `column ${index}`);
    const data = await load(files.write("wide.csv", `${names.join(",")}\n${names.map((_, index) => index).join(",")}\n`));
    expect(data.columns.map(({ name }) => name)).toEqual(names);
    expect((await data.rows())[0]?.["column 299"]).toBe(299);
  });

  it("column names with quotes, dots, brackets, Chinese, emoji and line ends", async () => {
    const names = ['a "quoted" one', "it's", "a.b.c", "[0]", "金额(元)", "👩‍🚀", "<script>", "a\nb", "select", "{x: 1}"];
    const header = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(",");
    const data = await load(files.write("hostile names.csv", `${header}\n${names.map((_, index) => index).join(",")}\n`));
    expect(data.columns.map(({ name }) => name)).toEqual(names);
    expect((await data.rows())[0]).toEqual(Object.fromEntries(names.map((name, index) => [name, index])));
  });

  it("column names that are empty or come twice, whatever their case", async () => {
    const data = await load(files.write("twice.csv", "price,,Price,price_2,price\n1,2,3,4,5\n"));
    expect(data.columns.map(({ name }) => name)).toEqual(["price", "column_2", "Price_3", "price_2", "price_4"]);
    expect(noteText(data, "columns-renamed")).toContain('"Price" is "Price_3"');
  });

  it("an only row, an only column, an only cell", async () => {
    expect((await load(files.write("cell.csv", "a\n7\n"))).input).toMatchObject({ rows: 1, columns: ["a"] });
  });

  it("shows markup in values and names as text", async () => {
    const data = await load(files.write("markup.csv", 'name,"<b onclick=""x"">"\n<script>alert(1)</script>,&amp;\n'));
    const html = String((await data[displaySymbol]())["text/html"]);
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).toContain("&amp;amp;");
    expect(html).not.toMatch(/<script|<b /);
  });
});
