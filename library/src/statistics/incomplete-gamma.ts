/** Where the two expansions are cut: relative to what was added up so far. */
const negligible = 1e-17;
/** Beyond this shape the logarithm of the gamma function is taken apart, so that large terms cancel before they are rounded. */
const largeShape = 30;

/** What Stirling's formula leaves out of the logarithm of Γ(shape + 1); Abramowitz and Stegun 6.1.41. */
function stirlingRest(shape: number): number {
  const square = shape * shape;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square) / square) / square) / shape;
}

/** log(1 + x) − x without the loss of digits near zero. */
function logLess(x: number): number {
  if (Math.abs(x) > 0.1) return Math.log1p(x) - x;
  let [term, total] = [-x * x, (-x * x) / 2];
  for (let power = 3; power < 40; power += 1) {
    term *= -x;
    total += term / power;
  }
  return total;
}

/** The largest term of both expansions, xᵃ e⁻ˣ / Γ(a + 1). */
function leading(value: number, shape: number, logGamma: (value: number) => number): number {
  if (shape < largeShape) return Math.exp(shape * Math.log(value) - value - logGamma(shape + 1));
  return Math.exp(shape * logLess((value - shape) / shape) - stirlingRest(shape)) / Math.sqrt(2 * Math.PI * shape);
}

/** Σ xᵏ / ((a + 1) … (a + k)), which gives the lower share; quick below the shape. */
function lowerSeries(value: number, shape: number): number {
  let [term, total] = [1, 1];
  for (let above = shape + 1; term > negligible * total; above += 1) {
    term *= value / above;
    total += term;
  }
  return total;
}

/** The continued fraction that gives the upper share, by Lentz's method; quick above the shape. */
function upperFraction(value: number, shape: number): number {
  let below = value + 1 - shape;
  let [ahead, behind] = [1e300, 1 / below];
  let total = behind;
  for (let step = 1; step < 1e6; step += 1) {
    const factor = step * (shape - step);
    below += 2;
    behind = 1 / (factor * behind + below || 1e-300);
    ahead = below + factor / ahead || 1e-300;
    total *= ahead * behind;
    if (Math.abs(ahead * behind - 1) < 1e-16) break;
  }
  return total;
}

/**
 * Which shares of a gamma variable lie below and above a value? The smaller one keeps its digits.
 *
 * @param value above zero
 * @param shape above zero; the scale is 1
 * @param logGamma logarithm of the gamma function, read for small shapes only
 *
 * Method: power series below the shape, continued fraction above it; Abramowitz and Stegun (1964), 6.5.29 and 6.5.31. About √shape steps.
 * Checked: SciPy `gammainc` and `gammaincc`, shapes 0.01 to 1e7.
 */
export function gammaShares(
  value: number,
  shape: number,
  logGamma: (value: number) => number,
): { readonly lower: number; readonly upper: number } {
  const scale = leading(value, shape, logGamma);
  if (value < shape + 1) {
    const lower = Math.min(1, scale * lowerSeries(value, shape));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, scale * shape * upperFraction(value, shape));
  return { lower: 1 - upper, upper };
}
