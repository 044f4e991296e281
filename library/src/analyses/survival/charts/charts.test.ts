import { beforeAll, describe, expect, it } from "vitest";
import { makeChart } from "../../../charts/index.js";
import { load } from "../../../data/index.js";
import { languages, type Language } from "../../../language/index.js";
import { specProblems, unreadable } from "../../../testing/check-spec.js";
import { survival } from "../survival.js";
import type { SurvivalValues } from "../values.js";
import { drawnCurves, placeNames } from "./curve-layout.js";
import { survivalCharts } from "./index.js";

type Rows = Record<string, unknown>[];
type Options = Readonly<Record<string, unknown>>;

const plain = (index: number) => ({
  tenure_months: 1 + ((index * 7) % (index % 2 ? 36 : 12)),
  churned: (index * 5) % 3 < 2 ? "Yes" : "No",
});
const rows = (count: number, more: (index: number) => object = () => ({})): Rows =>
  Array.from({ length: count }, (_, index) => ({ ...plain(index), ...more(index) }));
const log = (visits: (customer: number) => number): Rows =>
  Array.from({ length: 90 }, (_, customer) =>
    Array.from({ length: visits(customer) }, (_, visit) => ({
      customer: `c${customer}`,
      date: new Date(Date.UTC(2024, 0, 1 + (customer % 20) + visit * 9)),
    })),
  ).flat();
const longName = (index: number) =>
  `Plan ${"with a name that goes on and on ".repeat(3)}<script>${index % 9}</script> 名字特别长的客户分组`;

/** What is analysed: data as it should be, and the ugliest that may come. */
const given: Readonly<Record<string, readonly [Rows, Options]>> = {
  "two plans": [
    rows(400, (index) => ({ plan: index % 2 ? "yearly" : "monthly", x: (index * 3) % 11 })),
    { group: "plan", covariates: ["plan", "x"] },
  ],
  "all customers": [rows(300), {}],
  "nine long names": [
    rows(600, (index) => ({ plan: longName(index), "a covariate of a very long name": index % 5 })),
    { group: "plan", covariates: ["plan", "a covariate of a very long name"] },
  ],
  "time ratios": [rows(300, (index) => ({ x: (index * 3) % 11 })), { covariates: ["x"], model: "weibull" }],
  "one customer": [rows(1), {}],
  "nobody with the event": [rows(50, () => ({ churned: "No" })), { covariates: ["tenure_months"] }],
  "everybody with the event": [rows(80, () => ({ churned: "Yes" })), {}],
  "all at once": [rows(60, () => ({ tenure_months: 5 })), {}],
  "all at zero": [rows(60, () => ({ tenure_months: 0 })), {}],
  "a giant": [rows(100, (index) => (index === 0 ? { tenure_months: 1e7 } : {})), {}],
  "no estimate": [rows(100, () => ({ same: 1 })), { covariates: ["same"] }],
  "a log": [log((customer) => 1 + (customer % 9)), {}],
  "second purchases": [log((customer) => 1 + (customer % 3)), { from: "first-to-second" }],
  "a log of one day": [log(() => 1).map((row) => ({ ...row, date: new Date("2024-01-01") })), {}],
};

const cases: Record<string, SurvivalValues> = {};
beforeAll(async () => {
  for (const [name, [data, options]] of Object.entries(given)) {
    cases[name] = (await survival.untyped(await load(data), options)).values as SurvivalValues;
  }
});

const names = Object.keys(survivalCharts) as (keyof typeof survivalCharts)[];
const source = "customers <b>2024</b>.csv";
const draw = (name: keyof typeof survivalCharts, which: string, language: Language, width?: number) =>
  makeChart({ name, language, ...survivalCharts[name](cases[which] as SurvivalValues, { language, source, ...(width ? { width } : {}) }) });

const each = names.flatMap((name) => languages.map((language) => [name, language] as const));

describe.each(each)("the %s chart in %s", (name, language) => {
  it.each(Object.keys(given))("of %s is valid, compiles without a warning and shows nothing unreadable", async (which) => {
    const drawn = draw(name, which, language);
    expect(specProblems(drawn.spec)).toEqual([]);
    const svg = await drawn.toSvg();
    expect(unreadable(svg)).toEqual([]);
    expect(svg).not.toMatch(/<script|<b>/);
  });

  it.each([400, 640, 1200])("is %d pixels wide when asked to, whatever the names", async (width) => {
    for (const which of ["two plans", "nine long names", "a log", "a giant"]) {
      const svg = await draw(name, which, language, width).toSvg();
      const padding = 16;
      expect(Number(/ width="([\d.]+)"/.exec(svg)?.[1]), which).toBeLessThanOrEqual(width + padding + 4);
    }
  });

  it("is as readable on a dark page, leaves its values alone and draws the same twice", async () => {
    const before = structuredClone(cases["two plans"]);
    const [one, other] = [draw(name, "two plans", language), draw(name, "two plans", language)];
    expect(unreadable(await one.toSvg({ theme: "dark" }))).toEqual([]);
    expect(other.spec).toEqual(one.spec);
    expect(cases["two plans"]).toEqual(before);
  });

  it("says in its alternative text what the picture shows", () => {
    for (const which of Object.keys(given)) {
      const { description } = draw(name, which, language);
      expect(description).toMatch(language === "en" ? /^[A-Z"\d].*\.$/s : /。$/);
      expect(description).not.toMatch(/NaN|undefined|null/);
    }
  });
});

const titleOf = (name: keyof typeof survivalCharts, which: string, language: Language) => {
  const { title } = draw(name, which, language).spec as { title: { text: string[] } };
  return title.text.join(language === "en" ? " " : "").replaceAll(/[\u202f\u00a0]/g, " ");
};

describe("titles", () => {
  it("state the finding with its number", () => {
    expect(names.map((name) => titleOf(name, "two plans", "en"))).toMatchInlineSnapshot(`
      [
        ""monthly" is lost soonest: half within 7 months, against half within 24 months in "yearly"",
        "plan "yearly" goes with 0.128 times the risk of "monthly"",
        "No hazard ratio changes clearly over time; the least steady is plan "yearly"",
        "Returns after a silence can only be drawn from a log of orders or events",
      ]
    `);
    expect(names.map((name) => titleOf(name, "two plans", "zh-CN"))).toMatchInlineSnapshot(`
      [
        "“monthly”流失最早：半数在 7 个月内流失；“yearly”半数在 24 个月内流失",
        "“plan”为“yearly”：风险为“monthly”的 0.128 倍",
        "没有风险比随时间明显变化；最不稳定的是“plan”为“yearly”",
        "只有订单或事件流水才能绘制沉默之后的回访",
      ]
    `);
    expect(["a log", "second purchases"].flatMap((which) => languages.map((language) => titleOf("curve", which, language))))
      .toMatchInlineSnapshot(`
        [
          "11.1 % of customers are not active again within 9 days of their first day",
          "11.1% 的客户在首个活跃日后 9 天内没有再次活跃",
          "Half of the customers have come back within 9 days",
          "半数客户在 9 天内复购",
        ]
      `);
    expect(languages.map((language) => titleOf("gaps", "a log", language))).toMatchInlineSnapshot(`
      [
        "After 9 days of silence, nobody returned within 30 days",
        "沉默 9 天后，没有客户在 30 天内回来",
      ]
    `);
  });
});

describe("survivalCurve()", () => {
  it("does not let one customer who stays for ever stretch the axis", () => {
    const { drawnTo, overall } = cases["a giant"] as SurvivalValues;
    expect(overall.longest).toBe(1e7);
    expect(drawnTo).toBeLessThanOrEqual(36);
    expect(overall.risk.every(({ time }) => time <= drawnTo)).toBe(true);
  });
});

describe("placeNames()", () => {
  it("keeps names apart and within the plot, wherever the curves end", () => {
    for (const which of ["nine long names", "two plans"]) {
      const placed = placeNames(drawnCurves(cases[which] as SurvivalValues), { height: 120, room: 60, until: 40 });
      placed.forEach(({ y }, index) => {
        expect(y).toBeLessThanOrEqual(120);
        expect(y).toBeGreaterThanOrEqual(0);
        if (index > 0) expect(y - (placed[index - 1]?.y ?? 0)).toBeGreaterThanOrEqual(14);
      });
    }
  });
});
