import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languages } from "../../language/index.js";
import { power } from "./power.js";

type Options = Parameters<typeof power>[0];
const valuesOf = async (options: Options) => (await power(options)).values;
const plain: Options = { baseline: 0.05, effect: 0.1, weeklyUnits: 10_000 };

describe("power()", () => {
  it("says how many users an effect needs, per arm, in days and in whole weeks", async () => {
    const { need, question, effect } = await valuesOf(plain);
    expect(question).toBe("sample-size");
    expect(effect).toEqual({ absolute: 0.005, relative: 0.1, level: 0.055 });
    expect(need).toMatchObject({ total: 62_462, perArm: [31_231, 31_231], days: 44, weeks: 7 });
  });

  it("lists what each week brings, and reaches the power in the week that it names", async () => {
    const { steps, need, power: wanted } = await valuesOf(plain);
    const first = steps.find((step) => (step.power ?? 0) >= wanted);
    expect(first?.week).toBe(need?.weeks);
    expect(steps.map(({ power: own }) => own)).toEqual(steps.map(({ power: own }) => own).toSorted());
    expect(first?.detectable?.relative).toBeLessThan(0.1);
    expect(steps[5]?.detectable?.relative).toBeGreaterThan(0.1);
  });

  it("finds the smallest effect where none is given, and that effect needs the planned users", async () => {
    const { effect, planned, question } = await valuesOf({ baseline: 0.05, weeklyUnits: 10_000, weeks: 6 });
    expect(question).toBe("effect");
    const { need } = await valuesOf({ baseline: 0.05, effect: effect?.relative });
    expect(need?.total).toBeCloseTo(planned?.units ?? NaN, -1);
    expect((await valuesOf({ baseline: 0.05, units: 60_000 })).effect).toEqual(effect);
  });

  it("prices half the effect at about four times the users", async () => {
    const { prices, need } = await valuesOf({ metric: "mean", baseline: 20, standardDeviation: 30, effect: 0.05 });
    expect(prices.map(({ times }) => times)).toEqual([0.5, 0.75, 1, 1.5, 2]);
    expect((prices[0]?.total ?? NaN) / (need?.total ?? NaN)).toBeCloseTo(4, 2);
  });

  it("needs the same for an increase and a decrease of a mean, and does not care for its unit", async () => {
    const mean = { metric: "mean", baseline: 20, standardDeviation: 30 } as const;
    const { need } = await valuesOf({ ...mean, effect: 0.05 });
    expect((await valuesOf({ ...mean, effect: -0.05 })).need).toEqual(need);
    expect((await valuesOf({ ...mean, baseline: 2000, standardDeviation: 3000, effect: 0.05 })).need).toEqual(need);
    expect((await valuesOf({ ...mean, effect: 1, effectScale: "absolute" })).need).toEqual(need);
  });

  it("needs a third of the users less where CUPED takes away a third of the variance", async () => {
    const { need } = await valuesOf(plain);
    const reduced = await valuesOf({ ...plain, varianceReduction: 1 / 3 });
    expect((reduced.need?.total ?? NaN) / (need?.total ?? NaN)).toBeCloseTo(2 / 3, 3);
  });

  it("gives a ratio without a spread below the line the sample size of a mean", async () => {
    const ratio = await valuesOf({
      metric: "ratio",
      baseline: 20,
      standardDeviation: 30,
      denominatorMean: 1,
      denominatorDeviation: 0,
      effect: 0.05,
    });
    const mean = await valuesOf({ metric: "mean", baseline: 20, standardDeviation: 30, effect: 0.05 });
    expect(Math.abs((ratio.need?.total ?? NaN) - (mean.need?.total ?? NaN))).toBeLessThan(8);
  });

  it("gives a median more users than a mean, by π/2", async () => {
    const median = await valuesOf({ metric: "quantile", baseline: 20, standardDeviation: 30, effect: 0.05 });
    const mean = await valuesOf({ metric: "mean", baseline: 20, standardDeviation: 30, effect: 0.05 });
    expect((median.need?.total ?? NaN) / (mean.need?.total ?? NaN)).toBeCloseTo(Math.PI / 2, 2);
  });

  it("shares the error among several arms, unless told not to", async () => {
    const [two, four, uncorrected] = await Promise.all([
      valuesOf(plain),
      valuesOf({ ...plain, arms: 4 }),
      valuesOf({ ...plain, arms: 4, correction: "none" }),
    ]);
    expect([two.comparisons, four.comparisons, uncorrected.comparisons]).toEqual([1, 3, 1]);
    expect(uncorrected.need?.perArm).toEqual([31_231, 31_231, 31_231, 31_231]);
    expect(four.need?.perArm[0]).toBeGreaterThan(31_231);
  });

  it("plans for the smallest of uneven arms", async () => {
    const { need, shares } = await valuesOf({ ...plain, arms: 3, allocation: [50, 30, 20], correction: "none" });
    expect(shares).toEqual([0.5, 0.3, 0.2]);
    const pair = await valuesOf({ ...plain, allocation: [50, 20] });
    expect(need?.perArm[2]).toBeCloseTo(pair.need?.perArm[1] ?? NaN, -1);
  });

  it("says what looking early costs: planned looks little, whenever one likes about twice", async () => {
    const groups = await valuesOf({ ...plain, sequential: "group-sequential" });
    const always = await valuesOf({ ...plain, sequential: "confidence-sequence" });
    expect((groups.need?.total ?? NaN) / (groups.need?.totalWithOneLook ?? NaN)).toBeCloseTo(1.025, 2);
    expect((always.need?.total ?? NaN) / (always.need?.totalWithOneLook ?? NaN)).toBeGreaterThan(1.5);
    expect([groups.weeklyPeeking, always.weeklyPeeking]).toEqual([undefined, undefined]);
  });

  it("turns to non-inferiority with a margin: the worse is expected, the more users", async () => {
    const even = await valuesOf({ baseline: 0.05, margin: 0.05, weeklyUnits: 50_000 });
    expect(even).toMatchObject({ question: "non-inferiority", margin: { absolute: -0.0025, level: 0.0475 } });
    const worse = await valuesOf({ baseline: 0.05, margin: 0.05, effect: -0.02 });
    expect(worse.need?.total).toBeGreaterThan(even.need?.total ?? NaN);
    const refunds = await valuesOf({ baseline: 0.05, margin: 0.05, direction: "decrease" });
    expect(refunds.margin?.level).toBe(0.0525);
    expect(refunds.need?.total).toBe(even.need?.total);
  });

  it("has an honest answer for any rate, effect and design", async () => {
    const anything = fc.record({
      baseline: fc.double({ min: 0.001, max: 0.9, noNaN: true }),
      effect: fc.double({ min: 0.01, max: 0.1, noNaN: true }),
      weeklyUnits: fc.double({ min: 0.01, max: 1e7, noNaN: true }),
      power: fc.double({ min: 0.1, max: 0.99, noNaN: true }),
      arms: fc.integer({ min: 2, max: 6 }),
      sides: fc.constantFrom("one", "two"),
      scale: fc.constantFrom("absolute", "relative"),
    });
    await fc.assert(
      fc.asyncProperty(anything, async (options) => {
        const result = await power(options);
        const { need, weeklyUnits = NaN } = result.values;
        expect(need?.perArm.reduce((sum, units) => sum + units, 0)).toBe(need?.total);
        expect((need?.weeks ?? NaN) * weeklyUnits).toBeGreaterThanOrEqual((need?.total ?? NaN) * (1 - 1e-9));
        expect(JSON.stringify(result)).not.toMatch(/null|NaN|Infinity/);
        for (const language of languages) {
          expect(result.reading(language).join()).not.toMatch(/NaN|undefined|null|Infinity|\d\.\d{5,}/);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("gives the same bytes for the same options", async () => {
    expect(JSON.stringify(await power(plain))).toBe(JSON.stringify(await power({ ...plain })));
  });
});
