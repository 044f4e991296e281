import { describe, expect, it } from "vitest";
import { makeRandom } from "../../teaching/random.js";
import { proportionArm } from "./arm.js";
import { compareArms } from "./compare-arms.js";
import { compareSequentially, sequentialReach } from "./confidence-sequence.js";

const arms = [proportionArm(100, 1000), proportionArm(130, 1000)] as const;

describe("compareSequentially()", () => {
  it("is wider than a comparison that is made once, and says so by its method", () => {
    const once = compareArms(...arms);
    const always = compareSequentially(...arms);
    expect(always.method).toBe("confidence-sequence");
    expect(always.estimate).toBe(once.estimate);
    expect((always.high ?? NaN) - (always.low ?? NaN)).toBeGreaterThan(1.4 * ((once.high ?? NaN) - (once.low ?? NaN)));
    expect(always.pValue).toBeGreaterThan(once.pValue ?? NaN);
  });

  it.each(["two", "greater"] as const)("leaves out no effect exactly where its p-value is below the level (%s-sided)", (sides) => {
    for (let successes = 100; successes <= 220; successes += 4) {
      const { low = NaN, pValue = NaN } = compareSequentially(proportionArm(100, 1000), proportionArm(successes, 1000), { sides });
      expect(low > 0, String(successes)).toBe(pValue < 0.05);
    }
  });

  it("is tightest near the units that it is tuned for", () => {
    const at = (tuning: number) => sequentialReach(10_000, { tuning });
    expect(at(10_000)).toBeLessThan(at(1000));
    expect(at(10_000)).toBeLessThan(at(200_000));
  });

  it("raises a false alarm in no more than one of twenty tests without an effect, however often one looks", () => {
    const random = makeRandom(11);
    const alarms = Array.from({ length: 300 }, () => {
      const counts: [number, number] = [0, 0];
      for (let look = 1; look <= 60; look += 1) {
        for (let unit = 0; unit < 50; unit += 1)
          counts.forEach((count, arm) => (counts[arm as 0 | 1] = count + (random.chance(0.2) ? 1 : 0)));
        const { pValue = 1 } = compareSequentially(proportionArm(counts[0], 50 * look), proportionArm(counts[1], 50 * look), {
          tuning: 3000,
        });
        if (pValue < 0.05) return 1;
      }
      return 0;
    });
    expect(alarms.reduce<number>((sum, alarm) => sum + alarm, 0)).toBeLessThanOrEqual(15);
  });

  it("has no answer where a comparison has none", () => {
    expect(compareSequentially(proportionArm(0, 0), arms[1])).toMatchObject({ unanswered: "too-few-units", pValue: undefined });
  });
});
