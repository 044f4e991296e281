import { describe, expect, it } from "vitest";
import { comparisonOf, refusal, runTest } from "../../testing/ab-test-rows.js";
import type { EffectValues } from "./values.js";

const expectEffect = (found: EffectValues | undefined, [value, low, high, p]: readonly [number, number, number, number]): void => {
  expect(found?.value).toBeCloseTo(value, 5);
  expect(found?.interval[0]).toBeCloseTo(low, 5);
  expect(found?.interval[1]).toBeCloseTo(high, 5);
  expect(found?.p).toBeCloseTo(p, 5);
};

const means = [
  { arm: "control", users: 3407, sum: 1396.87, sum_squares: 52377.9767 },
  { arm: "variant", users: 3461, sum: 2422.7, sum_squares: 134698.29 },
];

describe("abTest() of a summary table", () => {
  it("gives GrowthBook's figures of two means, relative and absolute (gbstats test_tests.py)", async () => {
    const result = await runTest(means);
    expect(result.values.source).toBe("summary");
    const { relative, absolute } = comparisonOf(result);
    expectEffect(relative, [0.70732, -0.03526, 1.44989, 0.06191]);
    expectEffect(absolute, [0.29, 0.04538, 0.53462, 0.02016]);
    expect(relative?.standardError).toBeCloseTo(0.37879, 5);
    expect(absolute?.standardError).toBeCloseTo(0.12478, 5);
  });

  it("decides on the scale that is asked for", async () => {
    expect(comparisonOf(await runTest(means)).conclusion).toBe("clear-win");
    const relative = comparisonOf(await runTest(means, { scale: "relative" }));
    expect([relative.p, relative.conclusion]).toEqual([relative.relative?.p, "no-clear-difference"]);
  });

  it("gives GrowthBook's figures of two proportions", async () => {
    const rows = [
      { arm: "A", users: 28, conversions: 14 },
      { arm: "B", users: 30, conversions: 16 },
    ];
    expectEffect(comparisonOf(await runTest(rows)).relative, [0.06667, -0.47767, 0.61101, 0.80707]);
  });

  it("gives GrowthBook's one-sided bound and p-value", async () => {
    const rows = [{ ...means[0], arm: "control", users: 3000 }, means[1] as (typeof means)[1]];
    const { relative, absolute } = comparisonOf(await runTest(rows, { sides: "one" }));
    expect([relative?.value, relative?.interval[0], relative?.p].map((one) => Number(one?.toFixed(5)))).toEqual([
      0.50336, -0.04514, 0.06558,
    ]);
    expect([absolute?.value, absolute?.interval[0], absolute?.p].map((one) => Number(one?.toFixed(5)))).toEqual([
      0.23438, 0.02079, 0.03554,
    ]);
  });

  it("gives GrowthBook's confidence sequence of two proportions", async () => {
    const rows = [
      { arm: "control", users: 3000, conversions: 1396 },
      { arm: "variant", users: 3461, conversions: 2422 },
    ];
    const { relative, method } = comparisonOf(await runTest(rows, { sequential: "confidence-sequence" }));
    expectEffect(relative, [0.50386, 0.40098, 0.60675, 0]);
    expect(method).toBe("confidence-sequence");
  });

  it("gives GrowthBook's confidence sequence of two means, tuned to 1,000 units", async () => {
    const rows = [{ ...means[0], arm: "control", users: 3000 }, means[1] as (typeof means)[1]];
    const found = comparisonOf(await runTest(rows, { sequential: "confidence-sequence", tuning: 1000 }));
    expectEffect(found.relative, [0.50336, -0.55844, 1.56516, 1]);
    const one = comparisonOf(await runTest(rows, { sequential: "confidence-sequence", sides: "one" }));
    expect(one.relative?.interval[0]).toBeCloseTo(-0.42356, 5);
    expect(one.absolute?.interval[0]).toBeCloseTo(-0.12657, 5);
  });

  it("says of an arm without units that nothing can be told", async () => {
    const rows = [
      { arm: "control", users: 1000, conversions: 100 },
      { arm: "empty", users: 0, conversions: 0 },
      { arm: "variant", users: 1010, conversions: 140 },
    ];
    const result = await runTest(rows, { ratio: [1, 0.001, 1] });
    expect(comparisonOf(result, 0, 0)).toMatchObject({ conclusion: "too-few", reasons: ["few-units", "few-conversions"] });
    expect(comparisonOf(result, 0, 0).p).toBeUndefined();
    expect(result.values.decision).toMatchObject({ arm: "variant", decision: "ship" });
  });

  it("compares ratios of a summary as those of its units", async () => {
    const units = ["control", "variant"].flatMap((arm, place) =>
      Array.from({ length: 60 }, (_, index) => ({ arm, clicks: (index * 7) % (5 + place), views: 3 + ((index * 5) % 11) })),
    );
    const of = (arm: string) => units.filter((unit) => unit.arm === arm);
    const total = (arm: string, value: (unit: (typeof units)[number]) => number) => of(arm).reduce((sum, unit) => sum + value(unit), 0);
    const rows = ["control", "variant"].map((arm) => ({
      arm,
      users: of(arm).length,
      sum: total(arm, ({ clicks }) => clicks),
      sum_squares: total(arm, ({ clicks }) => clicks ** 2),
      denominator: total(arm, ({ views }) => views),
      denominator_squares: total(arm, ({ views }) => views ** 2),
      products: total(arm, ({ clicks, views }) => clicks * views),
    }));
    const [from, whole] = [await runTest(rows), await runTest(units, { metrics: [{ column: "clicks", denominator: "views" }] })];
    expect(from.values.metrics[0]?.type).toBe("ratio");
    expect(comparisonOf(from).relative?.value).toBeCloseTo(comparisonOf(whole).relative?.value ?? Number.NaN, 8);
    expect(comparisonOf(from).p).toBeCloseTo(comparisonOf(whole).p ?? Number.NaN, 8);
  });

  it("gives GrowthBook's chance to win, risk and credible interval, with a flat and a normal prior", async () => {
    const rows = [
      { arm: "control", users: 10, sum: 100, sum_squares: 1002.25 },
      { arm: "variant", users: 10, sum: 105, sum_squares: 1111.5 },
    ];
    const flat = comparisonOf(await runTest(rows)).bayes;
    expect(flat?.chanceToWin).toBeCloseTo(0.91923, 4);
    expect(flat?.risk.keep).toBeCloseTo(0.05131, 4);
    expect(flat?.risk.choose).toBeCloseTo(0.00131, 4);
    const prior = comparisonOf(await runTest(rows, { priorMean: 0.1, priorDeviation: Math.sqrt(0.1) })).bayes;
    expect(prior?.mean).toBeCloseTo(0.05063, 4);
    expect(prior?.interval[0]).toBeCloseTo(-0.01893, 4);
    expect(prior?.interval[1]).toBeCloseTo(0.12019, 4);
  });

  it("gives PostHog's figures of two means and two proportions", async () => {
    const posthog = await runTest([
      { arm: "control", users: 2507, sum: 1196.87, sum_squares: 37377.9767 },
      { arm: "test", users: 2461, sum: 1922.7, sum_squares: 94698.29 },
    ]);
    const mean = comparisonOf(posthog).relative;
    [0.63646, -0.0875, 1.36048, 0.08487].forEach((value, index) =>
      expect([mean?.value, mean?.interval[0], mean?.interval[1], mean?.p][index]).toBeCloseTo(value, 3),
    );
    const proportion = comparisonOf(
      await runTest([
        { arm: "control", users: 1529, conversions: 87 },
        { arm: "test", users: 1471, conversions: 62 },
      ]),
    ).relative;
    [-0.25925, -0.49475, -0.02376, 0.03096].forEach((value, index) =>
      expect([proportion?.value, proportion?.interval[0], proportion?.interval[1], proportion?.p][index]).toBeCloseTo(value, 3),
    );
  });

  it("reads means and standard deviations, and both kinds of metric at once", async () => {
    const rows = means.map(({ arm, users, sum, sum_squares }) => ({
      arm,
      users,
      conversions: 300,
      mean: sum / users,
      sd: Math.sqrt((sum_squares - sum ** 2 / users) / (users - 1)),
    }));
    const { values } = await runTest(rows);
    expect(values.metrics.map(({ type, name }) => [type, name])).toEqual([
      ["proportion", "conversions"],
      ["mean", "mean"],
    ]);
    expectEffect(values.metrics[1]?.comparisons[0]?.absolute, [0.29, 0.04538, 0.53462, 0.02016]);
  });

  it("adds up the rows of an arm when a summary is asked for, day by day", async () => {
    const day = (arm: string, date: string, users: number, conversions: number) => ({ arm, date: new Date(date), users, conversions });
    const rows = [
      day("A", "2024-03-01", 500, 50),
      day("A", "2024-03-02", 500, 52),
      day("B", "2024-03-01", 480, 60),
      day("B", "2024-03-02", 530, 66),
    ];
    const daily = await runTest(rows, { summary: true });
    const whole = await runTest([
      { arm: "A", users: 1000, conversions: 102 },
      { arm: "B", users: 1010, conversions: 126 },
    ]);
    expect(comparisonOf(daily).absolute).toEqual(comparisonOf(whole).absolute);
    expect(daily.values.days.map(({ day: own, units }) => [own, units.control])).toEqual([
      ["2024-03-01", 500],
      ["2024-03-02", 1000],
    ]);
  });

  it("takes a table with one row per arm and a unit column of counts for a summary only when it looks like one", async () => {
    const units = Array.from({ length: 80 }, (_, index) => ({
      arm: index % 2 ? "A" : "B",
      users: index,
      conversions: index % 3 === 0 ? 1 : 0,
    }));
    expect((await runTest(units, { metrics: ["conversions"] })).values.source).toBe("units");
    expect((await runTest(means, { summary: false, metrics: ["sum"] })).values.source).toBe("units");
  });

  it("refuses figures that cannot be, and names the arm", async () => {
    const rows = (conversions: number | null) => [
      { arm: "A", users: 100, conversions: 10 },
      { arm: "B", users: 100, conversions },
    ];
    for (const wrong of [101, -1, 1.5, null]) {
      const error = await refusal(runTest(rows(wrong)));
      expect([error.code, error.message.includes('"B"')]).toEqual(["summary-impossible", true]);
    }
    expect(
      (
        await refusal(
          runTest([
            { arm: "A", users: 10, sum: 100, sum_squares: 10 },
            { ...means[1], arm: "B" },
          ]),
        )
      ).code,
    ).toBe("summary-impossible");
  });

  it("says which column a summary lacks", async () => {
    const rows = [
      { arm: "A", users: 10 },
      { arm: "B", users: 12 },
    ];
    expect((await refusal(runTest(rows, { summary: true }))).message).toContain('"conversions"');
    const named = [
      { arm: "A", people: 1000, took: 100 },
      { arm: "B", people: 1000, took: 130 },
    ];
    expect((await refusal(runTest(named, { summary: true }))).message).toContain('"units"');
    expect(comparisonOf(await runTest(named, { summary: { units: "people", conversions: "took" } })).levels).toEqual({
      control: 0.1,
      arm: 0.13,
    });
  });
});
