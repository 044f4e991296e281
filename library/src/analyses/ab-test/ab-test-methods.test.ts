import { describe, expect, it } from "vitest";
import { meanArm, ratioArm, type ArmSums } from "../../statistics/experiments/arm.js";
import { compareArms } from "../../statistics/experiments/compare-arms.js";
import { stratifiedEffect } from "../../statistics/experiments/strata.js";
import { makeRandom } from "../../teaching/random.js";
import { comparisonOf, converting, refusal, runTest, type UnitRow } from "../../testing/ab-test-rows.js";

interface Unit extends UnitRow {
  readonly arm: "control" | "treatment";
  readonly id: string;
  readonly spent: number;
  readonly before: number;
  readonly clicks: number;
  readonly views: number;
  readonly viewsBefore: number;
  readonly device: string;
}

/** Units whose spend follows what they spent before; the treatment adds a little. */
function makeUnits(count: number): Unit[] {
  const random = makeRandom(11);
  return Array.from({ length: count }, (_, index) => {
    const arm = index % 2 ? ("treatment" as const) : ("control" as const);
    const before = Math.round(random.next() * 1000) / 10;
    const views = 1 + Math.floor(random.next() * 20);
    const clicks = Math.floor(random.next() * views * (arm === "treatment" ? 0.6 : 0.5));
    const spent = Math.round((before * 0.8 + random.next() * 30 + (arm === "treatment" ? 3 : 0)) * 100) / 100;
    return {
      arm,
      id: `u${index}`,
      spent,
      before,
      clicks,
      views,
      viewsBefore: views + Math.floor(random.next() * 3),
      device: `d${index % 3}`,
    };
  });
}

const units = makeUnits(900);

/** The sums of columns over some units, added up one by one. */
function sumsOf(of: readonly Unit[], ...columns: readonly (keyof Unit)[]): ArmSums {
  const value = (unit: Unit, column: keyof Unit) => Number(unit[column]);
  return {
    units: of.length,
    sums: columns.map((column) => of.reduce((sum, unit) => sum + value(unit, column), 0)),
    products: columns.map((one) => columns.map((other) => of.reduce((sum, unit) => sum + value(unit, one) * value(unit, other), 0))),
  };
}

const armOf = (arm: Unit["arm"], among: readonly Unit[] = units): Unit[] => among.filter((unit) => unit.arm === arm);

describe("abTest() methods", () => {
  it("adjusts a mean by its covariate as the sums of the units say (CUPED)", async () => {
    const [control, treatment] = (["control", "treatment"] as const).map((arm) => meanArm(sumsOf(armOf(arm), "spent", "before")));
    if (!control || !treatment) throw new Error("No arms.");
    const expected = compareArms(control, treatment, { scale: "absolute", adjustment: "cuped" });
    const found = comparisonOf(await runTest(units, { metrics: ["spent"], covariate: "before" }));
    expect(found.absolute?.value).toBeCloseTo(expected.estimate ?? Number.NaN, 6);
    expect(found.absolute?.standardError).toBeCloseTo(expected.standardError ?? Number.NaN, 7);
    expect(found.varianceReduction).toBeGreaterThan(0.8);
    const plain = comparisonOf(await runTest(units, { metrics: ["spent"] }));
    expect(found.absolute?.standardError).toBeLessThan((plain.absolute?.standardError ?? 0) / 2);
  });

  it("compares ratios by the delta method, with a covariate for both parts", async () => {
    const [control, treatment] = (["control", "treatment"] as const).map((arm) => ratioArm(sumsOf(armOf(arm), "clicks", "views")));
    if (!control || !treatment) throw new Error("No arms.");
    const expected = compareArms(control, treatment, { scale: "relative" });
    const metric = { column: "clicks", denominator: "views" };
    const result = await runTest(units, { metrics: [metric] });
    expect(result.values.metrics[0]).toMatchObject({ type: "ratio", name: "clicks / views", denominator: "views" });
    expect(comparisonOf(result).relative?.value).toBeCloseTo(expected.estimate ?? Number.NaN, 8);
    expect(comparisonOf(result).relative?.p).toBeCloseTo(expected.pValue ?? Number.NaN, 8);
    const adjusted = await runTest(units, { metrics: [{ ...metric, covariate: "before", denominatorCovariate: "viewsBefore" }] });
    expect(comparisonOf(adjusted).varianceReduction).toBeDefined();
    expect((await refusal(runTest(units, { metrics: [{ column: "clicks", type: "ratio" }] }))).code).toBe("metric-incomplete");
    expect((await refusal(runTest(units, { metrics: [{ ...metric, covariate: "before" }] }))).code).toBe("metric-incomplete");
  });

  it("weights an effect over strata", async () => {
    const strata = ["d0", "d1", "d2"].map((device) => {
      const own = units.filter((unit) => unit.device === device);
      return { control: meanArm(sumsOf(armOf("control", own), "spent")), treatment: meanArm(sumsOf(armOf("treatment", own), "spent")) };
    });
    const result = await runTest(units, { metrics: ["spent"], strata: "device" });
    expect(result.values.strata).toEqual({ column: "device", count: 3 });
    expect(comparisonOf(result).absolute?.value).toBeCloseTo(stratifiedEffect(strata)?.effect.difference ?? Number.NaN, 7);
  });

  it("compares quantiles that the units themselves have", async () => {
    const result = await runTest(units, { metrics: [{ column: "spent", quantile: 0.9 }] });
    const [metric] = result.values.metrics;
    for (const level of metric?.levels ?? []) {
      const sorted = armOf(level.arm as Unit["arm"])
        .map(({ spent }) => spent)
        .toSorted((one, other) => one - other);
      const place = (sorted.length - 1) * 0.9;
      const [low = 0, high = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
      expect(level.value).toBeCloseTo(low + (high - low) * (place % 1), 6);
      expect(level.interval?.[0]).toBeLessThan(level.value ?? 0);
    }
    expect(comparisonOf(result)).toMatchObject({ method: "quantile" });
    expect(comparisonOf(result).p).toBeLessThan(1);
    const rare = comparisonOf(await runTest(units.slice(0, 20), { metrics: [{ column: "spent", quantile: 0.99 }] }));
    expect([rare.conclusion, rare.p, rare.method]).toEqual(["too-few", undefined, "none"]);
  });

  it("gives quantiles of units whose rows were put together", async () => {
    const visits = units.flatMap((unit) => [
      { ...unit, spent: unit.spent / 4 },
      { ...unit, spent: (unit.spent * 3) / 4 },
    ]);
    const options = { customer: "id", metrics: [{ column: "spent", quantile: 0.5 }] };
    const [whole, split] = [await runTest(units, options), await runTest(visits, options)];
    expect(split.values.metrics[0]?.levels[1]?.value).toBeCloseTo(whole.values.metrics[0]?.levels[1]?.value ?? Number.NaN, 8);
  });

  it("adds up what a unit has before it takes a quantile (GrowthBook: the median over users of {0,0}, {2,3}, {99} is 5)", async () => {
    const events = [
      ["123", 0],
      ["123", 0],
      ["456", 2],
      ["456", 3],
      ["789", 99],
    ].flatMap(([id, value]) => ["A", "B"].map((arm) => ({ arm, id: `${arm}${id}`, value })));
    const result = await runTest(events, { customer: "id", metrics: [{ column: "value", quantile: 0.5 }] });
    expect(result.values.metrics[0]?.levels.map(({ value, interval }) => [value, interval])).toEqual([
      [5, undefined],
      [5, undefined],
    ]);
    expect(comparisonOf(result).conclusion).toBe("too-few");
  });

  it("caps values at a quantile of all units, or at a value", async () => {
    const at = await runTest(units, { metrics: [{ column: "spent", winsorise: { value: 50 } }] });
    const above = units.filter(({ spent }) => spent > 50).length;
    expect(at.values.metrics[0]?.winsorised).toEqual({ above: 50, units: above });
    const capped = armOf("control").reduce((sum, { spent }) => sum + Math.min(spent, 50), 0);
    expect(at.values.metrics[0]?.levels[0]?.sum).toBeCloseTo(capped, 6);
    const by = await runTest(units, { metrics: ["spent"], winsorise: 0.9 });
    expect(by.values.metrics[0]?.winsorised?.units).toBe(90);
  });

  it("adjusts over metrics and arms, but not over guardrails", async () => {
    const third = units.map((unit, index) => (index % 5 === 0 ? { ...unit, arm: "third" } : unit));
    const options = { metrics: ["spent", "clicks"], guardrails: ["views"] };
    const plain = (await runTest(third, { ...options, correction: "none" })).values;
    expect(plain.correction).toEqual({ method: "none", comparisons: 4 });
    const ps = plain.metrics.flatMap(({ comparisons }) => comparisons.map(({ p }) => p ?? Number.NaN));
    for (const method of ["holm", "benjamini-hochberg"] as const) {
      const { metrics } = (await runTest(third, { ...options, correction: method })).values;
      const adjusted = metrics.flatMap(({ comparisons }) => comparisons.map(({ pAdjusted }) => pAdjusted ?? Number.NaN));
      const smallest = Math.min(...ps.slice(0, 4));
      expect(adjusted[ps.indexOf(smallest)]).toBeCloseTo(Math.min(1, smallest * 4), 9);
      expect(adjusted.slice(4)).toEqual(ps.slice(4));
      adjusted.forEach((p, index) => expect(p).toBeGreaterThanOrEqual(ps[index] as number));
    }
  });

  it("lets the first metric decide unless an object says otherwise, and knows the good direction", async () => {
    const { metrics } = (
      await runTest(units, { metrics: ["spent", { column: "clicks", role: "primary" }, { column: "views", direction: "decrease" }] })
    ).values;
    expect(metrics.map(({ name, role, direction }) => [name, role, direction])).toEqual([
      ["clicks", "primary", "increase"],
      ["spent", "secondary", "increase"],
      ["views", "secondary", "decrease"],
    ]);
    const lower = await runTest(units, { metrics: ["spent"], lowerIsBetter: ["spent"] });
    expect(comparisonOf(lower).conclusion).toBe("clear-loss");
    expect(comparisonOf(lower).bayes?.chanceToWin).toBeLessThan(0.05);
  });

  it("tells two metrics of one column apart by their ids", async () => {
    const { metrics } = (await runTest(units, { metrics: ["spent", { column: "spent", quantile: 0.5 }] })).values;
    expect(metrics.map(({ id }) => id)).toEqual(["spent", "spent (2)"]);
  });

  it("believes in few conversions by counting them", async () => {
    const rows = [...converting("control", 40, 1), ...converting("treatment", 40, 9)];
    const found = comparisonOf(await runTest(rows));
    expect(found).toMatchObject({ method: "exact", bayes: { scale: "absolute" } });
    expect(found.bayes?.chanceToWin).toBeGreaterThan(0.99);
    expect(found.bayes?.mean).toBeCloseTo(10 / 42 - 2 / 42, 9);
    expect(found.bayes?.interval[0]).toBeGreaterThan(0);
    expect(comparisonOf(await runTest(rows, { priorDeviation: 0.1 })).bayes).toBeUndefined();
  });

  it("widens intervals for looking at any time", async () => {
    const [once, always] = [
      comparisonOf(await runTest(units, { metrics: ["spent"] })),
      comparisonOf(await runTest(units, { metrics: ["spent"], sequential: "confidence-sequence" })),
    ];
    expect(always.absolute?.value).toBe(once.absolute?.value);
    expect((always.absolute?.interval[1] ?? 0) - (always.absolute?.interval[0] ?? 0)).toBeGreaterThan(
      1.2 * ((once.absolute?.interval[1] ?? 0) - (once.absolute?.interval[0] ?? 0)),
    );
  });
});
