import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { densityBins } from "./density.js";

const customers = fc.array(fc.tuple(fc.nat(2000), fc.integer({ min: 1, max: 300 })), { minLength: 1, maxLength: 60 });

describe("densityBins()", () => {
  it("holds every customer once, in a bin that fits", () => {
    fc.assert(
      fc.property(customers, (list) => {
        const bins = densityBins(
          Float64Array.from(list, ([days]) => days),
          Float64Array.from(list, ([, orders]) => orders),
        );
        expect(bins.reduce((sum, bin) => sum + bin.customers, 0)).toBe(list.length);
        for (const bin of bins) {
          const inside = list.filter(
            ([days, orders]) =>
              days >= bin.recencyDays[0] && days < bin.recencyDays[1] && orders >= bin.frequency[0] && orders < bin.frequency[1],
          );
          expect(inside).toHaveLength(bin.customers);
        }
      }),
    );
  });

  it("has at most 20 columns, ends that are finite, and logarithmic rows", () => {
    const bins = densityBins(Float64Array.of(0, 5000, 3, 3), Float64Array.of(1, 1, 5, 900));
    expect(Math.max(...bins.map((bin) => bin.recencyDays[1]))).toBeLessThanOrEqual(20 * 364);
    expect(bins.every((bin) => bin.frequency.every(Number.isFinite))).toBe(true);
    expect(bins.find((bin) => bin.frequency[0] > 4)?.frequency).toEqual([768, 1024]);
  });

  it("shows one customer with one order in one bin", () => {
    expect(densityBins(Float64Array.of(1), Float64Array.of(1))).toEqual([{ recencyDays: [1, 2], frequency: [1, 2], customers: 1 }]);
  });
});
