import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilsonInterval } from "./wilson-interval.js";

/** SciPy 1.16 `binomtest(k, n).proportion_ci(method="wilson")`; 81/263 and 15/148 also stand in Newcombe (1998), table I. */
const reference = [
  [0, 10, 0, 0.27753279986288926],
  [15, 148, 0.06238639953073629, 0.16048724172330803],
  [10, 10, 0.7224672001371109, 1],
  [1, 29, 0.006113214292762667, 0.17175521879320282],
  [81, 263, 0.2552885198782742, 0.36620957698280004],
] as const;

const counts = fc.tuple(fc.nat(5000), fc.nat(5000)).map(([successes, failures]) => [successes, successes + failures] as const);

describe("wilsonInterval()", () => {
  it.each(reference)("gives SciPy's interval for %i of %i", (successes, trials, low, high) => {
    const [lower, upper] = wilsonInterval(successes, trials);
    expect(lower).toBeCloseTo(low, 14);
    expect(upper).toBeCloseTo(high, 14);
  });

  it("gives SciPy's interval at 90 %", () => {
    const [low, high] = wilsonInterval(15, 148, 0.9);
    expect(low).toBeCloseTo(0.06744326224687144, 14);
    expect(high).toBeCloseTo(0.14957293174640027, 14);
  });

  it("holds the share, stays within 0 and 1 and mirrors when success and failure are swapped", () => {
    fc.assert(
      fc.property(counts, ([successes, trials]) => {
        const [low, high] = wilsonInterval(successes, trials);
        const [mirroredLow, mirroredHigh] = wilsonInterval(trials - successes, trials);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeCloseTo(1 - mirroredHigh, 10);
        expect(high).toBeCloseTo(1 - mirroredLow, 10);
        if (trials > 0) expect(successes / trials >= low && successes / trials <= high).toBe(true);
      }),
    );
  });

  it("knows nothing without trials and refuses what are no counts", () => {
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
    expect(() => wilsonInterval(-1, 2)).toThrow(RangeError);
    expect(() => wilsonInterval(1, 2, 1)).toThrow(RangeError);
  });
});
