/** A symmetric matrix, `width` × `width`, row after row. */
export interface Symmetric {
  readonly values: Float64Array;
  readonly width: number;
}

/** A column is superfluous when less than this share of it is left after the columns before it. */
const tolerance = 1e-10;

/**
 * Inverse of a symmetric matrix that may have superfluous columns: their rows and columns are zeros, and they are named.
 *
 * Method: Gauss–Jordan on the diagonal in order, passing over columns without a remainder, as R's `coxph` does by its generalised Cholesky.
 */
export function symmetricInverse({ values, width }: Symmetric): {
  readonly inverse: Float64Array;
  readonly superfluous: readonly number[];
} {
  const work = Float64Array.from(values);
  const at = (row: number, column: number) => work[row * width + column] as number;
  const superfluous: number[] = [];
  for (let pivot = 0; pivot < width; pivot += 1) {
    const rest = at(pivot, pivot);
    if (!(rest > tolerance * (values[pivot * width + pivot] as number)) || !Number.isFinite(rest)) {
      superfluous.push(pivot);
      continue;
    }
    sweep(work, width, pivot);
  }
  const isOut = (index: number) => superfluous.includes(index);
  const inverse = new Float64Array(width * width);
  for (let row = 0; row < width; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (!isOut(row) && !isOut(column)) inverse[row * width + column] = -at(row, column);
    }
  }
  return { inverse, superfluous };
}

/** Sweeps one column: what is left of the others, and minus the inverse where they were swept. */
function sweep(work: Float64Array, width: number, pivot: number): void {
  const divisor = work[pivot * width + pivot] as number;
  const column = Float64Array.from({ length: width }, (_, row) => work[row * width + pivot] as number);
  for (let row = 0; row < width; row += 1) {
    if (row === pivot) continue;
    const factor = (column[row] as number) / divisor;
    for (let other = 0; other < width; other += 1) {
      if (other !== pivot) work[row * width + other] = (work[row * width + other] as number) - factor * (column[other] as number);
    }
  }
  for (let row = 0; row < width; row += 1) {
    const value = row === pivot ? -1 / divisor : (column[row] as number) / divisor;
    work[row * width + pivot] = value;
    work[pivot * width + row] = value;
  }
}

/** A matrix times a vector. */
export function times({ values, width }: Symmetric, vector: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: width }, (_, row) => {
    let sum = 0;
    for (let column = 0; column < width; column += 1) sum += (values[row * width + column] as number) * (vector[column] as number);
    return sum;
  });
}

/** vector · matrix · vector. */
export function quadratic(matrix: Symmetric, vector: ArrayLike<number>): number {
  return times(matrix, vector).reduce((sum, value, index) => sum + value * (vector[index] as number), 0);
}
