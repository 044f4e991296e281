import { describe, expect, it } from "vitest";
import { load } from "../../data/index.js";
import { languages } from "../../language/language.js";
import { churnCustomers, withColumn } from "../../testing/churn-customers.js";
import { churn } from "./churn.js";
import type { ChurnValues } from "./values.js";

const quick = { compare: false } as const;
const run = async (rows: readonly object[], options: Readonly<Record<string, unknown>> = quick) =>
  churn.untyped(await load(rows as Record<string, unknown>[]), options);

type Found = Awaited<ReturnType<typeof run>>;
const valuesOf = (result: Found) => result.values as ChurnValues;
const codes = (result: Found, level?: string) =>
  result.warnings.filter((one) => level === undefined || one.level === level).map(({ code }) => code);
const modelOf = (result: Found) => {
  const { model } = valuesOf(result);
  if (!model) throw new Error("There is no model.");
  return model;
};
const coefficient = (result: Found, feature: string, level?: string) =>
  modelOf(result).coefficients.find((one) => one.feature === feature && one.level === level);

describe("churn() on a table of customers", () => {
  const customers = churnCustomers(4000, 2);

  it("finds what was planted: direction and size of the drivers, and that region says nothing", async () => {
    const result = await run(customers);
    const tenure = coefficient(result, "tenure");
    expect(Math.abs((tenure?.coefficient ?? 0) + 0.08)).toBeLessThan(3 * (tenure?.standardError ?? 0));
    const levels = modelOf(result).coefficients.filter(({ feature }) => feature === "contract");
    const monthly = levels[0]?.level === "monthly" ? levels[0].coefficient : -(levels[0]?.coefficient ?? 0);
    expect(Math.abs(monthly - 1.2)).toBeLessThan(3 * (levels[0]?.standardError ?? 0));
    expect(modelOf(result).drivers.map(({ feature }) => feature)).toEqual(["tenure", "contract", "region"]);
    expect(modelOf(result).drivers.find(({ feature }) => feature === "tenure")).toMatchObject({ direction: "down", step: 10 });
    expect(modelOf(result).drivers.find(({ feature }) => feature === "contract")).toMatchObject({ level: "monthly", against: "yearly" });
    expect(codes(result)).toEqual([]);
  });

  it("ranks everybody once, the likeliest first, with reasons, deciles and grades that fit", async () => {
    const result = await run(customers);
    const rows = result.table.objects({ limit: Infinity }) as Record<string, unknown>[];
    expect(rows).toHaveLength(4000);
    expect(new Set(rows.map(({ customer }) => customer)).size).toBe(4000);
    const probabilities = rows.map(({ probability }) => Number(probability));
    expect(probabilities).toEqual(probabilities.toSorted((a, b) => b - a));
    expect(rows.filter(({ decile }) => decile === 1).length).toBeGreaterThan(380);
    expect(rows[0]).toMatchObject({ decile: 1, grade: "A", score: 100 });
    expect(rows[0]?.["reason1"]).toMatch(/^tenure: \d ↑$/);
    expect(rows.at(-1)).toMatchObject({ decile: 10, grade: "D" });
    const leavers = rows.filter(({ outcome }) => outcome === "event").length;
    expect(leavers).toBe(valuesOf(result).events);
  });

  it("gives the same whatever the order of the rows", async () => {
    const [one, other] = [await run(customers.slice(0, 600)), await run(customers.slice(0, 600).toReversed())];
    expect(other.values).toEqual(one.values);
  });

  it("turns the odds round when the other value is the event", async () => {
    const result = await run(customers, { ...quick, positive: "No" });
    expect(coefficient(result, "tenure")?.coefficient).toBeCloseTo(-(coefficient(await run(customers), "tenure")?.coefficient ?? 0), 6);
  });

  it("scores customers whose outcome is not known, and does not learn from them", async () => {
    const open = customers.map((row, index) => (index < 30 ? { ...row, churned: null } : row));
    const result = await run(open);
    expect(valuesOf(result)).toMatchObject({ customers: 3970, scored: 30, setAside: [{ kind: "missing-outcome", rows: 30 }] });
    const outcomes = result.table.array("outcome") as string[];
    expect(outcomes.filter((one) => one === "unknown")).toHaveLength(30);
    expect(codes(result)).toEqual(["missing-outcomes"]);
  });

  it("works out the best share to contact from what a customer is worth", async () => {
    const { profit } = modelOf(await run(customers, { ...quick, saveValue: 200, contactCost: 10, contactSuccess: 0.25 }));
    expect(profit?.breakEven).toBeCloseTo(0.2, 10);
    expect(profit?.best.profit).toBeGreaterThan(profit?.everyone ?? 0);
    expect(Math.abs((profit?.best.threshold ?? 0) - 0.2)).toBeLessThan(0.1);
    expect(modelOf(await run(customers))).not.toHaveProperty("profit");
  });

  it("judges on the newest rows when asked to split by time", async () => {
    const dated = withColumn(customers, "seen", (_, index) => new Date(Date.UTC(2024, 0, 1 + (index % 100))));
    const { evaluation } = modelOf(await run(dated, { ...quick, timeColumn: "seen" }));
    expect(evaluation).toMatchObject({ method: "time-split", splitDay: "2024-03-21", customers: 800 });
    const few = await run(dated.slice(0, 60), { ...quick, timeColumn: "seen" });
    expect(codes(few)).toContain("time-split-failed");
  });

  it("compares with trees in the same folds", async () => {
    const { comparison } = modelOf(await run(customers.slice(0, 1500), {}));
    expect(comparison?.difference.n).toBe(1500);
    expect(comparison?.verdict).not.toBe("trees-better");
  });

  it("says it when nothing is there to be found", async () => {
    const result = await run(withColumn(churnCustomers(1500, 7), "churned", (_, index) => ((index * 7919) % 101 < 30 ? "Yes" : "No")));
    expect(modelOf(result).evaluation.beatsBaseRate).toBe(false);
    expect(codes(result, "blocks")).toEqual(["base-rate-not-beaten"]);
  });

  it("says everything in both languages without a slip", async () => {
    const result = await run(customers.slice(0, 800), { saveValue: 10, contactCost: 1 });
    for (const language of languages) {
      const { assumptions, warnings, reading } = result.toJSON(language);
      for (const text of [...assumptions, ...warnings.map((one) => one.text), ...reading])
        expect(text).not.toMatch(/NaN|undefined|null|\[object|\d\.\d{9}/);
    }
  });
});

describe("the tables of churn()", () => {
  it("hold the coefficients, tenths, calibration, profit, leaks and columns, each under a heading in both languages", async () => {
    const leaky = withColumn(churnCustomers(900, 4), "cancel_reason", ({ churned }, index) => (churned === "Yes" ? `r${index % 3}` : null));
    const { tables } = await run(leaky, { ...quick, saveValue: 100, contactCost: 1 });
    expect(Object.keys(tables)).toEqual(["coefficients", "deciles", "calibration", "profit", "leaks", "features"]);
    for (const { table, columnLabels, title } of Object.values(tables)) {
      expect(table.numRows()).toBeGreaterThan(0);
      expect(title["zh-CN"]).toMatch(/\p{Script=Han}/u);
      for (const name of table.columnNames()) expect(columnLabels[name]?.title, name).toBeDefined();
    }
    expect(tables["leaks"]?.table.get("column", 0)).toBe("cancel_reason");
    expect(tables["deciles"]?.table.numRows()).toBe(10);
  });
});

describe("churn() on hard input", () => {
  const customers = churnCustomers(800, 3);

  it("leaves out and names constant columns, identifiers, empty columns and copies of others", async () => {
    const rows = customers.map((row, index) => ({
      ...row,
      flat: 3,
      serial: index,
      token: `t${(index * 7919) % 8000}`,
      blank: null,
      months: row.tenure * 30 + 5,
      contractCopy: row.contract === "monthly" ? "M" : "Y",
    }));
    const result = await run(rows);
    const fate = Object.fromEntries(valuesOf(result).features.map(({ name, leftOut }) => [name, leftOut]));
    expect(fate).toMatchObject({
      flat: "constant",
      serial: "identifier",
      token: "identifier",
      blank: "empty",
      months: "collinear",
      contractCopy: "collinear",
    });
    expect(valuesOf(result).features.find(({ name }) => name === "months")?.sameAs).toBe("tenure");
    expect(codes(result)).toContain("collinear");
    for (const name of ["flat", "serial", "token", "months"]) expect(result.assumptions.map(({ en }) => en).join(" ")).toContain(name);
  });

  it("pools ten thousand categories, or leaves them out when none is common", async () => {
    const many = withColumn(churnCustomers(24_000, 5), "sku", (_, index) => (index % 3 === 0 ? `top${index % 5}` : `s${index % 10_007}`));
    const pooled = await run(many, { ...quick, folds: 2 });
    expect(valuesOf(pooled).features.find(({ name }) => name === "sku")).toMatchObject({ levels: 10_012 });
    expect(modelOf(pooled).coefficients.filter(({ feature }) => feature === "sku").length).toBeLessThanOrEqual(32);
    const rare = await run(
      withColumn(churnCustomers(24_000, 5), "sku", (_, index) => `s${index % 10_007}`),
      { ...quick, folds: 2 },
    );
    expect(valuesOf(rare).features.find(({ name }) => name === "sku")?.leftOut).toBe("rare-levels");
  });

  it("stays finite when a column tells the outcome of some without error", async () => {
    const rows = customers.map((row, index) => ({
      ...row,
      contract: index % 4 === 0 ? "frozen" : row.contract,
      churned: index % 4 === 0 ? "No" : row.churned,
    }));
    const result = await run(rows);
    expect(modelOf(result).fit).toMatchObject({ regularisedBecause: "separation", hasConverged: true });
    expect(modelOf(result).fit.troubledBy).toContain("contract: frozen");
    expect(codes(result)).toContain("separation");
    for (const { oddsRatio, p } of modelOf(result).coefficients)
      expect([...oddsRatio.interval, oddsRatio.value, p].every(Number.isFinite)).toBe(true);
  });

  it("keeps the one column that tells everything, and says that it looks like a leak", async () => {
    const rows = customers.map((row, index) => ({
      customer: row.customer,
      x: row.churned === "Yes" ? 10 + (index % 7) : index % 7,
      churned: row.churned,
    }));
    const result = await run(rows);
    expect(valuesOf(result).leaks).toMatchObject([{ column: "x", verdict: "certain", leftOut: false }]);
    expect(codes(result, "blocks")).toEqual(["leaks-kept"]);
    expect(modelOf(result).evaluation.auc.value).toBe(1);
  });

  it.each([
    ["all stayed", "No", 0],
    ["all left", "Yes", 300],
  ])("answers that there is nothing to tell apart when %s", async (_, outcome, events) => {
    const result = await run(customers.slice(0, 300).map((row) => ({ ...row, churned: outcome })));
    expect(valuesOf(result)).toMatchObject({ customers: 300, events });
    expect(valuesOf(result)).not.toHaveProperty("model");
    expect(codes(result, "blocks")).toEqual(["one-class"]);
    expect(result.table.numRows()).toBe(0);
    expect(result.reading("en").length).toBeGreaterThan(1);
  });

  it("answers one customer, and too few to learn from", async () => {
    expect(codes(await run(customers.slice(0, 1)), "blocks")).toEqual(["one-class"]);
    const few = customers.filter(({ churned }) => churned === "No").slice(0, 50);
    const events = customers.filter(({ churned }) => churned === "Yes").slice(0, 9);
    expect(codes(await run([...few, ...events]), "blocks")).toEqual(["too-few"]);
  });

  it("says that no column is left", async () => {
    const result = await run(customers, { ...quick, features: ["region"], exclude: ["region"] });
    expect(codes(result, "blocks")).toEqual(["no-features"]);
    expect(Object.keys(result.tables)).toEqual(["features"]);
    const bare = await run(customers.map(({ customer, churned }) => ({ customer, churned })));
    expect(codes(bare, "blocks")).toEqual(["no-features"]);
    expect(Object.keys(bare.tables)).toEqual([]);
  });

  it("takes rows that stand twice once, and keeps differing rows of one customer in one fold", async () => {
    const twice = [...customers, ...customers.slice(0, 40)];
    const result = await run(twice);
    expect(valuesOf(result)).toMatchObject({ customers: 800, setAside: [{ kind: "repeated-row", rows: 40 }] });
    expect(valuesOf(result).model).toEqual(valuesOf(await run(customers)).model);
    const differing = [...customers, ...customers.slice(0, 40).map((row) => ({ ...row, tenure: row.tenure + 1 }))];
    expect(codes(await run(differing))).toContain("repeated-customers");
  });

  it("calls people by the number of their row when there is no id", async () => {
    const result = await run(customers.map(({ customer: _id, ...row }) => row));
    const ids = (result.table.array("customer") as string[]).map(Number).sort((a, b) => a - b);
    expect(ids).toEqual(Array.from({ length: 800 }, (_, index) => index + 1));
    expect(result.assumptions.some(({ en }) => en.includes("number of their row"))).toBe(true);
  });

  it("finds dates after the day counted from, and leaves the column out", async () => {
    const dated = withColumn(
      customers,
      "lastContact",
      (row, index) => new Date(Date.UTC(2024, row.churned === "Yes" ? 5 : 3, 1 + (index % 28))),
    );
    const result = await run(dated, { ...quick, asOf: "2024-05-01" });
    expect(valuesOf(result).leaks[0]).toMatchObject({ column: "lastContact", leftOut: true });
    expect(valuesOf(result).leaks[0]?.signs).toContain("after-as-of");
  });

  it("warns of few events per column and of rare events", async () => {
    const rare = customers.map((row, index) => ({
      ...row,
      churned: index % 40 === 0 ? "Yes" : "No",
      a: (index * 7) % 13,
      b: (index * 5) % 11,
    }));
    expect(codes(await run(rare))).toEqual(expect.arrayContaining(["few-events", "class-imbalance"]));
  });
});
