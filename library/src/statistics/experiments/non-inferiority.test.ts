import { describe, expect, it } from "vitest";
import { proportionArm } from "./arm.js";
import { compareArms } from "./compare-arms.js";
import { effectOf } from "./effect.js";
import { nonInferiority } from "./non-inferiority.js";

const effect = (control: number, treatment: number, units = 10_000) =>
  effectOf(proportionArm(control, units), proportionArm(treatment, units));

describe("nonInferiority()", () => {
  it.each([
    ["safe", 2000, 2000, "more"],
    ["unclear", 2000, 1950, "more"],
    ["harmed", 2000, 1700, "more"],
    ["safe", 2000, 1700, "less"],
    ["harmed", 2000, 2300, "less"],
  ] as const)("is %s for %d and %d conversions when %s is better", (verdict, control, treatment, better) => {
    expect(nonInferiority(effect(control, treatment), { margin: 0.05, better }).verdict).toBe(verdict);
  });

  it("is safe exactly where its p-value is below the level", () => {
    for (let treatment = 1800; treatment <= 2100; treatment += 10) {
      const { verdict, pValue } = nonInferiority(effect(2000, treatment), { margin: 0.05 });
      expect(verdict === "safe", String(treatment)).toBe((pValue ?? NaN) < 0.05);
    }
  });

  it("has the lower bound of the one-sided comparison as its worst case", () => {
    const arms = [proportionArm(2000, 10_000), proportionArm(1990, 10_000)] as const;
    const { low } = compareArms(...arms, { sides: "greater" });
    expect(nonInferiority(effectOf(...arms), { margin: 0.05 }).worst).toBeCloseTo(low ?? NaN, 10);
  });

  it("takes the margin in points on the absolute scale", () => {
    expect(nonInferiority(effect(2000, 1950), { margin: 0.02, scale: "absolute" }).verdict).toBe("safe");
    expect(nonInferiority(effect(2000, 1950), { margin: 0.01, scale: "absolute" }).verdict).toBe("unclear");
  });

  it("cannot tell without units, and refuses a margin of zero", () => {
    expect(nonInferiority(effect(0, 0, 0), { margin: 0.05 })).toMatchObject({
      verdict: "unclear",
      unanswered: "too-few-units",
      pValue: undefined,
    });
    expect(() => nonInferiority(effect(1, 1), { margin: 0 })).toThrow(RangeError);
  });
});
