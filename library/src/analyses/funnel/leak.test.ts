import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { biggestLeak } from "./leak.js";
import { shareOf } from "./share.js";
import type { ConversionValue, StepValues } from "./values.js";

/** Steps of a funnel by their counts, all required. */
const stepsOf = (counts: readonly number[]): StepValues[] =>
  counts.map((count, index): StepValues => {
    const before = counts[index - 1];
    const lost = before === undefined ? 0 : before - count;
    const share = before === undefined ? undefined : shareOf(lost, before);
    return { index: index + 1, name: `s${index + 1}`, isOptional: false, count, lost, ...(share && { lostShare: share }) };
  });

const leakOf = (counts: readonly number[], days = 30.4375, value?: ConversionValue) => biggestLeak({ steps: stepsOf(counts), days, value });

const worth: ConversionValue = { column: "amount", sum: 5000, n: 100, mean: 50, meanInterval: [45, 55], perEntrant: 5 };

describe("biggestLeak()", () => {
  it("names the step with the largest share lost, and how far the next one is", () => {
    const leak = leakOf([1000, 400, 300, 100]);
    expect(leak).toMatchObject({ step: 4, name: "s4", from: 3, fromName: "s3", entered: 300, lost: 200, next: { step: 2, isClear: true } });
    expect(leak?.next?.difference).toBeCloseTo(2 / 3 - 0.6, 12);
    expect(leakOf([40, 20, 11])?.next?.isClear).toBe(false);
  });

  it("says what closing half, all, and the difference to the next would bring", () => {
    const closing = leakOf([1000, 400, 300, 100])?.closing;
    expect(closing?.all).toMatchObject({ conversions: 200, conversionsPerMonth: 200 });
    expect(closing?.half.conversions).toBe(100);
    expect(closing?.toNext?.conversions).toBeCloseTo(20, 9);
    expect(leakOf([1000, 200, 100])?.closing.all.conversions).toBe(400);
  });

  it("gives value where conversions have one, and months where entries cover a week", () => {
    const gain = leakOf([1000, 200, 100], 15.21875, worth)?.closing.half;
    expect(gain).toMatchObject({ conversions: 200, conversionsPerMonth: 400, value: 10_000, valuePerMonth: 20_000 });
    const [low = 0, high = 0] = gain?.valuePerMonthInterval ?? [];
    expect(low).toBeLessThan(20_000 * 0.9);
    expect(high).toBeGreaterThan(20_000 * 1.1);
    expect(leakOf([1000, 200, 100], 6, worth)?.closing.half).not.toHaveProperty("valuePerMonth");
  });

  it("finds none where nobody is lost or there is nothing to lose", () => {
    expect(leakOf([100])).toBeUndefined();
    expect(leakOf([100, 100, 100])).toBeUndefined();
    expect(leakOf([0, 0])).toBeUndefined();
  });

  it("promises nothing where nobody goes on, but says how much it may be", () => {
    const gain = leakOf([100, 0])?.closing.all;
    expect(gain?.conversions).toBe(0);
    expect(gain?.conversionsInterval[0]).toBe(0);
    expect(gain?.conversionsInterval[1]).toBeGreaterThan(90);
  });

  it("has intervals that hold what they are of, and more of a leak never brings less", () => {
    const falling = fc
      .array(fc.integer({ min: 0, max: 500 }), { minLength: 2, maxLength: 6 })
      .map((list) => list.toSorted((one, other) => other - one));
    fc.assert(
      fc.property(falling, (counts) => {
        const leak = leakOf(counts, 30, worth);
        if (!leak) return;
        for (const gain of Object.values(leak.closing)) {
          expect(gain.conversionsInterval[0]).toBeLessThanOrEqual(gain.conversions * (1 + 1e-9));
          expect(gain.conversionsInterval[1]).toBeGreaterThanOrEqual(gain.conversions * (1 - 1e-9));
          expect(Object.values(gain).flat().every(Number.isFinite)).toBe(true);
        }
        expect(leak.closing.all.conversions).toBeGreaterThanOrEqual(leak.closing.half.conversions);
      }),
      { seed: 5 },
    );
  });
});
