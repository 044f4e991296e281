import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { root } from "./root.js";

describe("root()", () => {
  it.each([
    ["√2", (x: number) => x * x - 2, { low: 0, high: 2 }, Math.SQRT2],
    ["the fixed point of cos", (x: number) => Math.cos(x) - x, { low: 0, high: 1 }, 0.7390851332151607],
    ["log 3", (x: number) => Math.exp(x) - 3, { low: 5, high: -5 }, Math.log(3)],
  ])("finds %s", (_, f, range, expected) => expect(root(f, range)).toBeCloseTo(expected, 11));

  it("finds the root of a steep or flat cubic wherever it lies", () => {
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), fc.double({ min: 0.01, max: 100, noNaN: true }), (place, slope) => {
        const found = root((x) => slope * (x - place) ** 3 + (x - place), { low: -10, high: 10 });
        expect(found).toBeCloseTo(place, 8);
      }),
    );
  });

  it("takes an end that is the root, and says nothing where there is none", () => {
    expect(root((x) => x, { low: 0, high: 1 })).toBe(0);
    expect(root((x) => x - 1, { low: 0, high: 1 })).toBe(1);
    expect(root((x) => x * x + 1, { low: -1, high: 1 })).toBeUndefined();
  });
});
