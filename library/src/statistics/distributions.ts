import betainc from "@stdlib/math-base-special-betainc";
import erfc from "@stdlib/math-base-special-erfc";
import gammainc from "@stdlib/math-base-special-gammainc";
import gammaln from "@stdlib/math-base-special-gammaln";
import betaQuantileOf from "@stdlib/stats-base-dists-beta-quantile";
import chiSquareQuantileOf from "@stdlib/stats-base-dists-chisquare-quantile";
import studentQuantileOf from "@stdlib/stats-base-dists-t-quantile";

/** Share of a standard normal variable below `z`. Exact in both tails, down to 1e-300. */
export const normalCdf = (z: number): number => erfc(-z / Math.SQRT2) / 2;

/** Share of a standard normal variable above `z`. */
export const normalUpper = (z: number): number => erfc(z / Math.SQRT2) / 2;

/** Share of Student's t with `degrees` of freedom (may be broken) above `t`. */
export function studentUpper(t: number, degrees: number): number {
  if (degrees === Number.POSITIVE_INFINITY) return normalUpper(t);
  const tail = betainc(degrees / (degrees + t * t), degrees / 2, 0.5, true, false) / 2;
  return t >= 0 ? tail : 1 - tail;
}

/** Share of Student's t below `t`. */
export const studentCdf = (t: number, degrees: number): number => studentUpper(-t, degrees);

/** The value that a share of Student's t lies below. */
export const studentQuantile = (share: number, degrees: number): number => studentQuantileOf(share, degrees);

/** Share of chi-square with `degrees` of freedom above `value`. */
export const chiSquareUpper = (value: number, degrees: number): number => (value <= 0 ? 1 : gammainc(value / 2, degrees / 2, true, true));

/** The value that a share of chi-square lies below. */
export const chiSquareQuantile = (share: number, degrees: number): number => chiSquareQuantileOf(share, degrees);

/** Share of F with the two numbers of degrees of freedom above `value`. */
export const fUpper = (value: number, above: number, below: number): number =>
  value <= 0 ? 1 : betainc(below / (below + above * value), below / 2, above / 2, true, false);

/** Share of a beta variable below `value`. */
export const betaCdf = (value: number, alpha: number, beta: number): number =>
  value <= 0 ? 0 : value >= 1 ? 1 : betainc(value, alpha, beta, true, false);

/** The value that a share of a beta variable lies below. */
export const betaQuantile = (share: number, alpha: number, beta: number): number => betaQuantileOf(share, alpha, beta);

/** Share of a gamma variable (`shape`, scale 1) below `value`. */
export const gammaCdf = (value: number, shape: number): number => (value <= 0 ? 0 : gammainc(value, shape, true, false));

/** Chance of at most `successes` among `trials`, each with probability `rate`. */
export const binomialCdf = (successes: number, trials: number, rate: number): number => {
  if (successes < 0) return 0;
  return successes >= trials ? 1 : 1 - betaCdf(rate, Math.floor(successes) + 1, trials - Math.floor(successes));
};

/** Logarithm of the gamma function. */
export const logGamma = (value: number): number => gammaln(value);
