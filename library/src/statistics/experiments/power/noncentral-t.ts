import { logGamma, normalUpper } from "../../distributions.js";
import { gaussLegendre } from "../../gauss-legendre.js";

/** From here on the spread of the estimated standard deviation does not show in any digit that is reported. */
const manyDegrees = 20_000;

/** Standard deviations of the estimated spread beyond which there is next to nothing. */
const farOut = 8.5;

/** Between which values an estimated standard deviation lies when the true one is 1, by Wilson and Hilferty's (1931) cube root. */
function spreadRange(degrees: number): readonly [number, number] {
  const unit = 2 / (9 * degrees);
  const at = (z: number) => Math.max(0, 1 - unit + z * Math.sqrt(unit)) ** 1.5;
  return [at(-farOut), at(farOut)];
}

/**
 * The chance that a t statistic is above a bound when the effect is not zero.
 *
 * @param drift the true effect over its standard error (the noncentrality)
 *
 * Method: the normal tail averaged over the chi distribution of the estimated standard deviation, Gauss–Legendre.
 * Checked: statsmodels `TTestIndPower`, SciPy `nct`.
 */
export function noncentralUpper(bound: number, degrees: number, drift: number): number {
  if (degrees > manyDegrees) return normalUpper(bound - drift);
  const [low, high] = spreadRange(degrees);
  const norm = Math.log(2) + (degrees / 2) * Math.log(degrees / 2) - logGamma(degrees / 2);
  let [total, mass] = [0, 0];
  for (const { at, weight } of gaussLegendre(64)) {
    const spread = low + ((at + 1) * (high - low)) / 2;
    const density = weight * Math.exp(norm + (degrees - 1) * Math.log(spread) - (degrees * spread * spread) / 2);
    mass += density;
    total += density * normalUpper(bound * spread - drift);
  }
  return total / mass;
}
