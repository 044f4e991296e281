import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proportionArm } from "./arm.js";
import { meanAboveZero, posteriorOf, riskOf } from "./bayes.js";
import { betaPosterior } from "./beta-binomial.js";
import { compareArms } from "./compare-arms.js";

const [control, treatment] = [proportionArm(120, 1000), proportionArm(150, 1000)];

describe("posteriorOf()", () => {
  it("with a flat prior has one-sided p-values as chances, as far as t is normal", () => {
    const { chanceToWin = NaN } = posteriorOf(control, treatment) ?? {};
    expect(1 - chanceToWin).toBeCloseTo(compareArms(control, treatment, { sides: "greater" }).pValue ?? NaN, 3);
  });

  it("is drawn towards a narrow prior and ignores a wide one", () => {
    const flat = posteriorOf(control, treatment);
    expect(posteriorOf(control, treatment, { prior: { mean: 0, standardDeviation: 1e6 } })?.mean).toBeCloseTo(flat?.mean ?? NaN, 9);
    expect(posteriorOf(control, treatment, { prior: { mean: 0, standardDeviation: 1e-4 } })?.mean).toBeCloseTo(0, 4);
  });

  it("turns chances and risks round where less is better", () => {
    const more = posteriorOf(control, treatment);
    const less = posteriorOf(control, treatment, { better: "less" });
    expect(less?.chanceToWin).toBeCloseTo(1 - (more?.chanceToWin ?? NaN), 12);
    expect(less?.risk).toEqual({ keep: more?.risk.take, take: more?.risk.keep });
    expect(less?.interval).toEqual(more?.interval);
  });

  it("has no answer where the effect has none", () => {
    expect(posteriorOf(proportionArm(0, 0), treatment)).toBeUndefined();
    expect(posteriorOf(proportionArm(0, 10), treatment, { scale: "relative" })).toBeUndefined();
  });
});

describe("riskOf()", () => {
  it("loses by one choice what the other wins: the difference is the effect", () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: 0.01, max: 5, noNaN: true }), (mean, deviation) => {
        const { keep, take } = riskOf(mean, deviation);
        expect(keep - take).toBeCloseTo(mean, 10);
        expect(Math.min(keep, take)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("keeps its digits far out, where both terms cancel", () => {
    expect(meanAboveZero(-10, 1) / 7.474560254589238e-25).toBeCloseTo(1, 3);
    expect(meanAboveZero(3, 0)).toBe(3);
    expect(meanAboveZero(-3, 0)).toBe(0);
  });
});

describe("betaPosterior()", () => {
  /** Miller (2015): the chance that one of two beta variables with whole-number parameters is larger, as a sum. */
  function chanceBySum(a: { alpha: number; beta: number }, b: { alpha: number; beta: number }): number {
    const logFactorials = [0];
    for (let n = 1; n < 1000; n += 1) logFactorials.push((logFactorials[n - 1] as number) + Math.log(n));
    const logBeta = (x: number, y: number) =>
      (logFactorials[x - 1] as number) + (logFactorials[y - 1] as number) - (logFactorials[x + y - 1] as number);
    let total = 0;
    for (let i = 0; i < b.alpha; i += 1) {
      total += Math.exp(logBeta(a.alpha + i, a.beta + b.beta) - Math.log(b.beta + i) - logBeta(1 + i, b.beta) - logBeta(a.alpha, a.beta));
    }
    return total;
  }

  it.each([
    [49, 100, 51, 100],
    [0, 10, 3, 10],
    [2, 400, 9, 380],
    [30, 31, 29, 31],
  ])("gives the exact chance for %d of %d against %d of %d", (one, units, other, more) => {
    const found = betaPosterior({ successes: one, units }, { successes: other, units: more });
    expect(found.chanceToWin).toBeCloseTo(chanceBySum(found.control, found.treatment), 10);
  });

  it("agrees with the normal reading of many conversions", () => {
    const normal = posteriorOf(proportionArm(5000, 50_000), proportionArm(5200, 50_000));
    const exact = betaPosterior({ successes: 5000, units: 50_000 }, { successes: 5200, units: 50_000 });
    expect(exact.chanceToWin).toBeCloseTo(normal?.chanceToWin ?? NaN, 2);
    expect(exact.interval[0]).toBeCloseTo(normal?.interval[0] ?? NaN, 2);
    expect(exact.interval[1]).toBeCloseTo(normal?.interval[1] ?? NaN, 2);
  });

  it("loses by one choice what the other wins, and turns round where fewer are better", () => {
    const more = betaPosterior({ successes: 49, units: 100 }, { successes: 56, units: 100 });
    expect(more.risk.keep - more.risk.take).toBeCloseTo(57 / 102 - 50 / 102, 10);
    const fewer = betaPosterior({ successes: 49, units: 100 }, { successes: 56, units: 100 }, { better: "less" });
    expect(fewer.risk).toEqual({ keep: more.risk.take, take: more.risk.keep });
    expect(fewer.chanceToWin).toBeCloseTo(1 - more.chanceToWin, 12);
  });

  it("takes nobody and everybody", () => {
    const found = betaPosterior({ successes: 0, units: 0 }, { successes: 0, units: 0 }, { scale: "absolute" });
    expect(found.chanceToWin).toBeCloseTo(0.5, 10);
    expect(found.interval[0]).toBeCloseTo(-found.interval[1], 6);
    expect(betaPosterior({ successes: 20, units: 20 }, { successes: 20, units: 20 }).chanceToWin).toBeCloseTo(0.5, 8);
  });
});
