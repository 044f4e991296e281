import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sortNumbers } from "./sort-numbers.js";

const whole = fc.array(fc.integer({ min: -20, max: 40 }), { maxLength: 60 });
const wide = fc.array(fc.integer(), { maxLength: 20 });
const fractions = fc.array(fc.double({ noNaN: true }), { maxLength: 30 });

describe("sortNumbers()", () => {
  it("sorts as the engine does, whichever way it takes, and leaves its argument alone", () => {
    fc.assert(
      fc.property(fc.oneof(whole, wide, fractions), (list) => {
        const values = Float64Array.from(list);
        expect(sortNumbers(values)).toEqual(values.toSorted());
        expect([...values]).toEqual(list);
      }),
    );
  });

  it("takes nothing, one value and infinities", () => {
    expect([...sortNumbers(Float64Array.of())]).toEqual([]);
    expect([...sortNumbers(Float64Array.of(5))]).toEqual([5]);
    expect([...sortNumbers(Float64Array.of(Infinity, 1, -Infinity))]).toEqual([-Infinity, 1, Infinity]);
  });
});
