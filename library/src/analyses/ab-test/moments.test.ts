import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutUnit } from "../../statistics/experiments/one-unit.js";
import { armOf, isYesOrNo, merge, noMoments, sumOf, type Moments } from "./moments.js";

/** Moments by definition: two columns, the second twice the first less the place of the unit. */
function momentsOf(values: readonly number[]): Moments {
  const rows = values.map((value, place) => [value, 2 * value - place]);
  const units = rows.length;
  if (units === 0) return noMoments(2);
  const mean = (column: number) => rows.reduce((sum, row) => sum + (row[column] as number), 0) / units;
  const means = [mean(0), mean(1)];
  const product = (i: number, j: number) =>
    rows.reduce((sum, row) => sum + ((row[i] as number) - (means[i] as number)) * ((row[j] as number) - (means[j] as number)), 0);
  const covariance = [0, 1].map((i) => [0, 1].map((j) => (units > 1 ? product(i, j) / (units - 1) : 0)));
  const sorted = rows.toSorted((one, other) => (one[0] as number) - (other[0] as number) || (one[1] as number) - (other[1] as number));
  return { units, means, covariance, low: sorted[0] ?? [], high: sorted.at(-1) ?? [] };
}

const list = fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 30 });

function expectSame(found: Moments, expected: Moments): void {
  expect(found.units).toBe(expected.units);
  found.means.forEach((mean, index) => expect(mean).toBeCloseTo(expected.means[index] as number, 8));
  found.covariance.forEach((row, i) => row.forEach((value, j) => expect(value).toBeCloseTo(expected.covariance[i]?.[j] as number, 6)));
}

describe("merge()", () => {
  it("gives what the units of both groups give together", () => {
    fc.assert(
      fc.property(list, list, (one, other) => {
        const rows = [...one, ...other];
        const second = momentsOf(rows);
        const apart = (values: readonly number[], from: number): Moments => {
          const { units, means, covariance, low, high } = momentsOf(values);
          if (units === 0) return noMoments(2);
          const shifted = (unit: readonly number[]) => [unit[0] as number, (unit[1] as number) - from];
          return { units, means: shifted(means), covariance, low: shifted(low), high: shifted(high) };
        };
        expectSame(merge(apart(one, 0), apart(other, one.length)), second);
      }),
    );
  });

  it("keeps the furthest units", () => {
    const both = merge(momentsOf([1, 9]), momentsOf([-4, 3]));
    expect([both.high, both.low]).toEqual([
      [9, 17],
      [-4, -8],
    ]);
    expect(merge(noMoments(2), both)).toBe(both);
    expect(merge(both, noMoments(2))).toBe(both);
  });
});

describe("armOf()", () => {
  it("can give up a unit as if it had never been there", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 20 }), (values) => {
        const rest = withoutUnit(armOf("mean", momentsOf(values)), [
          values.at(-1) as number,
          2 * (values.at(-1) as number) - (values.length - 1),
        ]);
        const expected = momentsOf(values.slice(0, -1));
        expect(rest?.means[0]).toBeCloseTo(expected.means[0] as number, 8);
        expect(rest?.covariance[0]?.[1]).toBeCloseTo(expected.covariance[0]?.[1] as number, 6);
      }),
    );
  });
});

describe("isYesOrNo()", () => {
  it("knows zeros and ones from anything else, also from one half among many", () => {
    const single = (values: readonly number[]): Moments => {
      const { units, means, covariance, low, high } = momentsOf(values);
      return {
        units,
        means: means.slice(0, 1),
        covariance: [[covariance[0]?.[0] as number]],
        low: low.slice(0, 1),
        high: high.slice(0, 1),
      };
    };
    expect(isYesOrNo(single([0, 1, 1, 0]))).toBe(true);
    expect(isYesOrNo(single([0, 0]))).toBe(true);
    expect(isYesOrNo(single([1]))).toBe(true);
    expect(isYesOrNo(single([0, 1, 0.5]))).toBe(false);
    expect(isYesOrNo(single([0, 1, 2]))).toBe(false);
    expect(isYesOrNo(single([-1, 0, 1]))).toBe(false);
    expect(isYesOrNo(single([...Array.from({ length: 100_000 }, (_, index) => index % 2), 0.5]))).toBe(false);
    expect(isYesOrNo(noMoments(1))).toBe(false);
  });
});

describe("sumOf()", () => {
  it("adds up a column without the digits that adding leaves behind", () => {
    expect(sumOf({ ...noMoments(1), units: 3, means: [0.1] })).toBe(0.3);
  });
});
