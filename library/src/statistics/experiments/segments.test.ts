import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chiSquareUpper } from "../distributions.js";
import { armFromMoments, proportionArm } from "./arm.js";
import { interaction, simpson } from "./segments.js";
import type { Stratum } from "./strata.js";

/** A segment whose absolute effect and variance are given. */
const known = (difference: number, variance: number): Stratum => {
  const arm = (mean: number) => armFromMoments("mean", { units: 100, means: [mean], covariance: [[50 * variance]] });
  return { control: arm(10), treatment: arm(10 + difference) };
};
const pair = (control: readonly [number, number], treatment: readonly [number, number]): Stratum => ({
  control: proportionArm(...control),
  treatment: proportionArm(...treatment),
});

describe("interaction()", () => {
  it("gives statsmodels' combine_effects for effects of 0.1, 0.3 and −0.05", () => {
    const found = interaction([known(0.1, 0.01), known(0.3, 0.02), known(-0.05, 0.005)], { scale: "absolute" });
    expect(found?.statistic).toBeCloseTo(5.357142857142857, 10);
    expect(found?.pValue).toBeCloseTo(0.06866117151308498, 10);
    expect(found?.inconsistency).toBeCloseTo(0.6266666666666667, 10);
    expect(found).toMatchObject({ degrees: 2, segments: 3 });
  });

  it("finds nothing in segments with one effect, whatever their order", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 2, maxLength: 8 }), (variances) => {
        const found = interaction(
          variances.map((variance) => known(0.2, variance)),
          { scale: "absolute" },
        );
        expect(found?.pValue).toBeGreaterThan(0.999);
        expect(found?.inconsistency).toBe(0);
      }),
    );
  });

  it("leaves out segments without an effect and has no answer for fewer than two", () => {
    expect(interaction([known(0.1, 0.01), pair([0, 0], [1, 5])])).toBeUndefined();
    expect(interaction([])).toBeUndefined();
  });
});

describe("simpson()", () => {
  /** Charig et al. (1986), BMJ 292:879: kidney stones, small and large, by two treatments. */
  const small = pair([234, 270], [81, 87]);
  const large = pair([55, 80], [192, 263]);
  const whole = pair([289, 350], [273, 350]);

  it("sees the reversal of the kidney stones", () => {
    const found = simpson(whole, [small, large]);
    expect(found).toMatchObject({ isReversed: true, against: 1 });
    expect(found?.pooled).toBeLessThan(0);
    expect(found?.within).toBeGreaterThan(0);
    expect(found?.mixPValue).toBeLessThan(1e-6);
  });

  it("does not cry when the arms have the same mix of segments", () => {
    const even = [pair([10, 100], [20, 100]), pair([60, 200], [50, 200])];
    const found = simpson(pair([70, 300], [70, 300]), even);
    expect(found?.isReversed).toBe(false);
    expect(found?.mixPValue).toBeCloseTo(1, 12);
  });

  it("tests the mix as Pearson does", () => {
    const found = simpson(pair([0, 150], [0, 150]), [pair([0, 100], [0, 50]), pair([0, 50], [0, 100])]);
    expect(found?.mixPValue).toBeCloseTo(chiSquareUpper(300 * (1 / 3) ** 2, 1), 10);
  });

  it("has no answer without a segment in both arms", () => {
    expect(simpson(whole, [pair([0, 0], [273, 350])])).toBeUndefined();
  });
});
