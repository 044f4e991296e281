import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareConversions, hasFewConversions } from "./compare-conversions.js";
import { newcombeInterval, relativeScoreInterval, type Conversions } from "./conversion-intervals.js";
import { fisherTest } from "./fisher.js";

const of = (successes: number, units: number): Conversions => ({ successes, units });
const arm = fc.integer({ min: 1, max: 60 }).chain((units) => fc.integer({ min: 0, max: units }).map((successes) => of(successes, units)));

/** SciPy 1.17.1 `fisher_exact`: two-sided, greater, less. */
const fisher: readonly (readonly [Conversions, Conversions, number, number, number])[] = [
  [of(1, 10), of(8, 10), 0.005477494641581329, 0.002738747320790664, 0.9999404620147654],
  [of(0, 10), of(3, 10), 0.21052631578947367, 0.10526315789473684, 1],
  [of(12, 200), of(25, 200), 0.03716882593275674, 0.01858441296637837, 0.9926319965131759],
  [of(5, 5), of(2, 5), 0.16666666666666666, 1, 0.08333333333333333],
  [of(3, 1000), of(12, 1000), 0.03449142539805221, 0.017245712699026104, 0.9964107840517443],
];

describe("fisherTest()", () => {
  it.each(fisher)("of %j and %j gives SciPy's p-values", (control, treatment, two, greater, less) => {
    expect(fisherTest(control, treatment).pValue).toBeCloseTo(two, 12);
    expect(fisherTest(control, treatment, "greater").pValue).toBeCloseTo(greater, 12);
    expect(fisherTest(control, treatment, "less").pValue).toBeCloseTo(less, 12);
  });

  it("splits the chance of what was seen over both sides by mid-p", () => {
    fc.assert(
      fc.property(arm, arm, (control, treatment) => {
        const more = fisherTest(control, treatment, "greater");
        const less = fisherTest(control, treatment, "less");
        expect(more.midPValue + less.midPValue).toBeCloseTo(1, 9);
        expect(more.midPValue).toBeLessThanOrEqual(more.pValue);
      }),
    );
  });

  it("does not care which arm is named first", () => {
    fc.assert(
      fc.property(arm, arm, (control, treatment) => {
        expect(fisherTest(control, treatment).midPValue).toBeCloseTo(fisherTest(treatment, control).midPValue, 9);
      }),
    );
  });

  it("is certain of nothing when nobody or everybody converts", () => {
    expect(fisherTest(of(0, 8), of(0, 9)).pValue).toBe(1);
    expect(fisherTest(of(8, 8), of(9, 9)).pValue).toBe(1);
  });
});

describe("newcombeInterval()", () => {
  it.each([
    [of(14, 28), of(16, 30), [-0.2110311284961098, 0.2724345142951782]],
    [of(1, 40), of(9, 40), [0.05457482422694293, 0.3514349578133479]],
  ])("of %j and %j gives statsmodels' confint_proportions_2indep(method='newcomb')", (control, treatment, expected) => {
    const found = newcombeInterval(control, treatment);
    expect(found[0]).toBeCloseTo(expected[0] as number, 12);
    expect(found[1]).toBeCloseTo(expected[1] as number, 12);
  });

  it("holds the difference, stays within −1 to 1 and turns round with the arms", () => {
    fc.assert(
      fc.property(arm, arm, (control, treatment) => {
        const [low, high] = newcombeInterval(control, treatment);
        const difference = treatment.successes / treatment.units - control.successes / control.units;
        expect(low).toBeLessThanOrEqual(difference + 1e-12);
        expect(high).toBeGreaterThanOrEqual(difference - 1e-12);
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(newcombeInterval(treatment, control)[1]).toBeCloseTo(-low, 12);
      }),
    );
  });
});

describe("relativeScoreInterval()", () => {
  it("lies near the score interval of statsmodels", () => {
    const { low, high } = relativeScoreInterval(of(40, 400), of(60, 400));
    expect(low).toBeCloseTo(0.0336, 1);
    expect(high).toBeCloseTo(1.1813, 1);
  });

  it("turns into its inverse when the arms are swapped", () => {
    fc.assert(
      fc.property(arm, arm, (control, treatment) => {
        fc.pre(control.successes > 0 && treatment.successes > 0);
        const { low } = relativeScoreInterval(control, treatment);
        const { high = NaN } = relativeScoreInterval(treatment, control);
        expect((1 + low) * (1 + high)).toBeCloseTo(1, 8);
      }),
    );
  });

  it("is open above where the control converted nobody, and never below −1", () => {
    expect(relativeScoreInterval(of(0, 20), of(5, 20)).high).toBeUndefined();
    expect(relativeScoreInterval(of(5, 20), of(0, 20)).low).toBe(-1);
    expect(relativeScoreInterval(of(0, 20), of(0, 20))).toEqual({ low: -1, high: undefined });
  });
});

describe("compareConversions()", () => {
  it("goes without approximation where few conversions are expected, and says so", () => {
    const few = compareConversions(of(1, 40), of(9, 40), { scale: "absolute" });
    expect(few).toMatchObject({ method: "exact", estimate: 0.2, standardError: undefined });
    expect([few.low, few.high]).toEqual([...newcombeInterval(of(1, 40), of(9, 40))]);
    expect(few.pValue).toBe(fisherTest(of(1, 40), of(9, 40)).midPValue);
    expect(compareConversions(of(100, 1000), of(130, 1000)).method).toBe("welch");
  });

  it("answers a control without conversions in points, not in percent", () => {
    expect(compareConversions(of(0, 50), of(6, 50), { scale: "absolute" })).toMatchObject({ estimate: 0.12, method: "exact" });
    const relative = compareConversions(of(0, 50), of(6, 50), { scale: "relative" });
    expect(relative).toMatchObject({ unanswered: "control-zero", estimate: undefined, high: undefined });
    expect(relative.pValue).toBeLessThan(0.05);
  });

  it("finds nothing when nobody converts, and has no answer without units", () => {
    expect(compareConversions(of(0, 50), of(0, 50), { scale: "absolute" })).toMatchObject({ estimate: 0, pValue: 1 });
    expect(compareConversions(of(0, 0), of(3, 50)).unanswered).toBe("too-few-units");
    expect(() => compareConversions(of(5, 3), of(3, 50))).toThrow(RangeError);
  });

  it("changes its way where ten conversions are expected in the smaller arm", () => {
    expect(hasFewConversions(of(9, 100), of(9, 100))).toBe(true);
    expect(hasFewConversions(of(10, 100), of(10, 100))).toBe(false);
    expect(hasFewConversions(of(95, 100), of(95, 100))).toBe(true);
  });
});
