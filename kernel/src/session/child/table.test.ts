import { describe, expect, it } from "vitest";
import { asTable } from "./table-source.js";
import { cellText, tableBundle } from "./table.js";

function bundle(rows: unknown): Record<string, string> {
  const source = asTable(rows);
  if (!source) throw new Error("not a table");
  return tableBundle(source) as Record<string, string>;
}

describe("tableBundle()", () => {
  it("shows the first and last rows and the shape of a long table", () => {
    const { "text/html": html = "", "text/plain": plain = "" } = bundle(Array.from({ length: 12_345 }, (_, n) => ({ n, name: `c${n}` })));
    expect(html.match(/<tr>/g)).toHaveLength(1 + 10 + 1 + 5);
    expect(html).toContain("12,345 rows × 2 columns");
    expect(plain.split("\n")).toHaveLength(1 + 16 + 2);
    expect(plain).toMatch(/^ +n +name/);
    expect(plain).toContain("12344  c12344");
  });

  it("escapes what data holds", () => {
    const { "text/html": html = "" } = bundle([{ "<b>": "<script>alert('x')</script>", 'a"b': "&" }]);
    expect(html).not.toMatch(/<script|<b>/);
    expect(html).toContain("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
  });

  it("unites the columns of unequal rows and marks what is missing", () => {
    expect(bundle([{ a: 1 }, { b: null }, { a: Number.NaN, c: undefined }])["text/plain"]).toBe(
      "a  b  c\n1  –  –\n–  –  –\n–  –  –\n\n3 rows × 3 columns",
    );
  });

  it("shows at most forty columns and says how many there are", () => {
    const wide = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`c${index}`, index]));
    const { "text/html": html = "" } = bundle([wide]);
    expect(html.match(/<th /g)).toHaveLength(41);
    expect(html).toContain("1 row × 300 columns");
  });

  it("aligns Chinese text", () => {
    expect(
      bundle([
        { 渠道: "邮件", n: 1 },
        { 渠道: "a", n: 22 },
      ])["text/plain"],
    ).toBe("渠道   n\n邮件   1\na     22\n\n2 rows × 2 columns");
  });

  it("reads tables of Arquero's kind", () => {
    const columns: Record<string, number[]> = { a: [1, 2] };
    const table = { columnNames: () => ["a"], numRows: () => 2, get: (name: string, row: number) => columns[name]?.[row] };
    expect(bundle(table)["text/plain"]).toBe("a\n1\n2\n\n2 rows × 1 column");
  });
});

describe("asTable()", () => {
  it.each([[[]], [[1, 2]], [[{ a: 1 }, 2]], [[[1]]], [[{}]], [[new Date()]], [[null]], ["text"], [undefined]])("declines %o", (value) => {
    expect(asTable(value)).toBeUndefined();
  });
});

describe("cellText()", () => {
  it.each([
    [0.1 + 0.2, "0.3"],
    [1e21, "1e+21"],
    [-0, "0"],
    [Infinity, "∞"],
    [null, "–"],
    [undefined, "–"],
    [Number.NaN, "–"],
    [new Date(Date.UTC(2024, 0, 3)), "2024-01-03"],
    [new Date(Date.UTC(2024, 0, 3, 4, 5)), "2024-01-03 04:05:00Z"],
    [new Date(Number.NaN), "–"],
    [{ a: [1] }, "{ a: [ 1 ] }"],
    [10n, "10"],
    [true, "true"],
    ["x".repeat(200), `${"x".repeat(119)}…`],
  ])("%o", (value, expected) => {
    expect(cellText(value)).toBe(expected);
  });
});
