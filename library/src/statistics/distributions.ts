import betainc from "@stdlib/math-base-special-betainc";
import erfc from "@stdlib/math-base-special-erfc";
import gammaln from "@stdlib/math-base-special-gammaln";
import betaQuantileOf from "@stdlib/stats-base-dists-beta-quantile";
import studentQuantileOf from "@stdlib/stats-base-dists-t-quantile";
import { gammaShares } from "./incomplete-gamma.js";
import { normalQuantile } from "./normal-quantile.js";

/** Share of a standard normal variable below `z`. Exact in both tails, down to 1e-300. */
export const normalCdf = (z: number): number => erfc(-z / Math.SQRT2) / 2;

/** Share of a standard normal variable above `z`. */
export const normalUpper = (z: number): number => erfc(z / Math.SQRT2) / 2;

/** Share of Student's t with `degrees` of freedom (may be broken) above `t`. */
export function studentUpper(t: number, degrees: number): number {
  if (degrees === Number.POSITIVE_INFINITY) return normalUpper(t);
  const square = t * t;
  // The complement keeps its digits where the share of the square is small.
  const tail =
    square < degrees
      ? betainc(square / (degrees + square), 0.5, degrees / 2, true, true) / 2
      : betainc(degrees / (degrees + square), degrees / 2, 0.5, true, false) / 2;
  return t >= 0 ? tail : 1 - tail;
}

/** Share of Student's t below `t`. */
export const studentCdf = (t: number, degrees: number): number => studentUpper(-t, degrees);

/** The value that a share of Student's t lies below. */
export const studentQuantile = (share: number, degrees: number): number =>
  degrees === Number.POSITIVE_INFINITY ? normalQuantile(share) : studentQuantileOf(share, degrees);

/** Share of chi-square with `degrees` of freedom above `value`. */
export const chiSquareUpper = (value: number, degrees: number): number => gammaUpper(value / 2, degrees / 2);

/** The value that a share of chi-square lies below. */
export const chiSquareQuantile = (share: number, degrees: number): number => 2 * gammaQuantile(share, degrees / 2);

/** Share of F with the two numbers of degrees of freedom above `value`. */
export function fUpper(value: number, above: number, below: number): number {
  if (value <= 0) return 1;
  const [own, rest] = [above * value, below];
  return own < rest
    ? betainc(own / (own + rest), above / 2, below / 2, true, true)
    : betainc(rest / (own + rest), below / 2, above / 2, true, false);
}

/** Share of a beta variable below `value`. */
export const betaCdf = (value: number, alpha: number, beta: number): number =>
  value <= 0 ? 0 : value >= 1 ? 1 : betainc(value, alpha, beta, true, false);

/** Share of a beta variable above `value`. */
export const betaUpper = (value: number, alpha: number, beta: number): number =>
  value <= 0 ? 1 : value >= 1 ? 0 : betainc(value, alpha, beta, true, true);

/** The value that a share of a beta variable lies below. */
export const betaQuantile = (share: number, alpha: number, beta: number): number => betaQuantileOf(share, alpha, beta);

/** Share of a gamma variable (`shape`, scale 1) below `value`. */
export const gammaCdf = (value: number, shape: number): number => (value <= 0 ? 0 : gammaShares(value, shape, logGamma).lower);

/** Share of a gamma variable (`shape`, scale 1) above `value`. */
export const gammaUpper = (value: number, shape: number): number => (value <= 0 ? 1 : gammaShares(value, shape, logGamma).upper);

/**
 * The value that a share of a gamma variable (`shape`, scale 1) lies below.
 *
 * Method: Newton's steps on the logarithm of value and share, kept within what is known, from Wilson and Hilferty's (1931) approximation.
 */
export function gammaQuantile(share: number, shape: number): number {
  if (!(share > 0)) return 0;
  if (share >= 1) return Number.POSITIVE_INFINITY;
  const isUpper = share > 0.5;
  const wanted = Math.log(isUpper ? 1 - share : share);
  const cube = 1 - 1 / (9 * shape) + normalQuantile(share) / (3 * Math.sqrt(shape));
  const small = (Math.log(share) + logGamma(shape + 1)) / shape;
  let place = cube > 0.1 ? Math.log(shape * cube ** 3) : small;
  let [low, high] = [-745, 710];
  for (let round = 0; round < 200 && high - low > 1e-15 * Math.abs(place); round += 1) {
    const value = Math.exp(place);
    const shares = gammaShares(value, shape, logGamma);
    const error = Math.log(isUpper ? shares.upper : shares.lower) - wanted;
    if (isUpper ? error > 0 : error < 0) low = place;
    else high = place;
    const slope = Math.exp(shape * place - value - logGamma(shape)) / (isUpper ? -shares.upper : shares.lower);
    const next = place - error / slope;
    const step = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(step - place) <= 1e-16 * Math.abs(place)) break;
    place = step;
  }
  return Math.exp(place);
}

/** Chance of at most `successes` among `trials`, each with probability `rate`. */
export const binomialCdf = (successes: number, trials: number, rate: number): number => {
  if (successes < 0) return 0;
  return successes >= trials ? 1 : betaUpper(rate, Math.floor(successes) + 1, trials - Math.floor(successes));
};

/** Logarithm of the gamma function. */
export const logGamma = (value: number): number => gammaln(value);
