import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumsOf } from "../../testing/unit-samples.js";
import { meanArm, proportionArm, ratioArm } from "./arm.js";
import { conclusion, decidedByOneUnit, withoutUnit } from "./one-unit.js";

const values = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 3, maxLength: 30 });

describe("withoutUnit()", () => {
  it("is the arm of the other units", () => {
    fc.assert(
      fc.property(values, (list) => {
        const rows = list.map((value, index) => [value, 1 + (index % 3)]);
        const left = withoutUnit(ratioArm(sumsOf(rows)), rows[0] as number[]);
        const rest = ratioArm(sumsOf(rows.slice(1)));
        expect(left?.units).toBe(rest.units);
        rest.means.forEach((mean, column) => expect(left?.means[column]).toBeCloseTo(mean, 8));
        rest.covariance.flat().forEach((own, index) => expect(left?.covariance.flat()[index]).toBeCloseTo(own, 6));
      }),
    );
  });

  it("counts a conversion less", () => {
    expect(withoutUnit(proportionArm(5, 11), [1])?.means[0]).toBeCloseTo(0.4, 12);
    expect(withoutUnit(proportionArm(1, 2), [1])).toBeUndefined();
  });
});

describe("decidedByOneUnit()", () => {
  const plain = Array.from({ length: 40 }, (_, index) => [10 + (index % 5)]);
  const control = meanArm(sumsOf(plain));

  it("finds the whale that makes the result", () => {
    const spenders = plain.map(([value = 0]) => [value + 1.1]);
    const whale = [400];
    const found = decidedByOneUnit(
      { control, treatment: meanArm(sumsOf([...spenders, whale])) },
      { treatment: whale },
      { scale: "absolute" },
    );
    expect(found).toMatchObject([{ arm: "treatment", decides: true }]);
    expect(conclusion(found[0]?.without ?? { low: undefined, high: undefined, estimate: undefined })).toBe("more");
  });

  it("says no where any unit could go", () => {
    const treatment = meanArm(sumsOf(plain.map(([value = 0]) => [value + 3])));
    const found = decidedByOneUnit({ control, treatment }, { control: [14], treatment: [17] }, { scale: "absolute" });
    expect(found.map(({ arm, decides }) => [arm, decides])).toEqual([
      ["control", false],
      ["treatment", false],
    ]);
  });

  it("says nothing where no unit is named or too few would be left", () => {
    expect(decidedByOneUnit({ control, treatment: control }, {})).toEqual([]);
    expect(decidedByOneUnit({ control: meanArm(sumsOf([[1], [2]])), treatment: control }, { control: [2] })).toEqual([]);
  });
});
