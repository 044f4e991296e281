import { beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../language/language.js";
import { analyse, codes, told, unshowable, type Rows } from "../../testing/survival-results.js";
import type { Result } from "../result.js";
import type { SurvivalValues } from "./values.js";

/** 120 customers on two plans, of whom those on the monthly plan leave earlier; some are still there. */
const plans = (extra: (index: number) => object = () => ({})): Rows =>
  Array.from({ length: 120 }, (_, index) => {
    const isMonthly = index % 2 === 0;
    const months = 1 + ((index * 7) % (isMonthly ? 12 : 36));
    return {
      customer: `c${index}`,
      tenure_months: months,
      churned: (index * 5) % 3 < 2 ? "Yes" : "No",
      plan: isMonthly ? "monthly" : "yearly",
      ...extra(index),
    };
  });

describe("survival() of customers with a duration", () => {
  let found: Result<SurvivalValues>;
  beforeAll(async () => {
    found = await analyse(plans(), { group: "plan", covariates: ["plan"] });
  });

  it("finds the columns, the unit and the meaning by their names", () => {
    expect(found.parameters).toMatchObject({ duration: "tenure_months", outcome: "churned", customer: "customer", meaning: "loss" });
    expect(found.values).toMatchObject({ mode: "durations", unit: "month", customers: 120, events: 80, rows: { read: 120, used: 120 } });
  });

  it("draws a curve per group that adds up to all customers, the largest first", () => {
    const { groups, overall } = found.values;
    expect(groups.map(({ group }) => group)).toEqual(["monthly", "yearly"]);
    expect(groups.reduce((sum, { customers }) => sum + customers, 0)).toBe(overall.customers);
    expect(groups.reduce((sum, { events }) => sum + events, 0)).toBe(overall.events);
    for (const { steps } of groups)
      for (const { survival: share, interval } of steps) if (interval) expect(interval[0] <= share && share <= interval[1]).toBe(true);
  });

  it("tells the groups apart and by how much time", () => {
    const { comparison } = found.values;
    expect(comparison?.pValue).toBeLessThan(0.001);
    expect(comparison?.difference).toMatchObject({ longest: "yearly", shortest: "monthly" });
    expect(comparison?.difference?.interval[0]).toBeGreaterThan(0);
    expect(comparison?.pairs).toEqual([]);
  });

  it("reads a text covariate as levels against one of them", () => {
    const [effect] = found.values.regression?.effects ?? [];
    expect(effect).toMatchObject({ covariate: "plan", level: "yearly", reference: "monthly", status: "estimated", customers: 60 });
    expect(effect?.ratio).toBeLessThan(1);
  });

  it("says medians with their intervals, the difference, what it does not show, and one next step", () => {
    for (const language of languages) {
      const reading = found.reading(language);
      expect(reading.length).toBeGreaterThanOrEqual(4);
      expect(reading.join("")).toContain("monthly");
      expect(reading.at(-1)).toMatch(language === "en" ? /^Next: / : /^下一步：/);
      expect(reading.join("")).toMatch(language === "en" ? /95 % CI/ : /95% 置信区间/);
    }
    expect(told(found)).not.toMatch(unshowable);
    expect(told(found)).not.toMatch(/causes|leads to|导致|使得/);
  });

  it("gives the life table with counts that add up", () => {
    const { events, censored } = { events: found.table.array("events") as number[], censored: found.table.array("censored") as number[] };
    const sum = (list: Iterable<number>) => [...list].reduce((total, value) => total + value, 0);
    expect(sum(events)).toBe(80);
    expect(sum(events) + sum(censored)).toBe(120);
    expect(Object.keys(found.tables)).toEqual(["groups", "effects", "proportional"]);
  });

  it("compares three groups two by two, corrected by Holm", async () => {
    const three = await analyse(
      plans((index) => ({ plan: ["a", "b", "c"][index % 3] })),
      { group: "plan" },
    );
    const { pairs = [] } = three.values.comparison ?? {};
    expect(pairs.map(({ one, other }) => one + other)).toEqual(["ab", "ac", "bc"]);
    for (const { pValue, adjusted } of pairs) expect(adjusted).toBeGreaterThanOrEqual(pValue);
  });

  it("states the share at the times that were asked for, in their order, and says which lie beyond", async () => {
    const asked = await analyse(plans(), { times: [24, 6, 6, 99] });
    expect(asked.values.overall.at.map(({ time }) => time)).toEqual([6, 24]);
    expect(codes(asked)).toContain("times-beyond");
  });

  it("gives time ratios by Weibull where they are asked for", async () => {
    const weibull = await analyse(plans(), { covariates: ["plan"], model: "weibull" });
    expect(weibull.values.regression).toMatchObject({ model: "weibull", customers: 120, hasConverged: true });
    expect(weibull.values.regression?.effects[0]?.ratio).toBeGreaterThan(1);
    expect(weibull.values.regression?.shape?.value).toBeGreaterThan(1);
    expect(told(weibull)).not.toMatch(unshowable);
  });

  it("gives the same numbers whatever the order of the rows", async () => {
    expect((await analyse(plans().toReversed(), { group: "plan", covariates: ["plan"] })).values).toEqual(found.values);
  });
});
