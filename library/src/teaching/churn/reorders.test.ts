import { describe, expect, it } from "vitest";
import { orderWords } from "../orders/words.js";
import { makeReorders } from "./reorders.js";

const settings = { seed: 3, size: 400, language: "en" } as const;
const day = (date: unknown): number => (date as Date).getTime() / 86_400_000;

describe("makeReorders()", () => {
  const { rows, truth } = makeReorders(settings);
  const daysOf = (id: string) => rows.filter((row) => row["Customer ID"] === id).map((row) => day(row["Order date"]));

  it("is the same for the same seed, in both languages, and another for another seed", () => {
    expect(makeReorders(settings)).toEqual({ rows, truth });
    const chinese = makeReorders({ ...settings, language: "zh-CN" });
    expect(chinese.truth).toEqual(truth);
    expect(chinese.rows.map((row) => row[orderWords["zh-CN"].columns.date])).toEqual(rows.map((row) => row["Order date"]));
    expect(makeReorders({ ...settings, seed: 4 }).rows).not.toEqual(rows);
  });

  it("has no order from the day on which a customer leaves, and no long silence of one who stays", () => {
    const ids = Object.keys(truth.usualGapDays);
    expect(ids).toHaveLength(truth.customers);
    expect(Object.keys(truth.leftOn).length / ids.length).toBeGreaterThan(0.3);
    for (const id of ids) {
      const days = daysOf(id);
      const leftOn = truth.leftOn[id];
      if (leftOn !== undefined) expect(Math.max(...days)).toBeLessThan(day(new Date(leftOn)));
      else expect(day(new Date(truth.lastDay)) - Math.max(...days)).toBeLessThanOrEqual(truth.longestGapDays);
      const gaps = days.slice(1).map((each, index) => each - (days[index] as number));
      for (const gap of gaps) expect(gap).toBeLessThanOrEqual(truth.longestGapDays + 1);
    }
    expect(rows).toHaveLength(truth.orders);
  });
});
