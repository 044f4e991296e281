/** Coefficients of Wichura (1988), Algorithm AS 241, PPND16: highest power first, numerator and denominator. */
const central = {
  numerator: [
    2.5090809287301227e3, 3.343057558358813e4, 6.72657709270087e4, 4.592195393154987e4, 1.373169376550946e4, 1.9715909503065513e3,
    1.3314166789178438e2, 3.3871328727963665,
  ],
  denominator: [
    5.226495278852854e3, 2.8729085735721943e4, 3.930789580009271e4, 2.1213794301586597e4, 5.394196021424751e3, 6.871870074920579e2,
    4.231333070160091e1, 1,
  ],
};
const near = {
  numerator: [
    7.745450142783414e-4, 2.2723844989269184e-2, 2.417807251774506e-1, 1.2704582524523684, 3.6478483247632045, 5.769497221460691,
    4.630337846156546, 1.4234371107496835,
  ],
  denominator: [
    1.0507500716444169e-9, 5.475938084995345e-4, 1.5198666563616457e-2, 1.4810397642748008e-1, 6.897673349851e-1, 1.6763848301838038,
    2.053191626637759, 1,
  ],
};
const far = {
  numerator: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 1.2426609473880784e-3, 2.6532189526576124e-2, 2.9656057182850487e-1, 1.7848265399172913,
    5.463784911164114, 6.657904643501103,
  ],
  denominator: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 7.868691311456133e-4, 1.4875361290850615e-2, 1.369298809227358e-1,
    5.99832206555888e-1, 1,
  ],
};

const polynomial = (coefficients: readonly number[], x: number): number => coefficients.reduce((sum, factor) => sum * x + factor, 0);
const ratio = ({ numerator, denominator }: typeof central, x: number): number => polynomial(numerator, x) / polynomial(denominator, x);

/**
 * Which value does a standard normal variable stay below with this probability?
 *
 * @param probability 0 to 1; 0 gives −∞ and 1 gives ∞
 * @throws RangeError outside of 0 to 1
 *
 * Method: Wichura (1988), Algorithm AS 241 (PPND16), Applied Statistics 37:477–484; relative error about 1e-16.
 * Checked: SciPy `norm.ppf`.
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`probability must lie between 0 and 1, not ${probability}.`);
  const distance = probability - 0.5;
  if (Math.abs(distance) <= 0.425) return distance * ratio(central, 0.180625 - distance * distance);
  const tail = Math.min(probability, 1 - probability);
  if (tail === 0) return distance < 0 ? -Infinity : Infinity;
  const depth = Math.sqrt(-Math.log(tail));
  const size = depth <= 5 ? ratio(near, depth - 1.6) : ratio(far, depth - 5);
  return distance < 0 ? -size : size;
}
