import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, nearestName } from "./nearest-name.js";

describe("editDistance()", () => {
  it.each([
    ["kitten", "sitting", 3],
    ["", "abc", 3],
    ["金额", "金额(元)", 3],
    ["same", "same", 0],
  ])("between %s and %s is %i", (one, other, expected) => expect(editDistance(one, other)).toBe(expected));

  it("is symmetric and no larger than the longer text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
        expect(editDistance(one, other)).toBe(editDistance(other, one));
        expect(editDistance(one, other)).toBeLessThanOrEqual(Math.max(one.length, other.length));
      }),
    );
  });
});

describe("nearestName()", () => {
  it("takes the closest, whatever the case, and the first of equals", () => {
    expect(nearestName("CUSTMER", ["date", "customer", "custom"])).toBe("customer");
    expect(nearestName("x", ["a", "b"])).toBe("a");
    expect(nearestName("x", [])).toBeUndefined();
  });
});
