import { table } from "arquero";
import { describe, expect, it } from "vitest";
import { displaySymbol, resultMimeType, type MimeBundle } from "../display.js";
import { languages, setLanguage, type Language } from "../language/index.js";
import { unreadable } from "../testing/check-spec.js";
import { rfmValues, shoppers } from "../testing/rfm-values.js";
import { createResult } from "./create-result.js";
import { resultBundle } from "./result-view.js";
import { rfmCharts } from "./rfm/charts/index.js";
import { columnLabels } from "./rfm/column-labels.js";
import type { RfmValues } from "./rfm/values.js";
import type { Result } from "./result.js";

const values = rfmValues(shoppers(400));
const rows = Array.from({ length: 400 }, (_, index) => index);

const result = createResult<RfmValues>({
  analysis: "rfm",
  version: "1.0.0",
  title: { en: "RFM customer segments", "zh-CN": "RFM 客户分群" },
  input: { name: "<img src=x>.csv", sha256: "a".repeat(64), rows: 541_909, columns: ["Customer ID", "When"] },
  parameters: { customer: "Customer ID", date: "When", groups: 5, asOf: undefined, nested: { a: 1 } },
  values,
  table: table({
    customer: rows.map((index) => (index === 0 ? "<script>alert(1)</script>" : index === 1 ? null : `c${index}`)),
    monetary: rows.map((index) => (index === 2 ? NaN : 0.1 * index)),
    segment: rows.map(() => "champions"),
  }),
  columnLabels,
  assumptions: [{ en: "Scores are quintiles.", "zh-CN": "得分为五分位数。" }],
  warnings: [
    { code: "b", level: "note", text: { en: "135 rows have no customer.", "zh-CN": "135 行缺少客户编号。" } },
    { code: "a", level: "blocks", text: { en: "The data is <old>.", "zh-CN": "数据<已过期>。" } },
  ],
  charts: rfmCharts,
  reading: (_, { language }) => (language === "en" ? ["The finding.", "The driver."] : ["结论。", "原因。"]),
});

/** The HTML without its style sheet, as where a page takes style sheets out. */
const html = async (shown: Result<RfmValues>, language: Language) =>
  String((await resultBundle(shown, language))["text/html"]).replace(/<style>.*?<\/style>/s, "");

describe.each(languages)("resultBundle() in %s", (language) => {
  it("shows headline, chart, warnings, table and method in this order", async () => {
    const text = await html(result, language);
    const order = ["marklab-headline", "<svg", "marklab-warnings", 'marklab-table"', "<details>"].map((part) => text.indexOf(part));
    expect(order.every((position) => position > 0)).toBe(true);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it("escapes every value that comes from data", async () => {
    const text = await html(result, language);
    expect(text).not.toMatch(/<script|<img|<old>|<已过期>/);
    expect(text).toContain("&lt;script&gt;");
  });

  it("shows nothing unreadable", async () => {
    const bundle = await resultBundle(result, language);
    expect((await html(result, language)).match(/.{20}(NaN|undefined|\bnull\b|\[object).{20}/g)).toBeNull();
    expect(unreadable(String(bundle["text/plain"]))).toEqual([]);
  });

  it("names no word of the other language", async () => {
    const text = (await html(result, language)).replace(/<svg.*?<\/svg>/gs, "");
    const foreign = language === "en" ? /\p{Script=Han}/u : /Method|Assumptions|Columns and|rows|Customer<|Segment|Settle/;
    expect(text).not.toMatch(foreign);
  });
});

describe("resultBundle()", () => {
  it("puts what blocks the conclusion before what is good to know, each with its mark", async () => {
    const text = String((await resultBundle(result, "en"))["text/plain"]);
    expect(text).toContain("● The data is <old>.\n○ 135 rows have no customer.");
  });

  it("draws the chart for light and dark pages; without a style sheet the light one shows", async () => {
    const text = await html(result, "en");
    expect(text.match(/<svg/g)).toHaveLength(2);
    expect(text).toMatch(/class="marklab-dark" style="display:none"/);
  });

  it("gives ids that do not clash on one page", async () => {
    const ids = [...(await html(result, "en")).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("gives programs the result without the rows of its table", async () => {
    const json = (await resultBundle(result, "zh-CN"))[resultMimeType];
    expect(json).toEqual({ ...result.toJSON("zh-CN"), table: [] });
  });

  it("follows the session's language, and writes the same bytes twice", async () => {
    setLanguage("zh-CN");
    const shown = (await result[displaySymbol]()) as MimeBundle;
    setLanguage("en");
    expect(shown).toEqual(await resultBundle(result, "zh-CN"));
  });

  it("leaves out what there is none of", async () => {
    const bare = createResult<RfmValues>({ ...parts(), charts: {}, warnings: [], assumptions: [], columnLabels: undefined });
    const text = await html(bare, "en");
    expect(text).not.toMatch(/<svg|<ul/);
    expect(text).toContain(">customer</th>");
  });
});

const parts = () => ({
  ...result,
  charts: rfmCharts,
  columnLabels,
  reading: () => ["The finding."],
});
