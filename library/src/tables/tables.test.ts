import { table } from "arquero";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnText } from "./column-text.js";
import { htmlTable, shapeText, textTable, viewOfRows, viewOfTable } from "./index.js";

const cells = (html: string) =>
  [...html.matchAll(/<td style="text-align:(left|right)"[^>]*>([^<]*)<\/td>/g)].map(([, side, text]) => `${side} ${text}`);
const column = (name: string, values: unknown[]) => values.map((value) => columnText(name, values, "en").text(value));

describe("columnText()", () => {
  it.each([
    ["spend", [1234.5, 0.1 + 0.2, null], ["1,234.5", "0.3", "–"]],
    ["share", [0.36422291, 0.08, -0.5], ["0.3642", "0.0800", "−0.5000"]],
    ["orders", [1234567, 3, NaN], ["1,234,567", "3", "–"]],
    ["CustomerID", [12346, 17850], ["12346", "17850"]],
    ["paid", [12346, 1], ["12,346", "1"]],
    ["客户编号", [12346], ["12346"]],
    ["spread", [1e6, 0.0001, -0], ["1,000,000.00", "0.0001", "0.00"]],
    ["big", [123456789012345678901n], ["123,456,789,012,345,678,901"]],
    ["day", [new Date("2011-12-09"), undefined], ["2011-12-09", "–"]],
    ["moment", [new Date("2011-12-09T12:50Z"), new Date("2011-12-09"), new Date(NaN)], ["2011-12-09 12:50", "2011-12-09 00:00", "–"]],
    ["text", ["a\r\nb", "", null], ["a ↵ b", "", "–"]],
    ["mixed", [1.5, "x", true, { a: 1n }], ["1.5", "x", "true", '{"a":"1"}']],
    ["empty", [null, undefined], ["–", "–"]],
  ])("writes %s", (name, values, expected) => expect(column(name, values)).toEqual(expected));

  it("writes an object that holds itself", () => {
    const circle: Record<string, unknown> = {};
    circle["self"] = circle;
    expect(column("circle", [circle])).toEqual(["{…}"]);
  });

  it("never shows NaN, null, undefined or [object Object], whatever the values", () => {
    fc.assert(
      fc.property(
        fc.array(fc.anything({ withDate: true, withBigInt: true, maxDepth: 1 }).filter((value) => typeof value !== "string")),
        (values) => {
          const texts = values.map((value) => columnText("x", values, "zh-CN").text(value));
          for (const text of texts) expect(text).not.toMatch(/^(NaN|null|undefined|\[object Object\]|−0)$/);
        },
      ),
    );
  });
});

describe("htmlTable()", () => {
  it("shows 10 rows from the start, 5 from the end and the shape of the whole", () => {
    const html = htmlTable(viewOfTable(table({ n: Array.from({ length: 1200 }, (_, index) => index) })), { language: "en" });
    expect(cells(html).map((cell) => cell.split(" ")[1])).toEqual([..."0123456789", "⋮", "1,195", "1,196", "1,197", "1,198", "1,199"]);
    expect(html).toContain("1,200 rows × 1 column");
  });

  it("shows every row once when they are few", () => {
    const rows = Array.from({ length: 15 }, (_, n) => ({ n }));
    for (const view of [viewOfRows(rows), viewOfTable(table({ n: rows.map(({ n }) => n) }))])
      expect(cells(htmlTable(view))).toHaveLength(15);
  });

  it("keeps numbers right and text left, also when styles are taken out", () => {
    expect(cells(htmlTable(viewOfRows([{ name: "a", n: 1 }])))).toEqual(["left a", "right 1"]);
  });

  it("escapes names and values, and cuts long text without cutting a sign in two", () => {
    const html = htmlTable(viewOfRows([{ "<b>": `<script>alert("1")</script>`, long: "😀".repeat(200) }]));
    expect(html).not.toMatch(/<script|<b>/);
    expect(html).toContain("&lt;script&gt;");
    expect(html).toContain(`${"😀".repeat(79)}…`);
  });

  it("shows the first and last of 300 columns", () => {
    const row = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`c${index}`, index]));
    const html = htmlTable(viewOfRows([row]), { language: "en" });
    expect(html.match(/<th /g)).toHaveLength(31);
    expect(html).toContain(">c299</th>");
    expect(html).toContain("1 row × 300 columns");
  });

  it("names columns and ids in the language asked for", () => {
    const labels = { n: { title: { en: "Segment", "zh-CN": "分群" }, values: { lost: { en: "Lost", "zh-CN": "已流失客户" } } } };
    const html = htmlTable(viewOfRows([{ n: "lost" }, { n: "new" }]), { labels, language: "zh-CN" });
    expect(html).toContain(">分群</th>");
    expect(cells(html)).toEqual(["left 已流失客户", "left new"]);
  });

  it("puts a note below a column's name, in HTML and in text", () => {
    const labels = { n: { title: { en: "n", "zh-CN": "n" }, note: { en: "<integer>", "zh-CN": "整数" } } };
    const view = viewOfRows([{ n: 12_345_678, m: "x" }]);
    expect(htmlTable(view, { labels, language: "en" })).toContain("n<br><small>&lt;integer&gt;</small></th>");
    expect(textTable(view, { labels, language: "zh-CN" }).split("\n").slice(0, 3)).toEqual([
      "         n  m",
      "      整数",
      "12,345,678  x",
    ]);
  });

  it("shows an empty table by its columns", () => {
    expect(htmlTable({ columns: ["a"], head: [], tail: [], rowCount: 0 }, { language: "zh-CN" })).toContain("0 行 × 1 列");
  });
});

describe("shapeText()", () => {
  it("says when nobody has counted the rows", () => {
    const view = { columns: ["a", "b"], head: [{ a: 1 }, { a: 2 }], tail: [] };
    expect([shapeText(view, "en"), shapeText(view, "zh-CN")]).toEqual(["first 2 rows × 2 columns", "前 2 行 × 2 列"]);
  });
});

describe("textTable()", () => {
  it("lines up Chinese, Latin and numbers", () => {
    const text = textTable(
      viewOfRows([
        { 名称: "重要价值客户", n: 5 },
        { 名称: "abc", n: 1200 },
      ]),
      { language: "zh-CN" },
    );
    expect(text).toBe(["名称              n", "重要价值客户      5", "abc           1,200", "2 行 × 2 列"].join("\n"));
  });
});

describe("htmlTable() of few rows with many columns", () => {
  const names = Array.from({ length: 11 }, (_, index) => `measure ${index}`);
  const row = (name: string, plus: number) => ({
    arm: name,
    ...Object.fromEntries(names.map((measure, index) => [measure, index + plus])),
  });
  const view = viewOfRows([row("A <b>", 0), row("B", 0.5)]);

  it("sets the rows side by side where it may, each under its name", () => {
    const html = htmlTable(view, { mayTurn: true });
    expect([...html.matchAll(/<thead>.*<\/thead>/g)][0]?.[0]).toContain("A &lt;b&gt;");
    expect(html.match(/<tr>/g)).toHaveLength(1 + names.length);
    expect(html).toContain("2 rows × 12 columns");
  });

  it("leaves the rows as rows elsewhere, and where there are more of them", () => {
    const many = viewOfRows(Array.from({ length: 7 }, (_, index) => row(`arm ${index}`, 0)));
    expect(htmlTable(view).match(/<tr>/g)).toHaveLength(3);
    expect(htmlTable(many, { mayTurn: true }).match(/<tr>/g)).toHaveLength(8);
    expect(htmlTable(many, { mayTurn: true })).toContain("marklab-wide");
  });
});
