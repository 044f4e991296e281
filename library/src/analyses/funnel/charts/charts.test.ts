import { describe, expect, it } from "vitest";
import { makeChart, type ChartContext } from "../../../charts/index.js";
import { languages, type Language } from "../../../language/index.js";
import { specProblems, unreadable } from "../../../testing/check-spec.js";
import { breakdownOf, channels, comparisonOf, driversOf, funnelValues, trendDays } from "../../../testing/funnel-values.js";
import type { FunnelValues } from "../values.js";
import { funnelCharts } from "./index.js";

const longName = (index: number) => `Step ${index + 1} <script>alert("x")</script> with a name of more than sixty signs & more`;
const longGroups = channels.map(([name, counts]) => [`${name} ${"名字特别长的渠道".repeat(8)}`, counts] as const);
const full = {
  worth: 220,
  groups: channels,
  more: { drivers: driversOf([978, 3026]), comparison: comparisonOf(2000) },
} as const;
const several = Array.from({ length: 5 }, (_, index) => index);

/** Values as they should be, and the ugliest that may come. */
const cases: Readonly<Record<string, FunnelValues>> = {
  "a product": funnelValues(full),
  "no leak": funnelValues({ counts: [4000, 2800, 1960, 1372, 960] }),
  "a steep fall": funnelValues({ counts: [1_000_000, 120_000, 20_000, 4000, 900] }),
  "forty steps": funnelValues({ counts: Array.from({ length: 40 }, (_, index) => Math.round(5000 * 0.95 ** index)), names: [] }),
  "one user": funnelValues({ counts: [1, 1, 0, 0, 0], days: 1 }),
  "long names": funnelValues({ ...full, names: several.map(longName), groups: longGroups }),
  "nobody converted": funnelValues({ counts: [1200, 900, 300, 50, 0], groups: [["Web", [1200, 900, 300, 50, 0]]] }),
  "all converted": funnelValues({ counts: [240, 240, 240], days: 20 }),
  "nobody entered": funnelValues({
    counts: [0, 0, 0],
    groups: [["Web", [0, 0, 0]]],
    more: { drivers: { ...driversOf([0, 0]), found: [] } },
  }),
  "two years of days": funnelValues({ counts: [90_000, 50_000], more: { trend: trendDays(730, { entered: 90_000, rate: 0.5 }) } }),
  "skewed drivers": funnelValues({ more: { drivers: driversOf([40, 3000], true) } }),
  "an optional step": funnelValues({
    more: { steps: funnelValues().steps.map((step) => (step.index === 3 ? { ...step, isOptional: true } : step)) },
  }),
  "one step": funnelValues({ counts: [304], days: 30 }),
  "extreme drivers": funnelValues({ more: { drivers: driversOf([1, 400_000], true) } }),
  "one conversion": funnelValues({
    counts: [40, 20, 1],
    more: { time: { n: 1, median: 40, mean: 40, p90: 40, histogram: [{ from: 40, to: 40, count: 1 }] } },
  }),
  "groups without a value": funnelValues({
    more: {
      breakdown: {
        ...breakdownOf([
          ["", [40, 20]],
          ["A", [4000, 2000]],
        ]),
        distinct: 1,
      },
    },
  }),
};

const names = Object.keys(funnelCharts) as (keyof typeof funnelCharts)[];
const chart = (name: keyof typeof funnelCharts, values: FunnelValues, context: ChartContext) =>
  makeChart({ name, language: context.language, ...funnelCharts[name](values, context) });

const each = names.flatMap((name) => languages.map((language) => [name, language] as const));
const source = "events <b>2025</b>.csv";
const widthOf = (svg: string): number => Number(/ width="([\d.]+)"/.exec(svg)?.[1]);

describe.each(each)("the %s chart in %s", (name, language) => {
  it.each(Object.entries(cases))(
    "of %s is valid, compiles without a warning and fits at every width",
    async (_, values) => {
      for (const width of [400, 640, 1200]) {
        const drawn = chart(name, values, { language, source, width });
        expect(specProblems(drawn.spec)).toEqual([]);
        const svg = await drawn.toSvg();
        expect(unreadable(svg)).toEqual([]);
        expect(svg).not.toMatch(/<script|<b>/);
        const padding = 16;
        expect(widthOf(svg)).toBeLessThanOrEqual(width + padding + 4);
      }
    },
    60_000,
  );

  it("is as readable on a dark page", async () => {
    const drawn = chart(name, cases["a product"] as FunnelValues, { language, source });
    expect(unreadable(await drawn.toSvg({ theme: "dark" }))).toEqual([]);
  });

  it("does not change the values it is given, and draws the same for the same", () => {
    const values = cases["a product"] as FunnelValues;
    const before = structuredClone(values);
    const once = funnelCharts[name](values, { language });
    expect(values).toEqual(before);
    expect(funnelCharts[name](before, { language })).toEqual(once);
  });

  it("says in its alternative text what the picture shows", () => {
    for (const values of Object.values(cases)) {
      const { description } = funnelCharts[name](values, { language });
      expect(description.length).toBeGreaterThan(12);
      expect(description).toMatch(language === "en" ? /^["A-Z].*\.$/ : /。$/u);
    }
  });

  it("reads as reviewed", async () => {
    const { spec } = funnelCharts[name](cases["a product"] as FunnelValues, { language, source: "events.csv" });
    await expect(`${JSON.stringify(spec, null, 2)}\n`).toMatchFileSnapshot(`snapshots/${name}.${language}.json.snap`);
  });
});

const titleOf = (values: FunnelValues, name: keyof typeof funnelCharts, language: Language) => {
  const { title } = funnelCharts[name](values, { language }).spec as { title: { text: string[] } };
  return title.text.join(language === "en" ? " " : "").replaceAll("\u202f", " ");
};

describe("titles", () => {
  it("state the finding with its number", () => {
    const values = cases["a product"] as FunnelValues;
    expect(names.map((name) => titleOf(values, name, "en"))).toMatchInlineSnapshot(`
      [
        "Most stop before "Trial sign-up": 40.2 % of those who reach "Pricing viewed" do not go on",
        "24.5 % convert (95 % CI 23.2–25.9 %); the last 7 days can still rise",
        "Half of those who convert take no more than 1.4 days (95 % CI 1.26–1.54 days)",
        "Before "Trial sign-up", 55.9 % stop in "Paid social" (95 % CI 52.0–59.8 %), 36.3 % elsewhere",
        "Users with "Chat opened" convert less often (odds ratio 0.56, 95 % CI 0.470–0.666)",
        "21.0 % convert in "iOS", 25.0 % in "Web": 4.0 points less (95 % CI −6.6 to −1.4 points)",
      ]
    `);
    expect(names.map((name) => titleOf(values, name, "zh-CN"))).toMatchInlineSnapshot(`
      [
        "“Trial sign-up”之前流失最多：到达“Pricingviewed”的用户中，40.2% 没有继续",
        "转化率 24.5%（95% 置信区间 23.2%–25.9%）；最近 7 天仍会上升",
        "一半的转化在 1.4 天内完成（95% 置信区间 1.26–1.54 天）",
        "“Paid social”在“Trial sign-up”之前流失 55.9%（95% 置信区间 52.0%–59.8%），其余为 36.3%",
        "有“Chat opened”的用户转化率更低（优势比 0.56，95% 置信区间 0.470–0.666）",
        "“iOS”转化率 21.0%，“Web”为 25.0%：低 4.0个百分点（95% 置信区间 −6.6 至 −1.4 个百分点）",
      ]
    `);
  });

  it.each([
    "no leak",
    "one user",
    "nobody converted",
    "all converted",
    "nobody entered",
    "one conversion",
    "one step",
    "two years of days",
  ])("stay true for %s", (which) => {
    const values = cases[which] as FunnelValues;
    expect(languages.map((language) => names.map((name) => titleOf(values, name, language)))).toMatchSnapshot();
  });

  it("use full-width punctuation in Chinese", () => {
    const halfWidth = /\p{Script=Han}[,;:()?!]|[,;:()?!]\p{Script=Han}/u;
    for (const values of Object.values(cases)) {
      for (const name of names) {
        const { spec, description } = funnelCharts[name](values, { language: "zh-CN", source: "events.csv" });
        expect(JSON.stringify([description, spec.title]).replaceAll('",', "")).not.toMatch(halfWidth);
      }
    }
  });
});

describe("the steps chart", () => {
  const barsOf = (values: FunnelValues) => {
    const { spec } = funnelCharts.steps(values, { language: "en" });
    const [bars] = (spec as unknown as { layer: { data: { values: { start: number; end: number; isLeak: boolean }[] } }[] }).layer;
    return bars?.data.values ?? [];
  };
  const lengths = (values: FunnelValues) => barsOf(values).map(({ start, end }) => end - start);

  it("draws lengths in proportion to the users of each step", () => {
    const values = cases["a product"] as FunnelValues;
    const [first = 1, ...others] = lengths(values);
    values.steps.slice(1).forEach(({ count }, index) => expect((others[index] ?? NaN) / first).toBeCloseTo(count / values.entered, 10));
  });

  it("turns to shares of the step before where the last bar could not be seen", () => {
    const values = cases["a steep fall"] as FunnelValues;
    const [first = 1, ...others] = lengths(values);
    values.steps
      .slice(1)
      .forEach(({ ofPrevious }, index) => expect((others[index] ?? NaN) / first).toBeCloseTo(ofPrevious?.value ?? NaN, 10));
  });

  it("singles out the leak only where it is clear", () => {
    expect(barsOf(cases["a product"] as FunnelValues).map(({ isLeak }) => isLeak)).toEqual([false, false, true, false, false]);
    expect(barsOf(cases["no leak"] as FunnelValues).some(({ isLeak }) => isLeak)).toBe(false);
    expect(barsOf(cases["one user"] as FunnelValues).some(({ isLeak }) => isLeak)).toBe(false);
  });
});
