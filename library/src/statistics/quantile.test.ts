import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { median, quantile, type QuantileType } from "./quantile.js";

const sample = [1, 2, 4, 7, 11, 16, 22.5];
/** NumPy 2.4 `quantile` of the sample: types 1 to 9 are its inverted_cdf, averaged_inverted_cdf, closest_observation, … normal_unbiased. */
const reference: readonly (readonly [probability: number, ...byType: number[]])[] = [
  [0, 1, 1, 1, 1, 1, 1, 1, 1, 1],
  [0.1, 1, 1, 1, 1, 1.2, 1, 1.6, 1.0666666666666667, 1.1],
  [0.25, 2, 2, 2, 1.75, 2.5, 2, 3, 2.333333333333333, 2.375],
  [0.5, 7, 7, 7, 5.5, 7, 7, 7, 7, 7],
  [0.8, 16, 16, 16, 14, 16.65, 18.6, 15, 17.3, 17.1375],
  [1, 22.5, 22.5, 22.5, 22.5, 22.5, 22.5, 22.5, 22.5, 22.5],
];
const cases = reference.flatMap(([probability, ...byType]) =>
  byType.map((expected, index) => [(index + 1) as QuantileType, probability, expected] as const),
);

const sortedValues = fc
  .array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 40 })
  .map((values) => values.sort((a, b) => a - b));
const types = fc.constantFrom<QuantileType>(1, 2, 3, 4, 5, 6, 7, 8, 9);
const probabilities = fc.double({ min: 0, max: 1, noNaN: true });

describe("quantile()", () => {
  it.each(cases)("gives NumPy's value for type %i at %d", (type, probability, expected) => {
    expect(quantile(sample, probability, type)).toBeCloseTo(expected, 12);
  });

  it("stays between the smallest and the largest value and grows with the probability", () => {
    fc.assert(
      fc.property(sortedValues, probabilities, probabilities, types, (values, one, other, type) => {
        const low = quantile(values, Math.min(one, other), type);
        const high = quantile(values, Math.max(one, other), type);
        expect(low).toBeLessThanOrEqual(high + 1e-9);
        expect(low).toBeGreaterThanOrEqual(values[0] as number);
        expect(high).toBeLessThanOrEqual(values.at(-1) as number);
      }),
    );
  });

  it("moves and stretches with the values", () => {
    fc.assert(
      fc.property(sortedValues, probabilities, types, (values, probability, type) => {
        const moved = values.map((value) => 3 * value + 5);
        expect(quantile(moved, probability, type)).toBeCloseTo(3 * quantile(values, probability, type) + 5, 6);
      }),
    );
  });

  it("takes a value of the data where n · p is whole but for rounding", () => {
    expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.7, 1)).toBe(7);
    expect(quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0.3)).toBe(4);
  });

  it("gives the only value of one and the same value of equal ones", () => {
    expect(quantile([5], 0.3)).toBe(5);
    expect(quantile([2, 2, 2], 0.77)).toBe(2);
    expect(median([1, 2, 3, 10])).toBe(2.5);
  });

  it("refuses no values and what is no probability", () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
    for (const wrong of [-0.01, 1.01, Number.NaN]) expect(() => quantile([1], wrong)).toThrow(RangeError);
  });
});
