import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { independence } from "./independence.js";

describe("independence()", () => {
  it("agrees with SciPy chi2_contingency(correction=False)", () => {
    const found = independence([
      [10, 20],
      [30, 15],
    ]);
    expect(found?.statistic).toBeCloseTo(8.035714285714286, 10);
    expect(found?.pValue).toBeCloseTo(0.0045863920802535025, 12);
    expect(found).toMatchObject({ degrees: 1, cases: 75 });
  });

  it("knows nothing of a single row, a single column or no units", () => {
    expect(independence([[3, 4]])).toBeUndefined();
    expect(independence([[3], [4]])).toBeUndefined();
    expect(
      independence([
        [0, 0],
        [5, 7],
      ]),
    ).toBeUndefined();
  });

  it("does not mind the order of rows and columns, nor which is which", () => {
    const table = fc.array(fc.tuple(fc.nat(50), fc.nat(50), fc.nat(50)), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(table, (rows) => {
        const turned = [0, 1, 2].map((column) => rows.map((row) => row[column] as number)).toReversed();
        expect(independence(turned)?.statistic ?? 0).toBeCloseTo(independence(rows)?.statistic ?? 0, 8);
      }),
    );
  });
});
