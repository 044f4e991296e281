import { describe, expect, it } from "vitest";
import { makeChart, type ChartContext } from "../../../charts/index.js";
import { languages, type Language } from "../../../language/index.js";
import { specProblems, unreadable } from "../../../testing/check-spec.js";
import { rfmValues, segmentNames, shoppers } from "../../../testing/rfm-values.js";
import type { RfmValues } from "../values.js";
import { rfmCharts } from "./index.js";

const longNames = segmentNames.map((name) => ({
  en: `${name.en} of a segment whose name goes on and on <script>alert("x")</script> & more`,
  "zh-CN": `${name["zh-CN"]}${"名字特别长的客户分群".repeat(6)}`,
}));
const empty = rfmValues(shoppers(1));
const unknownShare = { value: NaN, interval: [NaN, NaN] } as const;

/** Values as they should be, and the ugliest that may come. */
const cases: Readonly<Record<string, RfmValues>> = {
  "a shop": rfmValues(shoppers(4338)),
  "three groups": rfmValues(shoppers(500), { groups: 3 }),
  "four groups": rfmValues(shoppers(500), { groups: 4 }),
  "forty customers": rfmValues(shoppers(40)),
  "one customer": rfmValues([{ recencyDays: 0, frequency: 1, monetary: 0.1 + 0.2 }]),
  "all customers equal": rfmValues(Array.from({ length: 60 }, () => ({ recencyDays: 5, frequency: 2, monetary: 30 }))),
  "one giant": rfmValues([...shoppers(500), { recencyDays: 1, frequency: 4000, monetary: 9e9 }]),
  "no revenue": rfmValues(shoppers(200).map((shopper) => ({ ...shopper, monetary: 0 }))),
  "long names": rfmValues(shoppers(900), { names: longNames }),
  "one segment": rfmValues(shoppers(50), { names: segmentNames.slice(0, 1) }),
  "nobody anywhere": {
    ...empty,
    customers: 0,
    revenue: 0,
    grid: empty.grid.map((cell) => ({ ...cell, customers: 0, revenue: 0 })),
    segments: empty.segments.map((segment) => ({
      ...segment,
      customers: 0,
      revenue: 0,
      customerShare: unknownShare,
      revenueShare: unknownShare,
    })),
    density: [],
  },
};

const names = Object.keys(rfmCharts) as (keyof typeof rfmCharts)[];
const chart = (name: keyof typeof rfmCharts, values: RfmValues, context: ChartContext) =>
  makeChart({ name, language: context.language, ...rfmCharts[name](values, context) });

const each = names.flatMap((name) => languages.map((language) => [name, language] as const));
const source = "orders <b>2011</b>.csv";

describe.each(each)("the %s chart in %s", (name, language) => {
  it.each(Object.entries(cases))("of %s is valid, compiles without a warning and shows nothing unreadable", async (_, values) => {
    const drawn = chart(name, values, { language, source });
    expect(specProblems(drawn.spec)).toEqual([]);
    const svg = await drawn.toSvg();
    expect(unreadable(svg)).toEqual([]);
    expect(svg).not.toMatch(/<script|<b>/);
  });

  it("is as readable on a dark page", async () => {
    const drawn = chart(name, cases["a shop"] as RfmValues, { language, source });
    expect(unreadable(await drawn.toSvg({ theme: "dark" }))).toEqual([]);
  });

  it("does not change the values it is given", () => {
    const values = cases["a shop"] as RfmValues;
    const before = structuredClone(values);
    rfmCharts[name](values, { language });
    expect(values).toEqual(before);
  });

  it("gives the same specification for the same values", () => {
    const values = cases["a shop"] as RfmValues;
    expect(rfmCharts[name](values, { language })).toEqual(rfmCharts[name](structuredClone(values), { language }));
  });

  it.each([400, 640, 1200])("is %d pixels wide when asked to, whatever the names", async (width) => {
    for (const values of [cases["a shop"], cases["long names"], cases["one giant"]] as RfmValues[]) {
      const svg = await chart(name, values, { language, source, width }).toSvg();
      const padding = 16;
      expect(Number(/ width="([\d.]+)"/.exec(svg)?.[1])).toBeLessThanOrEqual(width + padding + 4);
    }
  });

  it("says in its alternative text what the picture shows", () => {
    const { description } = rfmCharts[name](cases["a shop"] as RfmValues, { language });
    expect(description.length).toBeGreaterThan(40);
    expect(description).toMatch(language === "en" ? /^[A-Z].*\.$/ : /^[\p{L}\d].*。$/u);
  });

  it("reads as reviewed", async () => {
    const { spec } = rfmCharts[name](rfmValues(shoppers(120), { groups: 3 }), { language, source: "orders.csv" });
    await expect(`${JSON.stringify(spec, null, 2)}\n`).toMatchFileSnapshot(`snapshots/${name}.${language}.json.snap`);
  });
});

const titleOf = (values: RfmValues, name: keyof typeof rfmCharts, language: Language) => {
  const { title } = rfmCharts[name](values, { language }).spec as { title: { text: string[] } };
  return title.text.join(language === "en" ? " " : "").replaceAll("\u202f", " ");
};

describe("titles", () => {
  it("state the finding with its number", () => {
    const values = cases["a shop"] as RfmValues;
    expect(names.map((name) => titleOf(values, name, "en"))).toMatchInlineSnapshot(`
      [
        "36.6 % of revenue comes from "Champions", who are 5.0 % of customers",
        "36.6 % of revenue comes from the 5.0 % of customers who bought most recently and most often",
        ""Promising" is the largest segment: 16.2 % of customers bring 6.8 % of revenue",
        "25.8 % of customers ordered once, half of them more than about 86 days ago",
      ]
    `);
    expect(names.map((name) => titleOf(values, name, "zh-CN"))).toMatchInlineSnapshot(`
      [
        "“冠军客户”占客户的 5.0%，贡献了 36.6% 的收入",
        "最近刚消费且消费最频繁的客户占客户的 5.0%，贡献了 36.6% 的收入",
        "“有潜力客户”是人数最多的分群：占客户的 16.2%，贡献了 6.8% 的收入",
        "25.8% 的客户只下过一单，其中一半距今已超过约 86 天",
      ]
    `);
  });

  it.each(["one customer", "no revenue", "one segment", "nobody anywhere", "all customers equal"])("stay true for %s", (which) => {
    const values = cases[which] as RfmValues;
    expect(languages.map((language) => names.map((name) => titleOf(values, name, language)))).toMatchSnapshot();
  });

  it("use full-width punctuation in Chinese", () => {
    const halfWidth = /\p{Script=Han}[,;:()?!]|[,;:()?!]\p{Script=Han}/u;
    for (const values of Object.values(cases).filter((value) => value !== cases["long names"])) {
      for (const name of names) {
        const { spec, description } = rfmCharts[name](values, { language: "zh-CN", source: "orders.csv" });
        expect(JSON.stringify([description, spec.title]).replaceAll('",', "")).not.toMatch(halfWidth);
      }
    }
  });
});
