import { describe, expect, it } from "vitest";
import { numberFeature, type Feature } from "../../../statistics/regression/feature.js";
import { makeRandom } from "../../../teaching/random.js";
import type { Candidate, KnownPeople } from "../people.js";
import { aucAlone } from "./alone.js";
import { findLeaks } from "./find-leaks.js";
import { isNamedAfterTheEvent } from "./leak-name.js";

const rows = 2500;

/** People with one honest driver (log odds 1 per standard deviation) and one that says nothing; a quarter have the event. */
function people(seed: number, more: (random: ReturnType<typeof makeRandom>, outcome: Uint8Array) => Feature[]): KnownPeople {
  const random = makeRandom(seed);
  const driver = Float64Array.from({ length: rows }, () => random.normal());
  const outcome = Uint8Array.from(driver, (value) => Number(random.chance(1 / (1 + Math.exp(1.3 - value)))));
  const noise = Float64Array.from({ length: rows }, () => random.normal());
  const features = [numberFeature("usage", driver), numberFeature("age", noise), ...more(random, outcome)];
  return { ids: Array.from(outcome, (_, row) => String(row)), features, outcome };
}

const search = (known: KnownPeople, keep = false) =>
  findLeaks(
    known,
    known.features.map(({ name }): Candidate => ({ name, kind: "number", missing: 0 })),
    { seed: 1, keep },
  );

const category = (name: string, codes: Uint8Array, levels: readonly string[]): Feature => ({ kind: "category", name, codes, levels });

describe("findLeaks()", () => {
  it.each([1, 2, 3, 4, 5])("blames no honest column, however strong, in draw %i", (seed) => {
    const known = people(seed, (random, outcome) => [
      numberFeature(
        "visits",
        Float64Array.from(outcome, (one) => random.normal() + 1.2 * one),
      ),
      category(
        "contract",
        Uint8Array.from(outcome, (one) => (random.chance(one === 1 ? 0.85 : 0.35) ? 1 : 2)),
        ["monthly", "yearly"],
      ),
      numberFeature(
        "income",
        Float64Array.from(outcome, (one) => (random.chance(one === 1 ? 0.2 : 0.05) ? Number.NaN : random.normal())),
      ),
    ]);
    expect(search(known)).toMatchObject({ leaks: [], kept: [0, 1, 2, 3, 4] });
  });

  it("is certain of a column that alone tells nearly everything", () => {
    const known = people(6, (random, outcome) => [
      numberFeature(
        "minutes",
        Float64Array.from(outcome, (one) => random.normal() + 5 * one),
      ),
    ]);
    const { leaks, kept } = search(known);
    expect(leaks).toMatchObject([{ column: "minutes", verdict: "certain", leftOut: true }]);
    expect(leaks[0]?.signs).toContain("predicts-alone");
    expect((leaks[0]?.aucWith ?? 0) - (leaks[0]?.aucWithout ?? 0)).toBeGreaterThan(0.1);
    expect(kept).toEqual([0, 1]);
  });

  it("is certain of a column that is filled for those with the event only, though not for all of them", () => {
    const known = people(7, (random, outcome) => [
      category(
        "note",
        Uint8Array.from(outcome, (one) => (one === 1 && random.chance(0.4) ? 1 + random.below(3) : 0)),
        ["a", "b", "c"],
      ),
    ]);
    const [leak] = search(known).leaks;
    expect(leak).toMatchObject({ column: "note", verdict: "certain", level: { filled: true } });
    expect(leak?.signs).toContain("filled-after");
  });

  it("is certain of a column that is empty for those with the event only", () => {
    const known = people(8, (random, outcome) => [
      numberFeature(
        "lastLogin",
        Float64Array.from(outcome, (one) => (one === 1 && random.chance(0.7) ? Number.NaN : random.normal())),
      ),
    ]);
    expect(search(known).leaks).toMatchObject([{ column: "lastLogin", verdict: "certain", level: { filled: false } }]);
  });

  it("asks about one level that holds events only, and keeps the column", () => {
    const known = people(9, (random, outcome) => [
      category(
        "tag",
        Uint8Array.from(outcome, (one) => (one === 1 && random.chance(0.06) ? 3 : 1 + random.below(2))),
        ["red", "blue", "closing"],
      ),
    ]);
    expect(search(known).leaks).toMatchObject([
      { column: "tag", verdict: "suspected", leftOut: false, signs: ["pure-level"], level: { value: "closing" } },
    ]);
  });

  it("is certain of a column that carries the model, like the length of a call that closed the deal", () => {
    const known = people(10, (random, outcome) => [
      numberFeature(
        "duration",
        Float64Array.from(outcome, (one) => random.normal() + 2 * one),
      ),
    ]);
    const [leak] = search(known).leaks;
    expect(leak).toMatchObject({ column: "duration", verdict: "certain", signs: ["carries-model"] });
  });

  it("finds two leaks that hide each other", () => {
    const known = people(11, (random, outcome) => [
      numberFeature(
        "one",
        Float64Array.from(outcome, (value) => random.normal() + 5 * value),
      ),
      numberFeature(
        "other",
        Float64Array.from(outcome, (value) => random.normal() + 5 * value),
      ),
    ]);
    expect(search(known).leaks.map(({ column, leftOut }) => [column, leftOut])).toEqual(
      expect.arrayContaining([
        ["one", true],
        ["other", true],
      ]),
    );
  });

  it("keeps certain leaks when asked to", () => {
    const known = people(12, (_random, outcome) => [numberFeature("copy", Float64Array.from(outcome))]);
    expect(search(known, true)).toMatchObject({ leaks: [{ column: "copy", verdict: "certain", leftOut: false }], kept: [0, 1, 2] });
  });
});

describe("aucAlone()", () => {
  it("is near a half for many levels of noise, and 1 for a copy of the outcome", () => {
    const random = makeRandom(3);
    const outcome = Uint8Array.from({ length: 2000 }, () => Number(random.chance(0.3)));
    const noise = category(
      "city",
      Uint8Array.from(outcome, () => 1 + random.below(50)),
      Array.from({ length: 50 }, (_, level) => `c${level}`),
    );
    expect(aucAlone(noise, outcome)).toBeLessThan(0.56);
    expect(aucAlone(numberFeature("copy", Float64Array.from(outcome)), outcome)).toBe(1);
  });

  it("sees a bend that has no direction", () => {
    const x = Float64Array.from({ length: 2000 }, (_, row) => (row % 200) - 100);
    const outcome = Uint8Array.from(x, (value) => Number(Math.abs(value) > 50));
    expect(aucAlone(numberFeature("x", x), outcome)).toBeGreaterThan(0.95);
  });
});

describe("isNamedAfterTheEvent()", () => {
  it.each([
    "cancel_reason",
    "Churn Date",
    "ChurnScore",
    "Reason for leaving",
    "end_date",
    "Exit call (minutes)",
    "退订原因",
    "流失时间",
    "closed_at",
    "Lost Reason",
    "成交金额",
  ])("knows %s", (name) => expect(isNamedAfterTheEvent(name)).toBe(true));

  it.each([
    "tenure",
    "Contract",
    "start_date",
    "MonthlyCharges",
    "wine_value",
    "Dt_Customer",
    "Recency",
    "closet_type",
    "last_login_date",
    "weekend_day",
    "在网时长（月）",
    "合约类型",
    "近90天工单数",
    "Response time",
    "trend_date",
    "leftover_stock",
    "Exit rate",
  ])("leaves %s alone", (name) => expect(isNamedAfterTheEvent(name)).toBe(false));
});
