import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binomialCdf } from "./distributions.js";
import { medianRanks } from "./median-interval.js";

describe("medianRanks()", () => {
  it.each([
    [6, 0],
    [10, 1],
    [20, 5],
    [100, 39],
    [1000, 468],
  ])("takes the order statistics of the sign test when n = %i", (count, below) => {
    expect(medianRanks(count)).toEqual([below / (count - 1), (count - 1 - below) / (count - 1)]);
  });

  it.each([0, 1, 2, 5])("knows nothing of %i values", (count) => expect(medianRanks(count)).toBeUndefined());

  it("leaves at most half of the error on each side, and no less than it must", () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 100_000 }), (count) => {
        const [low = 0] = medianRanks(count) ?? [];
        const below = Math.round(low * (count - 1));
        expect(binomialCdf(below, count, 0.5)).toBeLessThanOrEqual(0.025);
        expect(binomialCdf(below + 1, count, 0.5)).toBeGreaterThan(0.025);
      }),
      { seed: 3 },
    );
  });
});
