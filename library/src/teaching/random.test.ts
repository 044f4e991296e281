import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeRandom } from "./random.js";

/** First draws of the published reference code of mulberry32. */
const reference = [
  [1, [0.6270739405881613, 0.002735721180215478, 0.5274470399599522]],
  [123456789, [0.2577907438389957, 0.9707721115555614, 0.7853280142880976]],
] as const;

const draws = (seed: number, count: number) => {
  const random = makeRandom(seed);
  return Array.from({ length: count }, () => random.next());
};

describe("makeRandom()", () => {
  it.each(reference)("draws what mulberry32 draws from seed %i", (seed, expected) => expect(draws(seed, 3)).toEqual(expected));

  it("stays in its ranges and repeats itself for every seed", () => {
    fc.assert(
      fc.property(fc.nat(0xffff_ffff), (seed) => {
        expect(draws(seed, 5)).toEqual(draws(seed, 5));
        const random = makeRandom(seed);
        expect(random.between(3, 5)).toSatisfy((value: number) => [3, 4, 5].includes(value));
        expect(random.below(1)).toBe(0);
        expect(Math.abs(random.normal())).toBeLessThanOrEqual(6);
        expect(["a", "b"]).toContain(random.pick(["a", "b"]));
      }),
    );
  });

  it("is uniform and normal enough: mean and spread of 20,000 draws", () => {
    const random = makeRandom(4);
    const normal = Array.from({ length: 20_000 }, () => random.normal());
    const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
    expect(mean(draws(4, 20_000))).toBeCloseTo(0.5, 1);
    expect(Math.abs(mean(normal))).toBeLessThan(0.03);
    expect(mean(normal.map((value) => value ** 2))).toBeCloseTo(1, 1);
  });

  it("never and always happens at the ends of chance(), and refuses to pick from nothing", () => {
    const random = makeRandom(2);
    expect(Array.from({ length: 50 }, () => random.chance(0))).not.toContain(true);
    expect(Array.from({ length: 50 }, () => random.chance(1))).not.toContain(false);
    expect(() => random.pick([])).toThrow(RangeError);
  });
});
