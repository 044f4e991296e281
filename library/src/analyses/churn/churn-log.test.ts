import { describe, expect, it } from "vitest";
import { load } from "../../data/index.js";
import { churnExample } from "../../testing/examples/churn.js";
import { churn } from "./churn.js";
import type { ChurnValues } from "./values.js";

interface Visit {
  readonly customer: string;
  readonly date: Date;
}

const { values, rows = 0 } = churnExample;
const visits: readonly Visit[] = Array.from({ length: rows }, (_, index) => ({
  customer: String(values.customer?.(index)),
  date: values.date?.(index) as Date,
}));
const options = { days: 45, compare: false } as const;
const run = async (log: readonly object[], more: Readonly<Record<string, unknown>> = options) =>
  churn.untyped(await load(log as Record<string, unknown>[]), more);
const valuesOf = (result: Awaited<ReturnType<typeof run>>) => result.values as ChurnValues;
const codes = (result: Awaited<ReturnType<typeof run>>) => result.warnings.map(({ code }) => code);

describe("churn() on a log of visits", () => {
  it("says from which days features and outcomes come, and scores today's customers only", async () => {
    const result = await run(visits);
    const { from, outcome, scored, customers } = valuesOf(result);
    expect(from).toBe("log");
    expect(outcome.definition).toMatchObject({
      days: 45,
      trainingDay: "2024-09-13",
      scoringDay: "2024-10-28",
      silence: { source: "given" },
    });
    expect(result.table.numRows()).toBe(scored);
    expect(new Set(result.table.array("outcome") as string[])).toEqual(new Set(["unknown"]));
    expect(customers).toBeGreaterThan(50);
    expect(valuesOf(result).leaks).toEqual([]);
    expect(result.parameters).toMatchObject({ days: 45, customer: "customer", date: "date" });
  });

  it("knows nothing of what came after the training day but the outcome", async () => {
    const before = valuesOf(await run(visits));
    const training = Date.parse(`${before.outcome.definition?.trainingDay ?? ""}T00:00:00Z`);
    const changed = visits.map((visit, index) =>
      visit.date.getTime() >= training && visit.date.getTime() < training + 40 * 864e5 && index % 2
        ? { ...visit, date: new Date(training + 864e5) }
        : visit,
    );
    const after = valuesOf(await run(changed));
    expect(after.model?.coefficients).toEqual(before.model?.coefficients);
    expect(after.model?.evaluation).toEqual(before.model?.evaluation);
  });

  it("does not mind the order of the rows, rows that stand twice, or rows without a customer", async () => {
    const plain = valuesOf(await run(visits));
    const messy = await run([
      ...visits.toReversed(),
      ...visits.slice(0, 100),
      ...visits.slice(0, 7).map((visit) => ({ ...visit, customer: null })),
    ]);
    expect(valuesOf(messy).model).toEqual(plain.model);
    expect(valuesOf(messy).setAside).toEqual([{ kind: "missing-customer", rows: 7 }]);
    expect(codes(messy)).toContain("rows-not-used");
  });

  it("counts from the day that is asked for; later rows take no part", async () => {
    const result = await run(visits, { ...options, asOf: "2024-09-01" });
    expect(valuesOf(result).outcome.definition).toMatchObject({ scoringDay: "2024-09-01" });
    expect(valuesOf(result).setAside[0]?.kind).toBe("after-as-of");
  });

  it("says that a log is too short, or out of date", async () => {
    const short = await run(visits, { ...options, days: 3000 });
    expect(codes(short)).toContain("period-too-short");
    expect(valuesOf(short)).not.toHaveProperty("model");
    expect(codes(await run(visits, { ...options, asOf: "2025-02-01" }))).toEqual(expect.arrayContaining(["nobody-active", "stale-data"]));
  });

  it("reads a log as a table when it has an outcome, unless days of silence are asked for", async () => {
    const marked = visits.map((visit, index) => ({ ...visit, converted: index % 3 === 0 ? "Yes" : "No" }));
    expect(valuesOf(await run(marked)).from).toBe("log");
    expect(valuesOf(await run(marked.slice(0, 400), { compare: false })).from).toBe("table");
  });

  it("takes a column of amounts that holds words for what it is in a table of customers", async () => {
    const rows = Array.from({ length: 300 }, (_, index) => ({
      customer: `c${index}`,
      amount: ["low", "middle", "high"][index % 3],
      date: `week ${index % 4}`,
      churned: (index * 7919) % 101 < 20 + 20 * (index % 3) ? "Yes" : "No",
    }));
    const { features, model } = valuesOf(await run(rows, { compare: false }));
    expect(features.map(({ name, kind }) => [name, kind])).toEqual([
      ["amount", "category"],
      ["date", "category"],
    ]);
    expect(model?.evaluation.auc.value).toBeGreaterThan(0.6);
  });
});
