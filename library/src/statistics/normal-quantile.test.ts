import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalQuantile } from "./normal-quantile.js";

/** SciPy 1.16 `norm.ppf`. */
const reference = [
  [1e-300, -37.0470962993612],
  [1e-10, -6.361340902404056],
  [0.001, -3.090232306167813],
  [0.02425, -1.972961051311885],
  [0.3, -0.5244005127080409],
  [0.5, 0],
  [0.975, 1.959963984540054],
  [0.9999, 3.719016485455709],
] as const;

describe("normalQuantile()", () => {
  it.each(reference)("gives SciPy's value at %d", (probability, expected) => {
    expect(Math.abs(normalQuantile(probability) - expected)).toBeLessThanOrEqual(1e-13 * Math.max(1, Math.abs(expected)));
  });

  it("is symmetric around one half and grows with the probability", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.4999, noNaN: true }), (probability) => {
        expect(normalQuantile(probability)).toBeCloseTo(-normalQuantile(1 - probability), 9);
        expect(normalQuantile(probability)).toBeLessThan(normalQuantile(probability + 1e-4));
      }),
    );
  });

  it("is infinite at 0 and 1 and refuses what is no probability", () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    for (const wrong of [-0.1, 1.1, Number.NaN]) expect(() => normalQuantile(wrong)).toThrow(RangeError);
  });
});
