import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ranks, sortedOrder, type TieMethod } from "./ranks.js";

/** SciPy 1.16 `rankdata([3, 1, 3, 2, 3, 1])`; "first" is its "ordinal". */
const reference: readonly (readonly [TieMethod, readonly number[]])[] = [
  ["average", [5, 1.5, 5, 3, 5, 1.5]],
  ["min", [4, 1, 4, 3, 4, 1]],
  ["max", [6, 2, 6, 3, 6, 2]],
  ["first", [4, 1, 5, 3, 6, 2]],
];
const values = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 50 });

describe("ranks()", () => {
  it.each(reference)("gives SciPy's ranks with ties by %s", (ties, expected) => {
    expect([...ranks([3, 1, 3, 2, 3, 1], ties)]).toEqual(expected);
  });

  it("adds up to n (n + 1) / 2 by average and by first appearance", () => {
    fc.assert(
      fc.property(values, fc.constantFrom<TieMethod>("average", "first"), (list, ties) => {
        const total = ranks(list, ties).reduce((sum, rank) => sum + rank, 0);
        expect(total).toBe((list.length * (list.length + 1)) / 2);
      }),
    );
  });

  it("gives equal values equal ranks unless by first appearance", () => {
    fc.assert(
      fc.property(values, fc.constantFrom<TieMethod>("average", "min", "max"), (list, ties) => {
        const found = ranks(list, ties);
        list.forEach((value, index) => expect(found[index]).toBe(found[list.indexOf(value)]));
      }),
    );
  });

  it("is empty for nothing and 1 for one value", () => {
    expect([...ranks([])]).toEqual([]);
    expect([...ranks([7])]).toEqual([1]);
  });
});

describe("sortedOrder()", () => {
  it("keeps the order of equal values", () => {
    expect([...sortedOrder([2, 1, 2, 1])]).toEqual([1, 3, 0, 2]);
  });
});
