import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logRank, stratifiedLogRank } from "./log-rank.js";
import { countTimes } from "./time-counts.js";

/** Remission of leukaemia under 6-MP and placebo; Freireich et al. (1963). */
const treated = countTimes(
  [6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35],
  Array.from({ length: 21 }, (_, index) => (index < 9 ? 1 : 0)),
);
const placebo = countTimes(
  [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23],
  Array.from({ length: 21 }, () => 1),
);

const group = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 1 })), { minLength: 3, maxLength: 40 })
  .map((list) =>
    countTimes(
      list.map(([time]) => time),
      list.map(([, event]) => event),
    ),
  );

describe("logRank()", () => {
  it("gives R's survdiff: observed 9 and 21, expected 19.25 and 10.75, chi-square 16.79", () => {
    const found = logRank([treated, placebo]);
    expect(found.observed).toEqual([9, 21]);
    expect(found.expected).toEqual([expect.closeTo(19.25, 2), expect.closeTo(10.75, 2)]);
    expect(found.chiSquare).toBeCloseTo(16.79, 2);
    expect(found.degreesOfFreedom).toBe(1);
    expect(found.pValue).toBeCloseTo(4.17e-5, 6);
  });

  it("weighs early times more by Wilcoxon (13.46) and Fleming–Harrington (14.5 with rho 1), as published", () => {
    expect(logRank([treated, placebo], "wilcoxon").chiSquare).toBeCloseTo(13.46, 2);
    expect(logRank([treated, placebo], { rho: 1, gamma: 0 }).chiSquare).toBeCloseTo(14.46, 1);
    expect(logRank([treated, placebo], { rho: 0, gamma: 0 })).toEqual(logRank([treated, placebo]));
  });

  it("does not depend on which group comes first, and expects as many events as there are", () => {
    fc.assert(
      fc.property(group, group, group, (one, other, third) => {
        const [found, turned] = [logRank([one, other, third]), logRank([third, one, other])];
        expect(turned.chiSquare).toBeCloseTo(found.chiSquare, 8);
        expect(turned.degreesOfFreedom).toBe(found.degreesOfFreedom);
        const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0);
        expect(sum(found.expected)).toBeCloseTo(sum(found.observed), 8);
        expect(found.pValue === undefined || (found.pValue >= 0 && found.pValue <= 1)).toBe(true);
      }),
      { seed: 7 },
    );
  });

  it("is zero for a group beside its copy, and doubles when every unit is there twice", () => {
    expect(logRank([treated, treated]).chiSquare).toBeCloseTo(0, 12);
    const twice = stratifiedLogRank([
      [treated, placebo],
      [treated, placebo],
    ]);
    expect(twice.chiSquare).toBeCloseTo(2 * logRank([treated, placebo]).chiSquare, 8);
  });

  it("compares within strata only: what differs between them alone does not count", () => {
    const [slow, quick] = [treated, placebo];
    expect(
      stratifiedLogRank([
        [slow, slow],
        [quick, quick],
      ]).chiSquare,
    ).toBeCloseTo(0, 10);
  });

  it("has no p-value when nothing can be compared", () => {
    const censored = countTimes([3, 4], [0, 0]);
    expect(logRank([censored, censored])).toMatchObject({ chiSquare: 0, degreesOfFreedom: 0 });
    expect(logRank([censored, censored])).not.toHaveProperty("pValue");
    expect(logRank([treated])).toMatchObject({ degreesOfFreedom: 0 });
    expect(logRank([]).observed).toEqual([]);
  });

  it("leaves a group out of the degrees of freedom that was gone before the first event", () => {
    const early = countTimes([0.5, 0.5], [0, 0]);
    expect(logRank([treated, placebo, early])).toMatchObject({ degreesOfFreedom: 1, chiSquare: expect.closeTo(16.79, 2) });
  });
});
