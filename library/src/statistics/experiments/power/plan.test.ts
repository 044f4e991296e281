import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeRandom } from "../../../teaching/random.js";
import { proportionArm } from "../arm.js";
import { compareArms } from "../compare-arms.js";
import { noncentralUpper } from "./noncentral-t.js";
import { effectFor, powerOf, unitsFor, type Plan } from "./plan.js";
import { converting, measured, quantileFactor, ratioOfSums } from "./populations.js";

const plan: Plan = {
  population: converting(0.1),
  design: { kind: "fixed" },
  method: "welch",
  scale: "absolute",
  alpha: 0.05,
  sides: 2,
  controlShare: 0.5,
  varianceReduction: 0,
  usesStudent: false,
};

describe("noncentralUpper()", () => {
  it.each([
    [2.1, 18, 1.5, 0.29505137868495485],
    [1.98, 126, 2.828, 0.8010542180615929],
    [2.3, 8, -1, 0.0021900539644754587],
    [12.7, 1, 3, 0.18619678199239592],
  ])("above %d with %d degrees and drift %d is SciPy's nct.sf", (bound, degrees, drift, expected) => {
    expect(noncentralUpper(bound, degrees, drift)).toBeCloseTo(expected, 6);
  });
});

describe("powerOf()", () => {
  it("gives statsmodels' TTestIndPower", () => {
    const student = { ...plan, population: measured(0, 1), usesStudent: true };
    expect(powerOf(student, 0.3, 40)).toBeCloseTo(0.152268280463446, 8);
    expect(powerOf({ ...student, alpha: 0.01 }, 0.5, 20)).toBeCloseTo(0.05992192201824209, 8);
  });

  it.each([
    ["absolute", 0.05, 300],
    ["absolute", -0.04, 300],
    ["relative", 0.02, 3000],
  ] as const)("is the share of simulated comparisons that find the effect (%s, %d, %d users an arm)", (scale, effect, users) => {
    const random = makeRandom(21);
    const count = (rate: number) => Array.from({ length: users }, () => random.chance(rate)).filter(Boolean).length;
    const draws = 1000;
    const found = Array.from({ length: draws }, () => {
      const { pValue = 1 } = compareArms(proportionArm(count(0.2), users), proportionArm(count(0.2 + effect), users), { scale });
      return pValue < 0.05;
    }).filter(Boolean).length;
    expect(found / draws).toBeCloseTo(powerOf({ ...plan, scale, population: converting(0.2) }, effect, 2 * users), 1.2);
  });

  it("grows with users, effect and variance reduction, and shrinks with more looks", () => {
    const at = (changes: Partial<Plan>, effect = 0.01, units = 20_000) => powerOf({ ...plan, ...changes }, effect, units);
    expect(at({}, 0.01, 40_000)).toBeGreaterThan(at({}));
    expect(at({}, 0.02)).toBeGreaterThan(at({}));
    expect(at({ varianceReduction: 0.4 })).toBeGreaterThan(at({}));
    expect(at({ controlShare: 0.8 })).toBeLessThan(at({}));
    const groups = at({ design: { kind: "group-sequential", looks: 5, spending: "obrien-fleming" } });
    const evenly = at({ design: { kind: "group-sequential", looks: 5, spending: "pocock" } });
    const always = at({ design: { kind: "sequential", looks: 12, tuning: 5000 } });
    expect([at({}), groups, evenly, always]).toEqual([at({}), groups, evenly, always].toSorted((one, other) => other - one));
  });

  it("is the level where there is no effect", () => {
    expect(powerOf(plan, 0, 1000)).toBeCloseTo(0.05, 10);
    expect(powerOf({ ...plan, design: { kind: "group-sequential", looks: 4, spending: "pocock" } }, 0, 1000)).toBeCloseTo(0.05, 5);
    const nothingLost = { ...plan, sides: 1 as const, nonInferiority: { margin: 0.01, better: 1 as const } };
    expect(powerOf(nothingLost, -0.01, 1000)).toBeCloseTo(0.05, 10);
  });
});

const designs = [
  { kind: "fixed" },
  { kind: "group-sequential", looks: 3, spending: "obrien-fleming" },
  { kind: "sequential", looks: 4, tuning: 5000 },
] as const;

describe.each(designs)("unitsFor() and effectFor() of a $kind test", (design) => {
  it("undo powerOf()", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.6, noNaN: true }),
        fc.double({ min: 0.05, max: 0.5, noNaN: true }),
        fc.double({ min: 0.3, max: 0.98, noNaN: true }),
        (rate, lift, power) => {
          const one = { ...plan, design, population: converting(rate) };
          const units = unitsFor(one, rate * lift, power) ?? NaN;
          expect(powerOf(one, rate * lift, units)).toBeCloseTo(power, 4);
          expect(effectFor(one, units, { power, towards: 1, largest: 1 - rate })).toBeCloseTo(rate * lift, 4);
        },
      ),
      { numRuns: design.kind === "fixed" ? 100 : 12 },
    );
  });
});

describe("unitsFor()", () => {
  it("has no answer where the expected loss lies beyond the margin", () => {
    expect(unitsFor({ ...plan, sides: 1, nonInferiority: { margin: 0.01, better: 1 } }, -0.02, 0.8)).toBeUndefined();
    expect(unitsFor(plan, 1e-12, 0.8)).toBeUndefined();
  });
});

describe("effectFor()", () => {
  it("has no answer where even the largest effect is not found", () => {
    expect(effectFor(plan, 6, { power: 0.999, towards: 1, largest: 0.1 })).toBeUndefined();
  });
});

describe("populations", () => {
  it("spread a ratio as its tangent does, and not at all where the sums go together", () => {
    const moments = { ratio: 2, numeratorDeviation: 4, denominatorMean: 5, denominatorDeviation: 2 };
    expect(ratioOfSums({ ...moments, correlation: 1 }).varianceAt(2)).toBeCloseTo(0, 12);
    expect(ratioOfSums({ ...moments, correlation: 0 }).varianceAt(2)).toBeCloseTo((16 + 16) / 25, 12);
  });

  it("spread a median by √(π/2) more than a mean", () => expect(quantileFactor(0.5)).toBeCloseTo(Math.sqrt(Math.PI / 2), 12));
});
