import { beforeAll, describe, expect, it } from "vitest";
import { load } from "../../data/index.js";
import { DataError } from "../../data-error.js";
import { languages } from "../../language/language.js";
import type { Result } from "../result.js";
import { survival } from "./survival.js";
import type { SurvivalValues } from "./values.js";

type Rows = Record<string, unknown>[];
type Options = Readonly<Record<string, unknown>>;

const analyse = async (rows: Rows, options: Options = {}) => (await survival.untyped(await load(rows), options)) as Result<SurvivalValues>;
const codes = ({ warnings }: Result) => warnings.map(({ code }) => code);
const refused = async (answer: Promise<unknown>): Promise<DataError> => {
  const error: unknown = await answer.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DataError)) throw new Error("Nothing was refused.");
  return error;
};
const unshowable = /\bNaN\b|\bundefined\b|\bnull\b|\[object|\d\.\d{12,}/;
const told = (result: Result): string =>
  languages
    .flatMap((language) => {
      const { reading, warnings, assumptions } = result.toJSON(language);
      return [...reading, ...warnings.map(({ text }) => text), ...assumptions];
    })
    .join("\n");

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

describe("survival() of customers with dates", () => {
  const day = (index: number) => new Date(Date.UTC(2024, 0, 1 + index));
  const rows = (): Rows =>
    Array.from({ length: 60 }, (_, index) => ({
      id: index,
      signup: day(index),
      cancelled: index % 3 === 0 ? null : day(index + 10 + ((index * 11) % 50)),
    }));

  it("counts whole days, and customers without an end until the day that is counted from", async () => {
    const { values } = await analyse(rows(), { date: "signup", end: "cancelled" });
    expect(values).toMatchObject({ mode: "dates", unit: "day", customers: 60, events: 40, meaning: "loss" });
    const earlier = await analyse(rows(), { date: "signup", end: "cancelled", asOf: "2024-02-01" });
    expect(earlier.values.asOf).toBe("2024-02-01");
    expect(earlier.values.setAside).toEqual([{ kind: "after-as-of", rows: 29 }]);
    expect(earlier.values.overall.longest).toBeLessThanOrEqual(31);
  });

  it("is the same again with the day that it found", async () => {
    const found = await analyse(rows(), { date: "signup", end: "cancelled" });
    const again = await analyse(rows(), { date: "signup", end: "cancelled", asOf: found.values.asOf });
    expect(again.values).toEqual(found.values);
  });

  it("takes ends far in the future as still there, and sets ends before the start aside", async () => {
    const odd = rows().map((row, index) => ({
      ...row,
      cancelled: index < 3 ? new Date("9999-12-31") : index === 3 ? day(-4) : row["cancelled"],
    }));
    const { values } = await analyse(odd, { date: "signup", end: "cancelled" });
    expect(values.setAside).toEqual([{ kind: "end-before-start", rows: 1 }]);
    expect(values.asOf?.startsWith("2024")).toBe(true);
  });

  it("reads ends that are texts, and refuses a column that is not there by its nearest name", async () => {
    const texts = rows().map((row) => ({ ...row, cancelled: (row["cancelled"] as Date | null)?.toISOString().slice(0, 10) ?? "" }));
    expect((await analyse(texts, { date: "signup", end: "cancelled" })).values.events).toBe(40);
    expect((await refused(analyse(rows(), { date: "signup", end: "canceled" }))).message).toContain('"cancelled"');
  });
});

describe("survival() of a log", () => {
  const log = (): Rows =>
    Array.from({ length: 80 }, (_, customer) =>
      Array.from({ length: 1 + (customer % 9) }, (_, visit) => ({
        customer: `c${customer}`,
        date: new Date(Date.UTC(2024, 0, 1 + (customer % 20) + visit * 12)),
        amount: 10 + visit,
        city: visit === 0 && customer % 2 ? "A" : "B",
      })),
    ).flat();
  const longer = (): Rows => [...log(), { customer: "last", date: new Date(Date.UTC(2024, 8, 1)), amount: 1, city: "B" }];

  it("times the second purchase from the first", async () => {
    const { values } = await analyse(longer(), { from: "first-to-second" });
    expect(values).toMatchObject({ mode: "first-to-second", meaning: "return", unit: "day", customers: 81 });
    expect(values.overall.median.value).toBe(12);
    expect(values.events).toBe(71);
  });

  it("times the loss until a silence reaches the days that the data defend", async () => {
    const { values } = await analyse(longer());
    const { definition } = values.history ?? {};
    expect(definition).toMatchObject({ source: "suggested", days: 12 });
    expect(values.overall.steps.find(({ survival: share }) => share < 1)?.time).toBe(definition?.days);
    expect(values.neverBack?.customers).toBe(9);
  });

  it("keeps to the caller's own days and says when the data do not bear them out", async () => {
    const found = await analyse(longer(), { days: 5 });
    expect(found.values.history?.definition).toMatchObject({ days: 5, source: "given", verdict: "too-short" });
    expect(found.values.history?.returnedLater).toBeGreaterThan(0);
    expect(codes(found)).toContain("definition-not-supported");
  });

  it("takes the group that a customer had on the first day", async () => {
    const { values } = await analyse(longer(), { group: "city" });
    expect(values.groups.map(({ group, customers }) => [group, customers])).toEqual([
      ["B", 41],
      ["A", 40],
    ]);
  });

  it("warns of a last day that stands far off, as a wrong date does", async () => {
    const stray = [...longer(), { customer: "typo", date: new Date(Date.UTC(2042, 0, 1)), amount: 1, city: "B" }];
    const found = await analyse(stray);
    expect(found.warnings.find(({ code }) => code === "stray-last-day")?.level).toBe("blocks");
    expect(codes(await analyse(stray, { asOf: "2024-09-02" }))).not.toContain("stray-last-day");
  });

  it("needs a customer, or a column of ends", async () => {
    const rows = log().map(({ date, amount }) => ({ date, amount }));
    expect((await refused(analyse(rows))).code).toBe("customer-needed");
  });

  it("names the rows that no log can use", async () => {
    expect((await refused(analyse(log().map((row) => ({ ...row, amount: -1 }))))).code).toBe("no-usable-rows");
  });
});

describe("survival() on hard data", () => {
  const plain = (index: number) => ({ duration: 1 + ((index * 7) % 36), event_flag: index % 5 < 2 ? 1 : 0, x: (index * 3) % 11 });
  const rows = (change: (row: Record<string, unknown>, index: number) => object = (row) => row): Rows =>
    Array.from({ length: 200 }, (_, index) => ({ ...change(plain(index), index) }));
  const named = { duration: "duration", outcome: "event_flag" };

  it("sets negative durations and missing outcomes aside and counts them, and keeps zeros", async () => {
    const found = await analyse(
      rows((row, index) => ({
        ...row,
        ...(index < 4 ? { duration: -2 } : index < 7 ? { event_flag: null } : index < 9 ? { duration: 0 } : {}),
      })),
      named,
    );
    expect(found.values.setAside).toEqual([
      { kind: "negative-duration", rows: 4 },
      { kind: "missing-outcome", rows: 3 },
    ]);
    expect(found.values).toMatchObject({ rows: { read: 200, used: 193 }, zeroDurations: 2 });
    expect(codes(found)).toEqual(expect.arrayContaining(["rows-not-used", "zero-durations"]));
  });

  it("answers when nobody, and when everybody had the event", async () => {
    const none = await analyse(
      rows((row) => ({ ...row, event_flag: 0 })),
      { ...named, covariates: ["x"], group: "x" },
    );
    expect(none.warnings.find(({ code }) => code === "no-events")?.level).toBe("blocks");
    expect(none.values.overall.median).toEqual({});
    expect(none.values.regression).toBeUndefined();
    const all = await analyse(
      rows((row) => ({ ...row, event_flag: 1 })),
      { ...named, covariates: ["x"] },
    );
    expect(codes(all)).toContain("no-censoring");
    expect(all.values.overall.steps.at(-1)).not.toHaveProperty("interval");
    for (const result of [none, all]) expect(told(result)).not.toMatch(unshowable);
  });

  it("says so of one group, of groups that are too small, and refuses ten thousand", async () => {
    expect(
      codes(
        await analyse(
          rows((row) => ({ ...row, g: "only" })),
          { ...named, group: "g" },
        ),
      ),
    ).toContain("one-group");
    const small = await analyse(
      rows((row, index) => ({ ...row, g: index < 5 ? "small" : "large" })),
      { ...named, group: "g" },
    );
    expect(codes(small)).toContain("small-groups");
    const many = Array.from({ length: 10_000 }, (_, index) => ({ ...plain(index), g: `g${index}` }));
    expect((await refused(analyse(many, { ...named, group: "g" }))).code).toBe("too-many-groups");
    expect((await refused(analyse(many, { ...named, covariates: ["g"] }))).code).toBe("too-many-levels");
  });

  it("sets customers without a group aside", async () => {
    const found = await analyse(
      rows((row, index) => ({ ...row, g: index % 4 === 0 ? " " : index % 2 ? "a" : "b" })),
      { ...named, group: "g" },
    );
    expect(found.values.setAside).toEqual([{ kind: "missing-group", rows: 50 }]);
  });

  it("names constant, collinear and separating covariates and keeps the others", async () => {
    const found = await analyse(
      rows((row, index) => ({
        ...row,
        same: 7,
        twice: 2 * ((index * 3) % 11) + 1,
        never: row["event_flag"] === 0 && index % 2 ? "yes" : "no",
      })),
      { ...named, covariates: ["x", "same", "twice", "never"] },
    );
    expect(found.values.regression?.effects.map(({ status }) => status)).toEqual(["estimated", "constant", "collinear", "infinite"]);
    expect(codes(found)).toEqual(expect.arrayContaining(["covariates-constant", "covariates-collinear", "covariates-infinite"]));
    expect(told(found)).not.toMatch(unshowable);
    expect(JSON.stringify(found.values)).not.toMatch(/:null|NaN/);
  });

  it("leaves customers with a missing covariate out of the regression only", async () => {
    const found = await analyse(
      rows((row, index) => ({ ...row, x: index % 10 === 0 ? null : row["x"] })),
      { ...named, covariates: ["x"] },
    );
    expect(found.values.regression).toMatchObject({ customers: 180, omitted: { missing: 20, zero: 0 } });
    expect(found.values.customers).toBe(200);
    expect(codes(found)).toContain("covariates-missing");
  });

  it("counts rows that repeat a customer, and warns that intervals are too narrow", async () => {
    const found = await analyse(
      rows((row, index) => ({ ...row, customer: `c${index % 150}` })),
      { ...named, customer: "customer" },
    );
    expect(found.values.repeatedCustomers).toBe(50);
    expect(codes(found)).toContain("repeated-customers");
  });

  it("refuses an outcome that does not say what the event is, and takes the value that the caller names", async () => {
    const status = rows((row) => ({ ...row, event_flag: row["event_flag"] === 1 ? 2 : 1 }));
    const error = await refused(analyse(status, named));
    expect(error.code).toBe("event-unclear");
    expect((await analyse(status, { ...named, eventValue: "2" })).values.events).toBe(80);
    expect((await refused(analyse(status, { ...named, eventValue: "3" }))).code).toBe("event-value-missing");
  });

  it.each([
    ["churned", "active"],
    ["流失", "留存"],
    ["Yes", "No"],
    [true, false],
    [1, 0],
    ["1.0", "0.0"],
    ["TRUE", "FALSE"],
    ["left", "whatever else"],
  ])("reads %s as the event and %s as none", async (event, other) => {
    const found = await analyse(
      rows((row) => ({ ...row, event_flag: row["event_flag"] === 1 ? event : other })),
      named,
    );
    expect(found.values.events).toBe(80);
  });

  it("says that it is too few of ten customers", async () => {
    const found = await analyse(rows().slice(0, 10), named);
    expect(found.warnings.find(({ code }) => code === "few-events")?.level).toBe("blocks");
    expect(found.reading("en")[0]).toMatch(/^Too few to tell \(n = 10 customers/);
    expect(found.reading("zh-CN")[0]).toMatch(/^样本太少/);
  });

  it("bears durations of any size and with fractions", async () => {
    const found = await analyse(
      rows((row, index) => ({ ...row, duration: index === 0 ? 1e12 : 0.1 + 0.2 * (index % 30) })),
      { ...named, covariates: ["x"] },
    );
    expect(told(found)).not.toMatch(unshowable);
    expect(found.values.overall.longest).toBe(1e12);
    expect(JSON.stringify(found)).not.toMatch(/\d\.\d{3}0{8,}\d/);
  });
});
