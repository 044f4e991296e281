import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataFiles } from "../../testing/data-files.js";
import { load } from "../load.js";

const files = dataFiles();
let written = 0;
const loadText = (text: string) => load(files.write(`${++written}.csv`, text));
const columnOf = async (values: readonly string[], name = "value") => {
  const data = await loadText(`${name},other\n${values.map((value) => `"${value}",x`).join("\n")}\n`);
  const rows = await data.rows(values.length);
  return { type: data.columns[0]?.type, values: rows.map((row) => row[name]), notes: data.notes.map(({ code }) => code), data };
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

  it("does not take the row in which the first bytes of a long file break off for a whole one", async () => {
    const rows = Array.from(
      { length: 900 },
      (_, row) => `${"note ".repeat(80)},2024-01-${String((row % 28) + 1).padStart(2, "0")} 10:15:00`,
    );
    const data = await loadText(`note,ordered_at\n${rows.join("\n")}\n`);
    expect(data.columns.map(({ type }) => type)).toEqual(["text", "timestamp"]);
    expect(data.notes).toEqual([]);
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
