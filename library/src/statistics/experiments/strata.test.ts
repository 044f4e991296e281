import { describe, expect, it } from "vitest";
import { makeRandom } from "../../teaching/random.js";
import { sumsOf, unitSamples } from "../../testing/unit-samples.js";
import { meanArm, proportionArm, ratioArm } from "./arm.js";
import { compareEffect } from "./compare-arms.js";
import { effectOf } from "./effect.js";
import { stratifiedEffect, type Stratum } from "./strata.js";

const pair = (control: readonly [number, number], treatment: readonly [number, number]): Stratum => ({
  control: proportionArm(...control),
  treatment: proportionArm(...treatment),
});

describe("stratifiedEffect()", () => {
  it("weighs the strata by their share of both arms", () => {
    const strata = [pair([10, 100], [30, 200]), pair([80, 100], [45, 50])];
    const { effect } = stratifiedEffect(strata) ?? {};
    const [large, small] = [300 / 450, 150 / 450];
    expect(effect?.difference).toBeCloseTo(large * (0.15 - 0.1) + small * (0.9 - 0.8), 12);
    expect(effect?.base).toBeCloseTo(large * 0.1 + small * 0.8, 12);
  });

  it("is the plain comparison where there is one stratum", () => {
    const one = pair([10, 100], [30, 200]);
    const { effect } = stratifiedEffect([one]) ?? {};
    const plain = effectOf(one.control, one.treatment);
    expect(effect?.difference).toBeCloseTo(plain.difference, 14);
    expect(effect?.variance).toBeCloseTo(plain.variance, 14);
  });

  it("takes ratios apart into their sums: the ratio of the whole, not the mean of the ratios", () => {
    const ratio = (rows: readonly (readonly number[])[]) => ratioArm(sumsOf(rows));
    const stratum = (scale: number): Stratum => ({
      control: ratio([
        [scale, 1],
        [2 * scale, 2],
        [scale, 2],
      ]),
      treatment: ratio([
        [2 * scale, 1],
        [2 * scale, 2],
        [scale, 1],
      ]),
    });
    const { effect } = stratifiedEffect([stratum(1), stratum(10)]) ?? {};
    expect(effect?.base).toBeCloseTo((4 + 40) / (5 + 5), 12);
    expect(effect?.treatment.value).toBeCloseTo((5 + 50) / (4 + 4), 12);
  });

  it("leaves out strata that lack an arm, and counts their units", () => {
    const found = stratifiedEffect([pair([10, 100], [30, 200]), pair([0, 0], [45, 50])]);
    expect(found?.unitsLeftOut).toBe(50);
    expect(stratifiedEffect([pair([0, 0], [45, 50])])).toBeUndefined();
    expect(stratifiedEffect([])).toBeUndefined();
  });

  const runs = (draws: number) => {
    const random = makeRandom(4);
    return Array.from({ length: draws }, () => {
      const groups: number[][][] = [[], [], [], []];
      for (let unit = 0; unit < 400; unit += 1) {
        const stratum = random.chance(0.3) ? 1 : 0;
        const isTreated = random.chance(0.5);
        const before = 5 + 4 * stratum + random.normal();
        const value = before + random.normal() + (isTreated ? 0.5 + 0.6 * stratum : 0);
        (groups[2 * stratum + (isTreated ? 1 : 0)] as number[][]).push([value, before]);
      }
      const strata = [0, 1].map((stratum): Stratum => ({
        control: meanArm(sumsOf(groups[2 * stratum] as number[][])),
        treatment: meanArm(sumsOf(groups[2 * stratum + 1] as number[][])),
      }));
      return strata;
    });
  };

  it.each([
    ["none", "absolute", 0.68],
    ["cuped", "absolute", 0.68],
    ["none", "relative", 0.68 / 6.2],
    ["cuped", "relative", 0.68 / 6.2],
  ] as const)("holds the truth in nineteen of twenty intervals (adjustment %s, %s)", (adjustment, scale, truth) => {
    const held = runs(400).filter((strata) => {
      const { effect } = stratifiedEffect(strata, adjustment) as { effect: ReturnType<typeof effectOf> };
      const { low = NaN, high = NaN } = compareEffect(effect, { scale });
      return low <= truth && truth <= high;
    }).length;
    expect(held / 400).toBeGreaterThan(0.92);
    expect(held / 400).toBeLessThan(0.98);
  });

  it("narrows the interval where strata differ in level", () => {
    const rows = (stratum: number, units: number, seed: number) => unitSamples(seed, units, (random) => [10 * stratum + random.normal()]);
    const [a, b, c, d] = [rows(0, 50, 1), rows(0, 60, 2), rows(1, 60, 3), rows(1, 50, 4)];
    const strata = [
      { control: meanArm(sumsOf(a)), treatment: meanArm(sumsOf(b)) },
      { control: meanArm(sumsOf(c)), treatment: meanArm(sumsOf(d)) },
    ];
    const plain = effectOf(meanArm(sumsOf([...a, ...c])), meanArm(sumsOf([...b, ...d])));
    expect(stratifiedEffect(strata)?.effect.variance).toBeLessThan(plain.variance / 10);
  });
});
