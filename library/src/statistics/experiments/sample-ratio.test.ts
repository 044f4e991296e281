import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleRatio } from "./sample-ratio.js";

const counts = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 2, maxLength: 6 });

describe("sampleRatio()", () => {
  it("does not care for the unit of the weights or the order of the arms", () => {
    fc.assert(
      fc.property(counts, (units) => {
        const weights = units.map((_, arm) => arm + 1);
        const { pValue } = sampleRatio(units, weights);
        expect(
          sampleRatio(
            units,
            weights.map((weight) => 7 * weight),
          ).pValue,
        ).toBeCloseTo(pValue, 9);
        expect(sampleRatio(units.toReversed(), weights.toReversed()).pValue).toBeCloseTo(pValue, 9);
      }),
    );
  });

  it("expects as many units as there are, in the designed shares", () => {
    expect(sampleRatio([60, 40], [1, 3]).expected).toEqual([25, 75]);
  });

  it("keeps small p-values apart from zero", () => {
    const { pValue } = sampleRatio([1_000_000, 1_050_000]);
    expect(pValue).toBeGreaterThan(0);
    expect(pValue).toBeLessThan(1e-200);
  });

  it("calls units in an arm that should have none impossible", () => {
    expect(sampleRatio([50, 50, 1], [1, 1, 0]).pValue).toBe(0);
    expect(sampleRatio([50, 50, 0], [1, 1, 0])).toMatchObject({ pValue: 1, degrees: 1 });
  });

  it.each([[[]], [[7]], [[0, 0]]])("has nothing to compare in %j", (units) => {
    expect(sampleRatio(units)).toMatchObject({ pValue: 1, statistic: 0, degrees: 0 });
  });
});
