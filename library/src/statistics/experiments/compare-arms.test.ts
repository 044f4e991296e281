import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanArm, proportionArm, ratioArm, type Arm } from "./arm.js";
import { compareArms } from "./compare-arms.js";
import { sumsOf, unitSamples } from "../../testing/unit-samples.js";

const counts = fc.integer({ min: 2, max: 500 });
const converting = fc.tuple(counts, fc.double({ min: 0.05, max: 0.95, noNaN: true })).map(([units, share]) => ({
  units,
  successes: Math.max(1, Math.min(units - 1, Math.round(units * share))),
}));
const arm = converting.map(({ successes, units }) => proportionArm(successes, units));

describe("compareArms()", () => {
  it("gives SciPy's ttest_ind(equal_var=False) and its interval", () => {
    const control = meanArm(sumsOf([[1], [4], [2], [8], [5], [7]]));
    const treatment = meanArm(sumsOf([[3], [6], [9], [12], [5]]));
    const found = compareArms(control, treatment, { scale: "absolute" });
    expect(found.pValue).toBeCloseTo(0.23507313563441687, 12);
    expect(found.degrees).toBeCloseTo(7.5, 12);
    expect([found.low, found.high].map((end) => end?.toFixed(10))).toEqual(["-2.0179118104", "7.0179118104"]);
  });

  it("gives the ratio of sums the spread of its tangent, as a jackknife over units finds it", () => {
    const rows = unitSamples(7, 400, (random) => {
      const orders = 1 + Math.floor(3 * random.next());
      return [orders * (20 + 5 * random.normal()), orders];
    });
    const whole = ratioArm(sumsOf(rows));
    const ratioWithout = (index: number) => {
      const rest = rows.filter((_, place) => place !== index);
      const total = (column: number) => rest.reduce((sum, row) => sum + (row[column] as number), 0);
      return total(0) / total(1);
    };
    const left = rows.map((_, index) => ratioWithout(index));
    const mean = left.reduce((sum, value) => sum + value, 0) / left.length;
    const jackknife = Math.sqrt(((left.length - 1) / left.length) * left.reduce((sum, value) => sum + (value - mean) ** 2, 0));
    const { control } = compareArms(whole, whole);
    expect(Math.abs(control.standardError / jackknife - 1)).toBeLessThan(0.01);
  });

  it("turns its sign when the arms are swapped", () => {
    fc.assert(
      fc.property(arm, arm, (one, other) => {
        const there = compareArms(one, other, { scale: "absolute" });
        const back = compareArms(other, one, { scale: "absolute" });
        expect(there.estimate).toBeCloseTo(-(back.estimate ?? NaN), 12);
        expect(there.low).toBeCloseTo(-(back.high ?? NaN), 10);
        expect(there.pValue).toBeCloseTo(back.pValue ?? NaN, 12);
      }),
    );
  });

  it("does not change its p-value with the unit of the metric", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e5, noNaN: true }), (unit) => {
        const rescaled = (values: readonly number[]) => meanArm(sumsOf(values.map((value) => [unit * value])));
        const plain = compareArms(rescaled([1, 4, 2, 8]), rescaled([3, 6, 9, 12]));
        expect(plain.pValue).toBeCloseTo(
          compareArms(meanArm(sumsOf([[1], [4], [2], [8]])), meanArm(sumsOf([[3], [6], [9], [12]]))).pValue ?? NaN,
          9,
        );
      }),
    );
  });

  it("leaves out no effect exactly where p is below the level", () => {
    fc.assert(
      fc.property(arm, arm, fc.constantFrom("absolute", "relative"), fc.constantFrom(0.8, 0.95), (one, other, scale, confidence) => {
        const { low = NaN, high = NaN, pValue = NaN } = compareArms(one, other, { scale, confidence });
        expect(low > 0 || high < 0).toBe(pValue < 1 - confidence);
      }),
    );
  });

  it("splits a two-sided p-value over the two sides", () => {
    fc.assert(
      fc.property(arm, arm, (one, other) => {
        const two = compareArms(one, other).pValue ?? NaN;
        const more = compareArms(one, other, { sides: "greater" });
        const less = compareArms(one, other, { sides: "less" });
        expect((more.pValue ?? NaN) + (less.pValue ?? NaN)).toBeCloseTo(1, 10);
        expect(2 * Math.min(more.pValue ?? NaN, less.pValue ?? NaN)).toBeCloseTo(two, 10);
        expect([more.high, less.low]).toEqual([undefined, undefined]);
      }),
    );
  });

  it("calls more of a negative metric an improvement", () => {
    const control = meanArm(sumsOf([[-4], [-6], [-5], [-5]]));
    const treatment = meanArm(sumsOf([[-3], [-5], [-4], [-4]]));
    expect(compareArms(control, treatment).estimate).toBeCloseTo(0.2, 12);
  });

  const nobody = proportionArm(0, 0);
  const zeros = meanArm(sumsOf([[0], [0], [0]]));
  it.each<[string, Arm, Arm, string]>([
    ["an arm without units", nobody, proportionArm(3, 10), "too-few-units"],
    ["one unit", proportionArm(1, 1), proportionArm(3, 10), "too-few-units"],
    ["the same value everywhere", meanArm(sumsOf([[5], [5]])), meanArm(sumsOf([[5], [5]])), "no-variance"],
    ["a control of zero", zeros, meanArm(sumsOf([[1], [2], [4]])), "control-zero"],
    [
      "a ratio without a denominator",
      ratioArm(
        sumsOf([
          [1, 0],
          [2, 0],
        ]),
      ),
      ratioArm(
        sumsOf([
          [1, 1],
          [2, 1],
        ]),
      ),
      "no-variance",
    ],
  ])("has no answer for %s, and says why", (_, control, treatment, unanswered) => {
    const found = compareArms(control, treatment);
    expect(found).toMatchObject({ unanswered, estimate: undefined, low: undefined, high: undefined, pValue: undefined });
  });

  it("keeps its digits for ten million units", () => {
    const { estimate, standardError } = compareArms(proportionArm(1_000_000, 10_000_000), proportionArm(1_003_000, 10_000_000), {
      scale: "absolute",
    });
    expect(estimate).toBeCloseTo(3e-4, 14);
    expect(standardError).toBeCloseTo(Math.sqrt((0.1 * 0.9 + 0.1003 * 0.8997) / 1e7), 14);
  });
});

describe("CUPED", () => {
  const before = unitSamples(3, 600, (random) => {
    const own = 10 + 3 * random.normal();
    return [own + random.normal(), own];
  });
  const treated = before.map(([now = 0, then = 0]) => [now + 0.4, then]);
  const [control, treatment] = [meanArm(sumsOf(before.slice(0, 300))), meanArm(sumsOf(treated.slice(300)))];

  it("takes away the share of the variance that the past explains", () => {
    const { cuped } = compareArms(control, treatment, { adjustment: "cuped" });
    expect(cuped?.slope).toBeCloseTo(1, 1);
    expect(cuped?.varianceReduction).toBeCloseTo(0.9, 1);
  });

  it("finds the planted effect where the plain comparison does not", () => {
    expect(compareArms(control, treatment, { scale: "absolute" }).pValue).toBeGreaterThan(0.05);
    const adjusted = compareArms(control, treatment, { scale: "absolute", adjustment: "cuped" });
    expect(adjusted.pValue).toBeLessThan(0.001);
    expect(adjusted.low).toBeLessThan(0.4);
    expect(adjusted.high).toBeGreaterThan(0.4);
  });

  it("changes nothing when the past is the same for all, or unknown", () => {
    const flat = (rows: readonly (readonly number[])[]) => meanArm(sumsOf(rows.map(([now = 0]) => [now, 7])));
    const plain = compareArms(control, treatment);
    const adjusted = compareArms(flat(before.slice(0, 300)), flat(treated.slice(300)), { adjustment: "cuped" });
    expect(adjusted.pValue).toBeCloseTo(plain.pValue ?? NaN, 12);
    expect(compareArms(proportionArm(14, 28), proportionArm(16, 30), { adjustment: "cuped" }).cuped).toBeUndefined();
  });
});
