import { normalUpper } from "../../distributions.js";
import { sum } from "../../estimate.js";
import { normalQuantile } from "../../normal-quantile.js";
import { crossing, densityAt, goOn, start, type Bounds, type Continuing } from "./crossing.js";
import { checkFractions, equalFractions, exits, finestAfter, type Fractions } from "./looks.js";

/** How the error is spent over the looks: hardly any at first ("obrien-fleming"), or evenly ("pocock"). */
export type Spending = "obrien-fleming" | "pocock";

/** Error that may be spent on one side when a share of the information is there; Lan and DeMets (1983), Biometrika 70:659–663. */
const spent: Readonly<Record<Spending, (alpha: number, fraction: number) => number>> = {
  "obrien-fleming": (alpha, fraction) => 2 * normalUpper(-normalQuantile(alpha / 2) / Math.sqrt(fraction)),
  pocock: (alpha, fraction) => alpha * Math.log1p((Math.E - 1) * fraction),
};

const symmetric = (high: number, sides: 1 | 2): Bounds => ({ low: sides === 2 ? -high : -Infinity, high });

/** Where so little is spent that no statistic gets there. */
const never = 38;

/** The bound above which a chance of `wanted` lies at the next look. */
function boundFor(from: Continuing, information: number, wanted: number): number {
  const step = { information, drift: 0 };
  let [low, high] = [-never, never];
  let bound = wanted > 0 ? Math.min(never, -normalQuantile(wanted)) : never;
  for (let round = 0; round < 100; round += 1) {
    const { above } = crossing(from, step, { low: -Infinity, high: bound });
    if (above > wanted) low = bound;
    else high = bound;
    if (Math.abs(above - wanted) <= 1e-13 + 1e-10 * wanted || high - low < 1e-10) break;
    const next = bound + (above - wanted) / densityAt(from, step, bound);
    bound = next > low && next < high ? next : (low + high) / 2;
  }
  return bound;
}

export interface SpendingOptions {
  readonly spending?: Spending;
  /** Error over all looks (default 0.05). */
  readonly alpha?: number;
  /** 2 (default): both directions, half of the error each; 1: only above. */
  readonly sides?: 1 | 2;
}

/**
 * How large must the standardised effect be at each look so that all looks together keep the error?
 *
 * @param fractions share of the planned units at each look, ascending, such as `[0.25, 0.5, 1]`; looks need not be planned beforehand
 * @returns one bound per look, in standard errors
 * @throws RangeError when the fractions do not ascend within 0 to 1
 *
 * Method: error spending by Lan and DeMets (1983); bounds by recursive integration, Jennison and Turnbull (2000), Group Sequential Methods, ch. 19.
 * Checked: R package ldbounds, 2 to 5 looks, see the proof page.
 * @example spendingBounds([0.5, 1]) // [2.9626, 1.9686]
 */
export function spendingBounds(
  fractions: Fractions,
  { spending = "obrien-fleming", alpha = 0.05, sides = 2 }: SpendingOptions = {},
): number[] {
  checkFractions(fractions);
  const bounds: number[] = [];
  let from: Continuing = start;
  let used = 0;
  fractions.forEach((information, look) => {
    const allowed = spent[spending](alpha / sides, information);
    const bound = boundFor(from, information, allowed - used);
    bounds.push(bound);
    used = allowed;
    if (look + 1 < fractions.length) from = goOn(from, { information, drift: 0 }, symmetric(bound, sides), finestAfter(fractions, look));
  });
  return bounds;
}

/** The chance of at least one look beyond its bound when there is no effect. */
export function errorOver(fractions: Fractions, bounds: readonly number[], sides: 1 | 2 = 2): number {
  const { above, below } = exits(
    fractions,
    bounds.map((bound) => symmetric(bound, sides)),
  );
  return sum(above) + sum(below);
}

/**
 * How often does a test that is looked at several times find something where there is nothing?
 *
 * Each look uses the bound that is right for one look, as someone does who peeks.
 *
 * @param looks how many, at equal distances
 * @param alpha error of a single look (default 0.05)
 * @param sides 2 (default): a finding in either direction counts; 1: in one
 *
 * Method: exact integration, Armitage, McPherson and Rowe (1969). Checked: their table, 2 looks 0.0831, 5 looks 0.1417, 20 looks 0.2479.
 * @example peekingError(5) // 0.1417
 */
export function peekingError(looks: number, alpha: number = 0.05, sides: 1 | 2 = 2): number {
  const fractions = equalFractions(looks);
  const bound = -normalQuantile(alpha / sides);
  return errorOver(
    fractions,
    fractions.map(() => bound),
    sides,
  );
}

/** The shape of classic bounds: the same at each look, or falling with the square root of the information. */
const shapes: Readonly<Record<Spending, (fraction: number) => number>> = {
  pocock: () => 1,
  "obrien-fleming": (fraction) => 1 / Math.sqrt(fraction),
};

/**
 * The constant of the classic bounds for looks at equal distances: Pocock's bound at every look, O'Brien and Fleming's at the last one.
 *
 * Method: Pocock (1977), Biometrika 64:191–199; O'Brien and Fleming (1979), Biometrics 35:549–556.
 * Checked: Jennison and Turnbull (2000), tables 2.1 and 2.3.
 * @example classicConstant("pocock", 5) // 2.4132
 */
export function classicConstant(kind: Spending, looks: number, alpha: number = 0.05): number {
  const fractions = equalFractions(looks);
  const excess = (constant: number) =>
    errorOver(
      fractions,
      fractions.map((fraction) => constant * shapes[kind](fraction)),
    ) - alpha;
  let [low, high] = [-normalQuantile(alpha / 2), -normalQuantile(alpha / (2 * looks))];
  let [below, above] = [excess(low), excess(high)];
  for (let round = 0; round < 60 && high - low > 1e-9; round += 1) {
    const guess = high - (above * (high - low)) / (above - below);
    const middle = round % 3 === 2 ? (low + high) / 2 : guess;
    const error = excess(middle);
    if (Math.abs(error) < 1e-12) return middle;
    if (error > 0) [low, below] = [middle, error];
    else [high, above] = [middle, error];
  }
  return (low + high) / 2;
}
