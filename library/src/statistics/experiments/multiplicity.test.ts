import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjustedConfidence, benjaminiHochberg, correct, holm } from "./multiplicity.js";

const pValues = fc.array(fc.double({ min: 1e-12, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 });

describe.each([
  ["holm()", holm],
  ["benjaminiHochberg()", benjaminiHochberg],
])("%s", (name, adjust) => {
  it("never lowers a p-value, never exceeds one, and keeps their order", () => {
    fc.assert(
      fc.property(pValues, (list) => {
        const adjusted = adjust(list);
        list.forEach((own, index) => {
          expect(adjusted[index]).toBeGreaterThanOrEqual(own);
          expect(adjusted[index]).toBeLessThanOrEqual(1);
          list.forEach((other, place) => {
            if (own < other) expect(adjusted[index]).toBeLessThanOrEqual(adjusted[place] as number);
          });
        });
      }),
    );
  });

  it("gives the same whatever the order of the questions", () => {
    fc.assert(
      fc.property(pValues, (list) => {
        expect(adjust(list.toReversed())).toEqual(adjust(list).toReversed());
      }),
    );
  });

  it("leaves a single question alone and takes none", () => {
    expect(adjust([0.03])).toEqual([0.03]);
    expect(adjust([])).toEqual([]);
    expect(correct([0.01, 0.02], name === "holm()" ? "holm" : "benjamini-hochberg")).toEqual(adjust([0.01, 0.02]));
  });

  it("has intervals that leave out no effect exactly where the corrected p-value is below the level", () => {
    fc.assert(
      fc.property(pValues, (list) => {
        adjust(list).forEach((adjusted, index) => {
          const pValue = list[index] as number;
          const confidence = adjustedConfidence(0.95, { pValue, adjusted, questions: list.length });
          const isClear = pValue < 1 - confidence;
          if (Math.abs(adjusted - 0.05) > 1e-9) expect(isClear).toBe(adjusted < 0.05);
        });
      }),
    );
  });
});

describe("benjaminiHochberg()", () => {
  it("is no stricter than Holm", () => {
    fc.assert(
      fc.property(pValues, (list) => {
        const strict = holm(list);
        benjaminiHochberg(list).forEach((adjusted, index) => expect(adjusted).toBeLessThanOrEqual((strict[index] as number) + 1e-12));
      }),
    );
  });
});

describe("adjustedConfidence()", () => {
  it("takes the strictest level where the p-value is zero", () => {
    expect(adjustedConfidence(0.95, { pValue: 0, adjusted: 0, questions: 4 })).toBeCloseTo(1 - 0.05 / 4, 12);
  });

  it("leaves the confidence of a single question alone", () => {
    expect(adjustedConfidence(0.9, { pValue: 0.2, adjusted: 0.2, questions: 1 })).toBeCloseTo(0.9, 12);
    expect(correct([0.2, 0.3], "none")).toEqual([0.2, 0.3]);
  });
});
