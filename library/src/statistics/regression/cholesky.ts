/** A triangular factor of a symmetric matrix, of the columns that no earlier column makes superfluous. */
export interface Factor {
  /** Positions of the columns that were kept, ascending. */
  readonly kept: readonly number[];
  /** Lower triangle of the factor, row after row, as wide as `kept` is long. */
  readonly lower: Float64Array;
}

/** A column is superfluous when less than this share of it is left after the columns before it. */
const tolerance = 1e-9;

/**
 * Which columns say something new, and what is the triangular factor of the rest?
 *
 * A column whose remainder after all earlier columns is less than a billionth of its spread about the first column (the intercept) is left out.
 *
 * @param matrix symmetric, `width` × `width`, row after row; only the lower triangle is read
 * @param candidates positions to look at, ascending (default: all); the first is the intercept
 *
 * Method: Cholesky decomposition that passes over columns without a remainder, as R's `lm` does by QR.
 */
export function choleskyFactor(
  matrix: Float64Array,
  width: number,
  candidates: readonly number[] = Array.from({ length: width }, (_, index) => index),
): Factor {
  const kept: number[] = [];
  const rows: Float64Array[] = [];
  for (const column of candidates) {
    const row = new Float64Array(kept.length + 1);
    for (let index = 0; index < kept.length; index += 1) {
      const other = rows[index] as Float64Array;
      let sum = matrix[column * width + (kept[index] as number)] as number;
      for (let before = 0; before < index; before += 1) sum -= (row[before] as number) * (other[before] as number);
      row[index] = sum / (other[index] as number);
    }
    const whole = matrix[column * width + column] as number;
    const spread = kept.length === 0 ? whole : whole - (row[0] as number) ** 2;
    let rest = whole;
    for (let index = 0; index < kept.length; index += 1) rest -= (row[index] as number) ** 2;
    if (!(rest > tolerance * spread && spread > tolerance * tolerance * whole && rest > 0)) continue;
    row[kept.length] = Math.sqrt(rest);
    kept.push(column);
    rows.push(row);
  }
  return { kept, lower: packed(rows) };
}

function packed(rows: readonly Float64Array[]): Float64Array {
  const lower = new Float64Array(rows.length * rows.length);
  rows.forEach((row, index) => lower.set(row, index * rows.length));
  return lower;
}

/** The factor of the same matrix, `times` as large. */
export const scaledFactor = ({ kept, lower }: Factor, times: number): Factor => ({
  kept,
  lower: lower.map((value) => value * Math.sqrt(times)),
});

/** The solution of the kept part of a system; `right` is as long as `kept`. */
export function solveFactor({ kept, lower }: Factor, right: Float64Array): Float64Array {
  const size = kept.length;
  const result = Float64Array.from(right);
  for (let row = 0; row < size; row += 1) {
    let sum = result[row] as number;
    for (let column = 0; column < row; column += 1) sum -= (lower[row * size + column] as number) * (result[column] as number);
    result[row] = sum / (lower[row * size + row] as number);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = result[row] as number;
    for (let below = row + 1; below < size; below += 1) sum -= (lower[below * size + row] as number) * (result[below] as number);
    result[row] = sum / (lower[row * size + row] as number);
  }
  return result;
}

/** The inverse of the kept part, row after row, as wide as `kept` is long: the covariance of the coefficients. */
export function inverseOf(factor: Factor): Float64Array {
  const size = factor.kept.length;
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    const unit = new Float64Array(size);
    unit[column] = 1;
    inverse.set(solveFactor(factor, unit), column * size);
  }
  return inverse;
}
