import { describe, expect, it } from "vitest";
import { sumsOf, unitSamples } from "../../testing/unit-samples.js";
import { quantile } from "../quantile.js";
import { clusteredShareError, quantileLevels, quantileStandardError, shareError } from "./quantile-levels.js";
import { cap, cappingEnds } from "./winsorise.js";

const ascending = (one: number, other: number): number => one - other;

describe("quantileLevels()", () => {
  it("holds the true quantile in nineteen of twenty samples", () => {
    const held = Array.from({ length: 300 }, (_, seed) => {
      const sorted = unitSamples(seed, 400, (random) => [random.next()])
        .flat()
        .sort(ascending);
      const [low, high] = quantileLevels(0.9, shareError(0.9, 400)) ?? [NaN, NaN];
      return quantile(sorted, low) <= 0.9 && quantile(sorted, high) >= 0.9;
    }).filter(Boolean).length;
    expect(held / 300).toBeGreaterThan(0.92);
    expect(held / 300).toBeLessThan(0.98);
  });

  it("has no answer where too few values lie beyond the quantile", () => {
    expect(quantileLevels(0.99, shareError(0.99, 50))).toBeUndefined();
    expect(quantileLevels(0.5, shareError(0.5, 0))).toBeUndefined();
  });

  it("gives back the standard error from the interval at the same confidence", () => {
    const [low, high] = quantileLevels(0.5, 0.01, 0.9) ?? [NaN, NaN];
    expect(quantileStandardError([low, high], 0.9)).toBeCloseTo(0.01, 14);
  });
});

describe("clusteredShareError()", () => {
  it("is that of independent values where every unit has one event", () => {
    const rows = Array.from({ length: 500 }, (_, index) => [index % 4 === 0 ? 1 : 0, 1]);
    expect(clusteredShareError(sumsOf(rows))).toBeCloseTo(shareError(0.25, 500), 4);
  });

  it("grows with the events of a unit that go together", () => {
    const alike = Array.from({ length: 500 }, (_, index) => [index % 4 === 0 ? 10 : 0, 10]);
    expect(clusteredShareError(sumsOf(alike))).toBeCloseTo(shareError(0.25, 500), 4);
    expect(clusteredShareError(sumsOf(alike)) / shareError(0.25, 5000)).toBeCloseTo(Math.sqrt(10), 1);
  });
});

describe("cappingEnds()", () => {
  it("takes a percentile of all units or a value, and leaves the lower end open unless it is given", () => {
    const sorted = Float64Array.from({ length: 101 }, (_, value) => value);
    expect(cappingEnds(sorted, { by: "percentile", high: 0.95 })).toEqual([-Infinity, 95]);
    expect(cappingEnds(sorted, { by: "percentile", low: 0.1, high: 0.9 })).toEqual([10, 90]);
    expect(cappingEnds([], { by: "value", high: 7 })).toEqual([-Infinity, 7]);
  });

  it("brings values to the nearer end and leaves the others", () => {
    expect([-5, 3, 99].map((value) => cap(value, [0, 10]))).toEqual([0, 3, 10]);
  });
});
