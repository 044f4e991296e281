import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantileEdges, reversed, scoreByEdges, scoreByRank } from "./scores.js";

const values = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 80 }).map((list) => Float64Array.from(list));
const groups = fc.integer({ min: 3, max: 5 });
const byQuantile = (list: Float64Array, count: number) => scoreByEdges(list, quantileEdges(list.toSorted(), count));

describe("scoreByEdges()", () => {
  it("puts a value that equals an edge into the group above it", () => {
    expect([...scoreByEdges(Float64Array.of(1, 2, 3, 4, 5), [2, 3, 4, 5])]).toEqual([1, 2, 3, 4, 5]);
    expect([...scoreByEdges(Float64Array.of(1, 1.9, 2, 9), [2, 3, 4, 5])]).toEqual([1, 1, 2, 5]);
  });

  it("keeps the smallest value in the lowest group where edges fall on it", () => {
    const oneOrderEach = Float64Array.of(1, 1, 1, 1, 1, 1, 1, 2, 3, 9);
    expect([...byQuantile(oneOrderEach, 5)]).toEqual([1, 1, 1, 1, 1, 1, 1, 4, 5, 5]);
  });

  it("gives equal values equal scores and larger ones no lower score", () => {
    fc.assert(
      fc.property(values, groups, (list, count) => {
        const scores = byQuantile(list, count);
        list.forEach((one, index) =>
          list.forEach((other, place) => {
            if (one <= other) expect(scores[index]).toBeLessThanOrEqual(scores[place] as number);
          }),
        );
      }),
    );
  });

  it("does not change with the unit or the order of the customers", () => {
    fc.assert(
      fc.property(values, groups, (list, count) => {
        const scores = byQuantile(list, count);
        expect(
          byQuantile(
            list.map((value) => value * 4),
            count,
          ),
        ).toEqual(scores);
        expect([...byQuantile(list.toReversed(), count)]).toEqual([...scores].reverse());
      }),
    );
  });

  it("gives one group for equal values and for one customer", () => {
    expect([...byQuantile(Float64Array.of(7, 7, 7), 5)]).toEqual([1, 1, 1]);
    expect([...byQuantile(Float64Array.of(7), 3)]).toEqual([1]);
  });
});

describe("scoreByRank()", () => {
  it("cuts ranks as pandas does: qcut(rank(method='first'), 5) of seven and of ties", () => {
    expect([...scoreByRank(Float64Array.of(10, 20, 30, 40, 50, 60, 70), 5)]).toEqual([1, 1, 2, 3, 4, 5, 5]);
    expect([...scoreByRank(Float64Array.of(1, 1, 1, 1, 1, 1, 2, 2, 3, 3), 5)]).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
  });

  it("makes groups whose sizes differ by at most one", () => {
    fc.assert(
      fc.property(values, groups, (list, count) => {
        const scores = [...scoreByRank(list, count)];
        const sizes = Array.from({ length: count }, (_, index) => scores.filter((score) => score === index + 1).length);
        if (list.length >= count) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("takes equal values in the order given", () => {
    expect([...scoreByRank(Float64Array.of(5, 5, 5), 3)]).toEqual([1, 2, 3]);
  });
});

describe("reversed()", () => {
  it("gives the lowest values the highest score", () => expect([...reversed(Uint8Array.of(1, 3, 5), 5)]).toEqual([5, 3, 1]));
});
