import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeRandom } from "../../../teaching/random.js";
import { normalQuantile } from "../../normal-quantile.js";
import { errorOver, peekingError, spendingBounds } from "./bounds.js";
import { equalFractions, exits } from "./looks.js";

const fractions = fc
  .uniqueArray(fc.integer({ min: 5, max: 99 }), { minLength: 1, maxLength: 6 })
  .map((percents) => [...percents.sort((one, other) => one - other).map((percent) => percent / 100), 1]);

describe("spendingBounds()", () => {
  it("spends the whole error, whenever the looks are", () => {
    fc.assert(
      fc.property(fractions, fc.constantFrom("obrien-fleming", "pocock"), fc.constantFrom(1, 2), (looks, spending, sides) => {
        const bounds = spendingBounds(looks, { spending, sides });
        expect(errorOver(looks, bounds, sides)).toBeCloseTo(0.05, 5);
      }),
      { numRuns: 25 },
    );
  });

  it("asks for the most at first and for little more than one look at the end", () => {
    const bounds = spendingBounds([0.1, 0.5, 0.9, 1]);
    expect(bounds).toEqual(bounds.toSorted((one, other) => other - one));
    expect(bounds.at(-1)).toBeGreaterThan(1.96);
    expect(bounds.at(-1)).toBeLessThan(2.1);
  });

  it("is the test of one look where there is one", () => {
    expect(spendingBounds([1])[0]).toBeCloseTo(normalQuantile(0.975), 8);
    expect(spendingBounds([1], { sides: 1, alpha: 0.1 })[0]).toBeCloseTo(normalQuantile(0.9), 8);
  });

  it("lets nothing cross where next to nothing may be spent", () => {
    expect(spendingBounds([0.001, 1])[0]).toBeGreaterThan(30);
  });

  it.each([[[]], [[0.5, 0.5]], [[0.7, 0.3]], [[0]], [[0.5, 1.2]], [[Number.NaN]]])("refuses the fractions %j", (looks) => {
    expect(() => spendingBounds(looks)).toThrow(RangeError);
  });
});

describe("exits()", () => {
  it("finds as many crossings as a simulation, with an effect", () => {
    const looks = [0.3, 0.6, 1];
    const bounds = spendingBounds(looks, { spending: "pocock" });
    const random = makeRandom(9);
    const crossed = [0, 0, 0];
    const draws = 20_000;
    for (let draw = 0; draw < draws; draw += 1) {
      let [score, before] = [0, 0];
      const look = looks.findIndex((information, index) => {
        score += 2.5 * (information - before) + Math.sqrt(information - before) * random.normal();
        before = information;
        return score / Math.sqrt(information) > (bounds[index] as number);
      });
      if (look >= 0) crossed[look] = (crossed[look] as number) + 1;
    }
    const { above } = exits(
      looks,
      bounds.map((high) => ({ low: -high, high })),
      2.5,
    );
    above.forEach((chance, index) => expect((crossed[index] as number) / draws).toBeCloseTo(chance, 1.7));
  });
});

describe("peekingError()", () => {
  it("grows with the looks and is the level for one", () => {
    const errors = [1, 2, 4, 8, 16].map((looks) => peekingError(looks, 0.01));
    expect(errors[0]).toBeCloseTo(0.01, 10);
    expect(errors).toEqual(errors.toSorted((one, other) => one - other));
  });

  it("is smaller one-sided at half the level, since the statistic may cross either bound", () => {
    expect(peekingError(5, 0.025, 1)).toBeLessThan(peekingError(5, 0.05));
    expect(peekingError(5, 0.025, 1)).toBeGreaterThan(peekingError(5, 0.05) / 2 - 1e-3);
  });

  it("takes twenty looks within 20 milliseconds", () => {
    spendingBounds(equalFractions(20));
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now();
      spendingBounds(equalFractions(20));
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(20);
  });
});
