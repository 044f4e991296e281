import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvText } from "./csv-text.js";

describe("csvText()", () => {
  it("starts with a byte-order mark and ends each line as spreadsheets do", () =>
    expect(csvText([{ 客户: "张三", spend: 1234.5 }])).toBe("\ufeff客户,spend\r\n张三,1234.5\r\n"));

  it("quotes what would break a line or a cell", () =>
    expect(csvText([{ a: 'say "hi", you', b: "two\nlines", c: "x;y" }])).toBe('\ufeffa,b,c\r\n"say ""hi"", you","two\nlines","x;y"\r\n'));

  it.each(["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1", "\uff1d1+1", "\uff0b1", "\u0000=1"])("neutralises %j", (text) =>
    expect(
      csvText([{ a: text }])
        .split("\r\n")
        .slice(1)
        .join("\r\n"),
    ).toMatch(/^"?'/),
  );

  it("neutralises headings", () => expect(csvText([{ "=cmd": 1 }])).toContain("\ufeff'=cmd\r\n"));

  it("leaves numbers, and texts that only hold such signs, as they are", () =>
    expect(csvText([{ a: -2.5, b: "a=b", c: "x-y@z" }])).toBe("\ufeffa,b,c\r\n-2.5,a=b,x-y@z\r\n"));

  it("leaves missing values empty and takes columns from all rows", () =>
    expect(csvText([{ a: null, b: NaN }, { c: undefined }, { c: true }])).toBe("\ufeffa,b,c\r\n,,\r\n,,\r\n,,true\r\n"));

  it("never lets a text start a formula, whatever it is", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const cell = csvText([{ a: text }]).slice("\ufeffa\r\n".length);
        expect(cell).not.toMatch(/^"?\s*[=+\-@]/);
      }),
    ));
});
