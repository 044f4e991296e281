import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kaplanMeier, stepAt } from "./kaplan-meier.js";
import { restrictedMean } from "./restricted-mean.js";
import { survivalQuantile } from "./survival-quantile.js";
import { countTimes, pooled, timeCounts } from "./time-counts.js";

/** Remission of leukaemia in weeks under 6-MP, + for censored; Freireich et al. (1963), the example of every text book. */
const weeks = [6, 6, 6, 7, 10, 13, 16, 22, 23, 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
const relapsed = weeks.map((_, index) => (index < 9 ? 1 : 0));
const leukaemia = countTimes(weeks, relapsed);

const units = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 1 })), { minLength: 1, maxLength: 60 });
const counted = (list: readonly (readonly [number, number])[]) =>
  countTimes(
    list.map(([time]) => time),
    list.map(([, event]) => event),
  );

describe("kaplanMeier()", () => {
  it.each([
    [6, 0.857, 0.0764],
    [7, 0.807, 0.0869],
    [10, 0.753, 0.0963],
    [13, 0.69, 0.1068],
    [16, 0.627, 0.1141],
    [22, 0.538, 0.1282],
    [23, 0.448, 0.1346],
  ])("gives at %d weeks the survival and error of R's survfit", (time, survival, error) => {
    const curve = kaplanMeier(leukaemia);
    const index = stepAt(curve, time);
    expect(curve.survival[index]).toBeCloseTo(survival, 3);
    expect(curve.standardError[index]).toBeCloseTo(error, 4);
  });

  it("bands on the log scale as R does by default", () => {
    const curve = kaplanMeier(leukaemia);
    const index = stepAt(curve, 23);
    expect([curve.low[index], curve.high[index]]).toEqual([expect.closeTo(0.249, 3), expect.closeTo(0.807, 3)]);
    expect(curve.high[0]).toBe(1);
  });

  it("bands on the log-log scale within 0 and 1, and wider confidence wider", () => {
    fc.assert(
      fc.property(units, fc.constantFrom("log", "log-log", "plain" as const), (list, band) => {
        const [narrow, wide] = [kaplanMeier(counted(list), { band }), kaplanMeier(counted(list), { band, confidence: 0.99 })];
        narrow.survival.forEach((survival, index) => {
          const [low, high] = [narrow.low[index] as number, narrow.high[index] as number];
          if (survival === 0) return expect(low).toBeNaN();
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(survival);
          expect(high).toBeGreaterThanOrEqual(survival);
          expect(high).toBeLessThanOrEqual(1);
          expect(wide.low[index]).toBeLessThanOrEqual(low);
        });
      }),
      { seed: 3 },
    );
  });

  it("falls, does not depend on the order of the units, and is the plain share without censoring", () => {
    fc.assert(
      fc.property(units, (list) => {
        const curve = kaplanMeier(counted(list));
        expect(kaplanMeier(counted(list.toReversed())).survival).toEqual(curve.survival);
        curve.survival.forEach((value, index) => expect(value).toBeLessThanOrEqual(curve.survival[index - 1] ?? 1));
        const complete = kaplanMeier(counted(list.map(([time]) => [time, 1] as const)));
        complete.times.forEach((time, index) => {
          expect(complete.survival[index]).toBeCloseTo(list.filter(([other]) => other > time).length / list.length, 10);
        });
      }),
      { seed: 4 },
    );
  });

  it("counts at equal times events before censoring", () => {
    const { atRisk, survival } = kaplanMeier(countTimes([5, 5], [1, 0]));
    expect([...atRisk]).toEqual([2]);
    expect([...survival]).toEqual([0.5]);
  });

  it("stays at 1 when nobody had the event, and is empty without units", () => {
    expect([...kaplanMeier(countTimes([3, 9], [0, 0])).survival]).toEqual([1, 1]);
    expect(kaplanMeier(countTimes([], [])).times).toHaveLength(0);
  });
});

describe("countTimes(), timeCounts() and pooled()", () => {
  it("give the same counts from units, from sums and from groups", () => {
    fc.assert(
      fc.property(units, units, (one, other) => {
        const all = counted([...one, ...other]);
        expect(pooled([counted(one), counted(other)])).toEqual(all);
        const rows = [...all.times].map((time, index) => ({ time, events: all.events[index] ?? 0, censored: all.censored[index] ?? 0 }));
        expect(timeCounts(rows)).toEqual(all);
        expect(all.atRisk[0]).toBe(all.units);
      }),
      { seed: 5 },
    );
  });
});

describe("survivalQuantile()", () => {
  it("gives the median of R's survfit with an open end", () => {
    expect(survivalQuantile(kaplanMeier(leukaemia))).toEqual({ value: 23, low: 16 });
  });

  it("takes the middle where the curve stays at the share, as R does", () => {
    expect(survivalQuantile(kaplanMeier(countTimes([1, 2, 3, 4], [1, 1, 1, 1]))).value).toBe(2.5);
    expect(survivalQuantile(kaplanMeier(countTimes([1, 2, 3, 4], [1, 1, 0, 0]))).value).toBe(2);
  });

  it("has no value when the curve stays above", () => {
    expect(survivalQuantile(kaplanMeier(countTimes([1, 2, 3], [0, 1, 0])), 0.9)).not.toHaveProperty("value");
  });

  it("gives other shares: a quarter with the event", () => {
    expect(survivalQuantile(kaplanMeier(leukaemia), 0.25).value).toBe(13);
  });
});

describe("restrictedMean()", () => {
  it("gives R's print(survfit, rmean = 35): 23.3, error 2.83", () => {
    const mean = restrictedMean(kaplanMeier(leukaemia), 35);
    expect(mean.value).toBeCloseTo(23.29, 2);
    expect(mean.standardError).toBeCloseTo(2.83, 2);
  });

  it("is the mean of min(time, until) without censoring", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 50 }),
        fc.integer({ min: 0, max: 40 }),
        (list, until) => {
          const curve = kaplanMeier(
            countTimes(
              list,
              list.map(() => 1),
            ),
          );
          const mean = list.reduce((sum, time) => sum + Math.min(time, until), 0) / list.length;
          expect(restrictedMean(curve, until).value).toBeCloseTo(mean, 9);
        },
      ),
      { seed: 6 },
    );
  });

  it("is everything up to the first event, and nothing up to zero", () => {
    const curve = kaplanMeier(leukaemia);
    expect(restrictedMean(curve, 5)).toMatchObject({ value: 5, standardError: 0, interval: [5, 5] });
    expect(restrictedMean(curve, 0).value).toBe(0);
  });
});
