/** A place in −1 to 1 and its weight. */
export interface Node {
  readonly at: number;
  readonly weight: number;
}

const known = new Map<number, readonly Node[]>();

/** The Legendre polynomial of a degree and its slope. */
function legendre(degree: number, x: number): { value: number; slope: number } {
  let [before, value] = [1, x];
  for (let n = 2; n <= degree; n += 1) [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
  return { value, slope: (degree * (x * value - before)) / (x * x - 1) };
}

function node(degree: number, index: number): Node {
  let at = Math.cos((Math.PI * (index + 0.75)) / (degree + 0.5));
  for (let round = 0; round < 20; round += 1) {
    const { value, slope } = legendre(degree, at);
    at -= value / slope;
    if (Math.abs(value / slope) < 1e-15) break;
  }
  const { slope } = legendre(degree, at);
  return { at, weight: 2 / ((1 - at * at) * slope * slope) };
}

/**
 * The places and weights that integrate polynomials up to degree 2n − 1 over −1 to 1 without error.
 *
 * @param degree how many places, at least 2
 *
 * Method: Newton's method on the Legendre polynomial. Checked: NumPy `leggauss`.
 * @example gaussLegendre(2) // ±0.57735 with weight 1
 */
export function gaussLegendre(degree: number): readonly Node[] {
  const nodes = known.get(degree) ?? Array.from({ length: degree }, (_, index) => node(degree, index));
  known.set(degree, nodes);
  return nodes;
}
