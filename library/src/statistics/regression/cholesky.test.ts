import { describe, expect, it } from "vitest";
import { CholeskyDecomposition, LuDecomposition, Matrix } from "ml-matrix";
import { choleskyFactor, inverseOf, scaledFactor, solveFactor } from "./cholesky.js";

const rows = [
  [4, 2, 1],
  [2, 5, 3],
  [1, 3, 6],
];
const matrix = Float64Array.from(rows.flat());

describe("choleskyFactor()", () => {
  it("is the factor of ml-matrix when no column is superfluous", () => {
    const { kept, lower } = choleskyFactor(matrix, 3);
    expect(kept).toEqual([0, 1, 2]);
    new CholeskyDecomposition(new Matrix(rows)).lowerTriangularMatrix
      .to1DArray()
      .forEach((value, place) => expect(lower[place]).toBeCloseTo(value, 12));
  });

  it("passes over columns that earlier ones make superfluous", () => {
    const x = [1, 2, 3, 4];
    const columns = [new Array<number>(4).fill(1), x, x.map((value) => 3 * value - 2), x.map((value) => value * value)];
    const products = Float64Array.from(
      columns.flatMap((one) => columns.map((other) => one.reduce((sum, value, row) => sum + value * (other[row] as number), 0))),
    );
    expect(choleskyFactor(products, 4).kept).toEqual([0, 1, 3]);
    expect(choleskyFactor(products, 4, [0, 2, 3]).kept).toEqual([0, 2, 3]);
  });

  it("solves and inverts", () => {
    const factor = choleskyFactor(matrix, 3);
    const right = Float64Array.of(1, -2, 3);
    const solution = solveFactor(factor, right);
    rows.forEach((row, place) =>
      expect(row.reduce((sum, value, column) => sum + value * (solution[column] as number), 0)).toBeCloseTo(right[place] as number, 12),
    );
    new LuDecomposition(new Matrix(rows))
      .solve(Matrix.eye(3))
      .to1DArray()
      .forEach((value, place) => expect(inverseOf(factor)[place]).toBeCloseTo(value, 12));
    expect(solveFactor(scaledFactor(factor, 4), right)[0]).toBeCloseTo((solution[0] as number) / 4, 12);
  });
});
