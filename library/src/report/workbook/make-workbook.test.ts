import { unzipSync, strFromU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { makeWorkbook, type WorkbookContent } from "./make-workbook.js";
import type { Sheet } from "./sheet.js";

const sheet = (more: Partial<Sheet> = {}): Sheet => ({
  name: "rfm",
  title: "Customers: [all] / 1",
  columns: ["Customer", "Spend", "Last day"],
  rows: [
    ["=HYPERLINK(1)", 1234.5, "2024-01-03T00:00:00.000Z"],
    ["客户 <b>&", null, null],
  ],
  kinds: ["text", "number", "date"],
  rowCount: 2,
  ...more,
});

const json = {
  analysis: "rfm",
  version: "1.0.0",
  language: "en",
  input: { name: "orders.csv", sha256: "ab12", rows: 2, columns: ["a"] },
  parameters: { groups: 5, asOf: undefined },
  values: {},
  assumptions: ["Days are whole days."],
  warnings: [{ code: "few", level: "blocks", text: "Too few." }],
  reading: ["Half of them left.", "Next: ask."],
} as const;

const content = (sheets: readonly Sheet[], language: "en" | "zh-CN" = "en"): WorkbookContent => ({
  title: "RFM",
  language,
  results: [{ json, sheets }],
});

const open = async (book: WorkbookContent) => {
  const files = unzipSync(await makeWorkbook(book));
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  return {
    book: text("xl/workbook.xml"),
    shared: text("xl/sharedStrings.xml"),
    sheet: (number: number) => text(`xl/worksheets/sheet${number}.xml`),
  };
};

describe("makeWorkbook()", () => {
  it("writes the summary first and one sheet per table, with names that spreadsheets take", async () => {
    const { book } = await open(content([sheet(), sheet(), sheet({ title: "x".repeat(40) })]));
    const names = [...book.matchAll(/<sheet [^>]*?name="([^"]+)"/g)].map(([, name]) => name);
    expect(names).toEqual(["Summary", "Customers   all    1", "Customers   all    1 (2)", "x".repeat(31)]);
  });

  it("stores texts as texts, numbers and dates as numbers, and no formula", async () => {
    const { shared, sheet: read } = await open(content([sheet()]));
    expect(shared).toContain("=HYPERLINK(1)");
    expect(shared).toContain("客户 &lt;b&gt;&amp;");
    expect(read(2)).not.toContain("<f>");
    expect(read(2)).toMatch(/<v>1234.5<\/v>/);
    expect(read(2)).toMatch(/<v>45294<\/v>/);
    expect(read(2)).toContain('state="frozen"');
  });

  it("tells the finding, the warnings, the options and the data, in the language of the content", async () => {
    const english = (await open(content([sheet()]))).shared;
    for (const text of [
      "Half of them left.",
      "Too few.",
      "● Settle before acting",
      "orders.csv",
      "ab12",
      "groups",
      "Days are whole days.",
    ]) {
      expect(english).toContain(text);
    }
    expect(english).not.toMatch(/undefined|null|NaN/);
    expect((await open(content([sheet()], "zh-CN"))).shared).toContain("行动前须解决");
  });

  it("says when rows are left out", async () => {
    expect((await open(content([sheet({ rowCount: 3_000_000 })]))).shared).toContain("2 of 3,000,000 rows are here");
    expect((await open(content([sheet({ rowCount: 3_000_000 })], "zh-CN"))).shared).toContain("全部 3,000,000 行中的前 2 行");
  });

  it("gives the same bytes for the same content", async () => {
    expect(await makeWorkbook(content([sheet()]))).toEqual(await makeWorkbook(content([sheet()])));
  });
});
