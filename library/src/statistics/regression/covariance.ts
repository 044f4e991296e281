import { inverseOf, type Factor } from "./cholesky.js";

/** The inverse of the information, width × width; NaN for columns that were left out, or where nothing is known. */
export function covarianceOf(width: number, factor: Factor | undefined): Float64Array {
  const covariance = new Float64Array(width * width).fill(Number.NaN);
  if (!factor) return covariance;
  const inverse = inverseOf(factor);
  const { kept } = factor;
  kept.forEach((row, above) => {
    kept.forEach((column, beside) => (covariance[row * width + column] = inverse[above * kept.length + beside] as number));
  });
  return covariance;
}

/** How many times as large each variance is as it would be beside columns that say nothing of it. */
export function inflationOf(covariance: Float64Array, information: Float64Array | undefined, width: number): Float64Array {
  const inflation = new Float64Array(width).fill(Number.NaN);
  if (!information) return inflation;
  for (let column = 1; column < width; column += 1) {
    const spread =
      (information[column * width + column] as number) - (information[column * width] as number) ** 2 / (information[0] as number);
    inflation[column] = (covariance[column * width + column] as number) * spread;
  }
  return inflation;
}
