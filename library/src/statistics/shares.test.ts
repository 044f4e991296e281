import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeRandom } from "../teaching/random.js";
import { standardErrorOf, sum, type Estimate } from "./estimate.js";
import { gini } from "./gini.js";
import { shareInterval } from "./interval.js";
import { sharesByGroup } from "./shares-by-group.js";
import { topShare } from "./top-share.js";

const ascending = (values: Iterable<number>) => Float64Array.from(values).sort();
const positives = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 60 }).map(ascending);

/** The definition itself: half the mean distance of all pairs over the mean. */
const giniByPairs = (values: Float64Array) => {
  const distances = sum(Array.from(values, (one) => sum(Array.from(values, (other) => Math.abs(one - other)))));
  return distances / (2 * values.length * sum(values));
};

/** The spread of an estimate over samples of the units, drawn with replacement from a fixed seed. */
function bootstrapError(units: Float64Array, estimate: (sample: Float64Array) => number): number {
  const random = makeRandom(20);
  const estimates = Array.from({ length: 600 }, () =>
    estimate(Float64Array.from(units, () => units[random.below(units.length)] as number)),
  );
  const mean = sum(estimates) / estimates.length;
  return Math.sqrt(sum(estimates.map((value) => (value - mean) ** 2)) / (estimates.length - 1));
}

const skewed = (() => {
  const random = makeRandom(7);
  return Float64Array.from({ length: 1500 }, () => Math.exp(random.normal()));
})();

describe("gini()", () => {
  it.each([
    [[0, 0, 0, 1], 0.75],
    [[1, 1, 1], 0],
    [[1, 2, 3, 4, 5], 4 / 15],
  ])("of %j is %d", (values, expected) => expect(gini(values).value).toBeCloseTo(expected, 14));

  it("is half the relative mean distance of all pairs", () => {
    fc.assert(
      fc.property(positives, (values) => {
        expect(gini(values).value).toBeCloseTo(giniByPairs(values), 10);
      }),
    );
  });

  it("does not change with the unit or when every unit counts twice", () => {
    fc.assert(
      fc.property(positives, (values) => {
        expect(gini(values.map((value) => value * 7.5)).value).toBeCloseTo(gini(values).value, 10);
        expect(gini(ascending([...values, ...values])).value).toBeCloseTo(gini(values).value, 10);
      }),
    );
  });
});

describe("topShare()", () => {
  it("takes the first ⌊share · n⌋ units and at least one", () => {
    expect(topShare([1, 2, 3, 4], 0.5)).toMatchObject({ value: 0.7, units: 2 });
    expect(topShare([1, 2, 3, 4, 5, 6, 7, 8, 9], 0.2)).toMatchObject({ units: 1 });
    expect(topShare([1, 9], 0.1)).toMatchObject({ value: 0.9, units: 1 });
    expect(topShare(new Float64Array(10).fill(1), 0.3)).toMatchObject({ units: 3 });
  });

  it("is at least the share of units and grows with it", () => {
    fc.assert(
      fc.property(positives, (values) => {
        const tenth = topShare(values, 0.1);
        const fifth = topShare(values, 0.2);
        expect(fifth.value).toBeGreaterThanOrEqual(tenth.value - 1e-12);
        expect(fifth.value).toBeGreaterThanOrEqual(fifth.units / values.length - 1e-12);
      }),
    );
  });
});

describe("sharesByGroup()", () => {
  const thirds = (values: Float64Array) => values.map((_, index) => index % 3);

  it("adds up to one and gives each unit's influence its square", () => {
    fc.assert(
      fc.property(positives, (values) => {
        const shares = sharesByGroup(values, thirds(values), 3);
        expect(sum(shares.map(({ value }) => value))).toBeCloseTo(1, 10);
        const mean = sum(values) / values.length;
        shares.forEach(({ value, standardError }, group) => {
          const influence = (unit: number) => ((values[unit] as number) * ((unit % 3 === group ? 1 : 0) - value)) / mean;
          expect(standardError).toBeCloseTo(standardErrorOf(values.length, influence), 10);
        });
      }),
    );
  });

  it("is certain for a group that holds all and zero for an empty one", () => {
    expect(sharesByGroup([1, 2], [0, 0], 2)).toEqual([
      { value: 1, standardError: 0 },
      { value: 0, standardError: 0 },
    ]);
  });
});

describe("standard errors by influence function", () => {
  const largeShare = (values: Float64Array) =>
    sharesByGroup(
      values,
      values.map((value) => (value > 2 ? 0 : 1)),
      2,
    )[0] as Estimate;
  const cases: readonly (readonly [string, number, Estimate, (sample: Float64Array) => number])[] = [
    ["gini()", 0.1, gini(skewed.toSorted()), (sample) => gini(sample.sort()).value],
    ["topShare()", 0.1, topShare(skewed.toSorted(), 0.2), (sample) => topShare(sample.sort(), 0.2).value],
    ["sharesByGroup()", 0.1, largeShare(skewed), (sample) => largeShare(sample).value],
  ];

  it.each(cases)("%s agrees with a seeded bootstrap within a share of %d", (_name, tolerance, estimate, byHand) => {
    const expected = bootstrapError(skewed, byHand);
    expect(Math.abs(estimate.standardError / expected - 1)).toBeLessThan(tolerance);
  });

  it("cannot be known from one unit, so the interval says nothing", () => {
    for (const estimate of [gini([5]), topShare([5], 0.2), ...sharesByGroup([5], [0], 1)]) {
      expect(shareInterval(estimate.value, estimate.standardError)).toEqual([0, 1]);
    }
  });
});
