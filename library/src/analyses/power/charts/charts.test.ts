import { beforeAll, describe, expect, it } from "vitest";
import { makeChart, type ChartContext } from "../../../charts/index.js";
import { languages, type Language } from "../../../language/index.js";
import { specProblems, unreadable } from "../../../testing/check-spec.js";
import { power } from "../power.js";
import type { PowerValues } from "../values.js";
import { powerCharts } from "./index.js";

/** Plans as they should be, and the ugliest that may come. */
const options = {
  "a sample size": { baseline: 0.05, effect: 0.1, weeklyUnits: 10_000, weeks: 4 },
  "without traffic": {
    metric: "ratio",
    baseline: 25,
    standardDeviation: 60,
    denominatorMean: 1.4,
    denominatorDeviation: 0.8,
    effect: -0.05,
  },
  "the smallest effect": { baseline: 0.05, weeklyUnits: 10_000, weeks: 6 },
  "a margin": { baseline: 0.05, margin: 0.05, weeklyUnits: 50_000 },
  "a margin that cannot be kept": { baseline: 0.05, margin: 0.05, effect: -0.06 },
  "nothing to be found": { baseline: 0.5, units: 4 },
  "hardly any traffic": { baseline: 0.05, effect: 0.01, weeklyUnits: 0.001 },
  "a flood of traffic": { baseline: 0.05, effect: 0.1, weeklyUnits: 1e11 },
  "one week": { baseline: 0.3, effect: 0.5, weeklyUnits: 1e6 },
  "a hundred weeks": { baseline: 0.001, effect: 0.02, weeklyUnits: 90_000, weeks: 104 },
  "no baseline": { metric: "mean", baseline: 0, standardDeviation: 1e-9, effect: 1e-10, effectScale: "absolute", weeklyUnits: 100 },
  "a huge baseline": { metric: "mean", baseline: 1e12, standardDeviation: 3e13, effect: 0.1, weeklyUnits: 100 },
} as const satisfies Record<string, Parameters<typeof power>[0]>;

const cases = new Map<keyof typeof options, PowerValues>();
beforeAll(async () => {
  for (const [name, given] of Object.entries(options)) cases.set(name as keyof typeof options, (await power(given)).values);
});

const names = Object.keys(powerCharts) as (keyof typeof powerCharts)[];
const valuesOf = (name: keyof typeof options) => cases.get(name) as PowerValues;
const chart = (name: keyof typeof powerCharts, values: PowerValues, context: ChartContext) =>
  makeChart({ name, language: context.language, ...powerCharts[name](values, context) });
const each = names.flatMap((name) => languages.map((language) => [name, language] as const));

describe.each(each)("the %s chart in %s", (name, language) => {
  it.each(Object.keys(options) as (keyof typeof options)[])(
    "of %s is valid, compiles without a warning and shows nothing unreadable",
    async (which) => {
      const drawn = chart(name, valuesOf(which), { language });
      expect(specProblems(drawn.spec)).toEqual([]);
      expect(unreadable(await drawn.toSvg())).toEqual([]);
    },
  );

  it("is as readable on a dark page", async () => {
    expect(unreadable(await chart(name, valuesOf("a sample size"), { language }).toSvg({ theme: "dark" }))).toEqual([]);
  });

  it("does not change the values it is given, and draws the same of the same", () => {
    const values = valuesOf("a sample size");
    const before = structuredClone(values);
    const drawn = powerCharts[name](values, { language });
    expect(values).toEqual(before);
    expect(powerCharts[name](structuredClone(values), { language })).toEqual(drawn);
  });

  it.each([400, 640, 1200])("is %d pixels wide when asked to", async (width) => {
    for (const which of ["a sample size", "without traffic", "a margin", "a hundred weeks"] as const) {
      const svg = await chart(name, valuesOf(which), { language, width }).toSvg();
      expect(Number(/ width="([\d.]+)"/.exec(svg)?.[1]), which).toBeLessThanOrEqual(width + 20);
    }
  });

  it("says in its alternative text what the picture shows", () => {
    for (const values of cases.values()) {
      const { description } = powerCharts[name](values, { language });
      expect(description.length).toBeGreaterThan(10);
      expect(description).toMatch(language === "en" ? /^[A-Z].*\.$/ : /^[\p{L}\d].*。$/u);
      expect(description).not.toMatch(/NaN|undefined|null/);
    }
  });
});

const titleOf = (values: PowerValues, name: keyof typeof powerCharts, language: Language) => {
  const { title } = powerCharts[name](values, { language }).spec as { title: { text: string[] } };
  return title.text.join(language === "en" ? " " : "").replaceAll("\u202f", " ");
};

describe("titles", () => {
  it("state the finding with its number, and stay true where there is none", () => {
    const titles = [...cases].map(([which, values]) => [
      which,
      ...languages.flatMap((language) => names.map((name) => titleOf(values, name, language))),
    ]);
    expect(titles).toMatchSnapshot();
  });
});
