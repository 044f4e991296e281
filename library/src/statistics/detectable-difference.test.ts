import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectableDifference } from "./detectable-difference.js";

const people = fc.integer({ min: 10, max: 1_000_000 });

describe("detectableDifference()", () => {
  it("agrees with the textbook formula, worked by hand with z = 1.959964 and 0.841621", () => {
    expect(detectableDifference(1000, 1000)).toBeCloseTo(2.801585 * Math.sqrt(0.0005), 6);
    expect(detectableDifference(900, 100)).toBeCloseTo(2.801585 * Math.sqrt((1 / 900 + 1 / 100) / 4), 6);
  });

  it("does not care which group is named first, and halves with four times the people", () =>
    fc.assert(
      fc.property(people, people, (one, other) => {
        const difference = detectableDifference(one, other) ?? NaN;
        expect(detectableDifference(other, one)).toBeCloseTo(difference, 12);
        expect(detectableDifference(4 * one, 4 * other)).toBeCloseTo(difference / 2, 12);
      }),
    ));

  it("is best when the groups are equal", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 49 }), (small) => {
        expect(detectableDifference(500, 500) ?? NaN).toBeLessThan(detectableDifference(10 * small, 1000 - 10 * small) ?? Infinity);
      }),
    ));

  it.each([
    [0, 100],
    [100, 0],
    [NaN, 100],
    [1, 1],
    [5, 1],
  ])("has no answer for %d and %d people", (one, other) => expect(detectableDifference(one, other)).toBeUndefined());
});
