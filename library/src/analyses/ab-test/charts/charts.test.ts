import { describe, expect, it } from "vitest";
import { makeChart, type ChartContext } from "../../../charts/index.js";
import { languages, type Language } from "../../../language/index.js";
import { abTestValues, type ToldArm, type ToldMetric } from "../../../testing/ab-test-values.js";
import { specProblems, unreadable } from "../../../testing/check-spec.js";
import type { AbTestValues } from "../values.js";
import { abTestCharts } from "./index.js";

const metrics: readonly ToldMetric[] = [
  { name: "Converted" },
  { name: "Revenue", type: "mean", deviation: 40 },
  { name: "Load time (ms)", type: "mean", deviation: 400, role: "guardrail", direction: "decrease", margin: 0.02 },
];
const control: ToldArm = { arm: "Control", units: 6000, levels: [0.12, 9.6, 1830] };
const lift = abTestValues([control, { arm: "Treatment", units: 5990, levels: [0.151, 10.4, 1833] }], metrics);
const none = abTestValues([control, { arm: "Treatment", units: 5990, levels: [0.122, 9.5, 1900] }], metrics);

const longName = 'A new checkout with a name that goes on and on <script>alert("x")</script> & more';
const manyMetrics = Array.from({ length: 8 }, (_, index): ToldMetric => ({
  name: index === 3 ? `${longName}${"名字特别长的指标".repeat(4)}` : `Metric ${index + 1}`,
  ...(index % 2 ? { type: "mean", deviation: 30 } : {}),
  ...(index > 5 ? { role: "guardrail" } : {}),
}));
const many = abTestValues(
  Array.from({ length: 10 }, (_, index) => ({
    arm: index === 2 ? longName : `Arm ${index + 1}`,
    units: 1000 + 300 * index,
    levels: manyMetrics.map((_, metric) =>
      metric % 2 ? (metric === 5 ? 0 : 10 + index * (metric === 3 ? 900 : 0.3)) : 0.1 + 0.01 * ((index * 7 + metric) % 5),
    ),
  })),
  manyMetrics,
  { segments: Array.from({ length: 21 }, (_, index) => `${longName} ${index}`) },
);
const oneUnit = abTestValues(
  [
    { arm: "A", units: 1, levels: [0] },
    { arm: "B", units: 1, levels: [1] },
  ],
  [{ name: "Converted" }],
  { hasDates: false, segments: [] },
);
const broken: AbTestValues = {
  ...lift,
  sampleRatio: { ...lift.sampleRatio, p: 1e-40, verdict: "blocks" },
  decision: { arm: "Treatment", decision: "fix-the-test", reasons: ["sample-ratio-mismatch"] },
};
/** Effects without an end, as no honest result has them, but a hostile one might. */
const endless = JSON.parse(JSON.stringify(lift), (key, value: unknown) =>
  key === "relative" ? { value: Infinity, interval: [-Infinity, Infinity], standardError: Infinity, p: 1 } : value,
) as AbTestValues;

const mixed: AbTestValues = {
  ...lift,
  segments: {
    ...(lift.segments as NonNullable<AbTestValues["segments"]>),
    tests: [{ metric: "Converted", arm: "Treatment", isSimpson: true, plain: 0.031, standardised: -0.02 }],
  },
};

/** Values as they should be, and the ugliest that may come. */
const cases: Readonly<Record<string, AbTestValues>> = {
  "a clear lift": lift,
  "no clear difference": none,
  "ten arms and eight metrics": many,
  "one unit per arm": oneUnit,
  "a broken test": broken,
  "a difference that is one of the mix": mixed,
  "effects without an end": endless,
  "no comparison at all": { ...lift, metrics: [], days: [] },
  "one day": { ...lift, days: lift.days.slice(-1) },
  "four hundred days": {
    ...lift,
    days: Array.from({ length: 400 }, (_, index) => ({
      ...(lift.days[13] as AbTestValues["days"][number]),
      day: new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10),
    })),
  },
  "a sequential test with a prior": {
    ...lift,
    sequential: "confidence-sequence",
    prior: { mean: 0, standardDeviation: 0.1 },
    intervalConfidence: 0.9,
  },
};

type Name = keyof typeof abTestCharts;
const names = Object.keys(abTestCharts) as Name[];
const chart = (name: Name, values: AbTestValues, context: ChartContext) =>
  makeChart({ name, language: context.language, ...abTestCharts[name](values, context) });
const each = names.flatMap((name) => languages.map((language) => [name, language] as const));
const source = "test <b>2025</b>.csv";

describe.each(each)("the %s chart in %s", (name, language) => {
  it.each(Object.entries(cases))("of %s is valid, compiles without a warning and shows nothing unreadable", async (_, values) => {
    const drawn = chart(name, values, { language, source });
    expect(specProblems(drawn.spec)).toEqual([]);
    const svg = await drawn.toSvg();
    expect(unreadable(svg)).toEqual([]);
    expect(svg).not.toMatch(/<script|<b>/);
    expect(drawn.description).not.toMatch(/NaN|undefined|null|\[object/);
  });

  it("is as readable on a dark page", async () => {
    expect(unreadable(await chart(name, lift, { language, source }).toSvg({ theme: "dark" }))).toEqual([]);
  });

  it("does not change the values it is given, and gives the same specification for the same values", () => {
    const before = structuredClone(lift);
    const first = abTestCharts[name](lift, { language });
    expect(lift).toEqual(before);
    expect(abTestCharts[name](before, { language })).toEqual(first);
  });

  it.each([400, 640, 1200])("is %d pixels wide when asked to, whatever the names", async (width) => {
    for (const values of [lift, many, oneUnit]) {
      const svg = await chart(name, values, { language, source, width }).toSvg();
      expect(Number(/ width="([\d.]+)"/.exec(svg)?.[1])).toBeLessThanOrEqual(width + 20);
    }
  });

  it("says in its alternative text what the picture shows", () => {
    const { description } = abTestCharts[name](lift, { language });
    expect(description.length).toBeGreaterThan(30);
    expect(description).toMatch(language === "en" ? /\.$/ : /。$/);
  });

  it("reads as reviewed", async () => {
    const { spec } = abTestCharts[name](none, { language, source: "test.csv" });
    await expect(`${JSON.stringify(spec, null, 2)}\n`).toMatchFileSnapshot(`snapshots/${name}.${language}.json.snap`);
  });
});

const titleOf = (values: AbTestValues, name: Name, language: Language) => {
  const { title } = abTestCharts[name](values, { language }).spec as { title: { text: string[] } };
  return title.text.join(language === "en" ? " " : "").replaceAll("\u202f", " ");
};

describe("titles", () => {
  it("state the finding with its number", () => {
    expect(names.map((name) => titleOf(lift, name, "en"))).toMatchInlineSnapshot(`
      [
        ""Treatment" does better than "Control" on "Converted": +25.8 % (14.4–37.3 %)",
        ""Treatment" is clearly above the control on "Converted" from 5 Mar 2025 on",
        ""Treatment" beats "Control" on "Converted" with a chance of > 99.9 %",
        ""Converted" reaches from 12.0 % in "Control" to 15.1 % in "Treatment"",
        "No sign that the effect of "Treatment" on "Converted" differs between segments of "Channel"",
      ]
    `);
    expect(names.map((name) => titleOf(lift, name, "zh-CN"))).toMatchInlineSnapshot(`
      [
        "“Treatment”的“Converted”优于“Control”：+25.8%（14.4%–37.3%）",
        "自2025年3月5日起，“Treatment”的“Converted”明确高于对照组",
        "“Treatment”的“Converted”优于“Control”的概率为 >99.9%",
        "“Converted”从“Control”的 12.0% 到“Treatment”的 15.1%",
        "没有迹象表明“Treatment”对“Converted”的效果在“Channel”各细分间不同",
      ]
    `);
  });

  it.each(Object.keys(cases).filter((name) => name !== "ten arms and eight metrics"))("stay true for %s", (which) => {
    const values = cases[which] as AbTestValues;
    expect(languages.map((language) => names.map((name) => titleOf(values, name, language)))).toMatchSnapshot();
  });

  it("claim nothing of a broken test", () => {
    for (const name of names) expect(titleOf(broken, name, "en")).toMatch(/do not fit the design/);
    for (const name of names) expect(titleOf(broken, name, "zh-CN")).toMatch(/与设计不符/);
  });

  it("use full-width punctuation in Chinese", () => {
    const halfWidth = /\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u;
    for (const values of [lift, none, oneUnit, broken]) {
      for (const name of names) {
        const { spec, description } = abTestCharts[name](values, { language: "zh-CN", source: "test.csv" });
        expect(JSON.stringify([description, spec.title]).replaceAll('",', "")).not.toMatch(halfWidth);
      }
    }
  });
});
