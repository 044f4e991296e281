import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { driversOf, isSkewed, oddsRatio } from "./driver-values.js";

const rows = (list: readonly (readonly [value: string, converted: number, stopped: number])[]) => [
  { column: "event", rows: list.map(([value, converted, stopped]) => ({ value, converted, stopped })), tooRare: 2 },
];

describe("driversOf()", () => {
  it("parts what goes with conversion from what goes with stopping, the farthest first", () => {
    const found = driversOf(
      rows([
        ["help", 40, 10],
        ["chat", 30, 20],
        ["error", 5, 45],
      ]),
      { converted: 50, stopped: 100 },
    );
    expect(found.found.map(({ value, goesWith }) => [value, goesWith])).toEqual([
      ["help", "conversion"],
      ["chat", "conversion"],
      ["error", "stopping"],
    ]);
    expect(found).toMatchObject({ compared: 3, tooRare: 2, isSkewed: false });
  });

  it("adjusts p-values for how many were compared", () => {
    const { found } = driversOf(
      rows([
        ["a", 10, 2],
        ["b", 6, 5],
      ]),
      { converted: 20, stopped: 20 },
    );
    // SciPy: fisher_exact([[10, 10], [2, 18]]) and ([[6, 14], [5, 15]])
    expect(found[0]?.p).toBeCloseTo(0.0138141478, 9);
    expect(found[0]?.pHolm).toBeCloseTo(0.0276282957, 9);
    expect(found[1]?.p).toBeCloseTo(1, 6);
  });

  it("knows nothing where all converted or nobody did", () => {
    expect(driversOf(rows([["a", 10, 0]]), { converted: 20, stopped: 0 }).found[0]?.p).toBe(1);
    expect(driversOf([], { converted: 0, stopped: 0 }).found).toEqual([]);
  });

  it("turns the odds ratio round when the outcomes are swapped", () => {
    const counts = fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50), fc.nat(50));
    fc.assert(
      fc.property(counts, ([convertedWith, stoppedWith, more, other]) => {
        const [converted, stopped] = [convertedWith + more, stoppedWith + other];
        const { value, interval } = oddsRatio({ converted, stopped, convertedWith, stoppedWith });
        const swapped = oddsRatio({ converted: stopped, stopped: converted, convertedWith: stoppedWith, stoppedWith: convertedWith });
        expect(value * swapped.value).toBeCloseTo(1, 9);
        expect(interval[0] * swapped.interval[1]).toBeCloseTo(1, 9);
        expect(interval[0]).toBeLessThan(value);
      }),
      { seed: 2 },
    );
  });

  it("is skewed from more than ten to one", () =>
    expect([isSkewed(101, 10), isSkewed(100, 10), isSkewed(0, 1)]).toEqual([true, false, true]));
});
