import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planBins } from "./time-bins.js";

describe("planBins()", () => {
  it("takes the cube root of the number of times, or as many as asked for", () => {
    expect(planBins({ n: 3, least: 2220, most: 82_800 })).toEqual({ from: 2220, width: 40_290, count: 3 });
    expect(planBins({ n: 3, least: 2220, most: 82_800 }, 7)).toEqual({ from: 2220, width: 11_512, count: 7 });
    expect(planBins({ n: 27, least: 0, most: 100 }).count).toBe(3);
    expect(planBins({ n: 1e9, least: 0, most: 1e6 }).width).toBe(Math.ceil(1e6 / 60));
  });

  it("has one bin of a second for times that are all equal", () =>
    expect(planBins({ n: 1, least: 5, most: 5 })).toEqual({ from: 5, width: 1, count: 1 }));

  it("has a bin for every time", () => {
    const ends = fc.tuple(
      fc.integer({ min: 1, max: 1e6 }),
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      fc.double({ min: 0, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(ends, ([n, one, other]) => {
        const [least, most] = [Math.min(one, other), Math.max(one, other)];
        const { from, width, count } = planBins({ n, least, most });
        expect(from).toBeLessThanOrEqual(least);
        expect(Math.floor((most - from) / width)).toBeLessThan(count);
      }),
      { seed: 4 },
    );
  });
});
