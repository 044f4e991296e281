/** Definitions of a sample quantile as Hyndman and Fan number them; 7 is the default of R, NumPy, pandas and Excel's PERCENTILE.INC. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** Where the quantile of types 4 to 9 lies: at position `n · p + shift(p)` counted from one. */
const shift: Readonly<Record<4 | 5 | 6 | 7 | 8 | 9, (p: number) => number>> = {
  4: () => 0,
  5: () => 0.5,
  6: (p) => p,
  7: (p) => 1 - p,
  8: (p) => (p + 1) / 3,
  9: (p) => p / 4 + 3 / 8,
};

/** How much of the upper neighbour types 1 to 3 take when `n · p` lies `fraction` above a whole number. */
function stepWeight(type: 1 | 2 | 3, whole: number, fraction: number): number {
  if (fraction > 0) return 1;
  if (type === 1) return 0;
  return type === 2 ? 0.5 : whole % 2 === 0 ? 0 : 1;
}

/** Rounding in `n · p` must not move a position across a whole number. */
const settle = (position: number): number => {
  const nearest = Math.round(position);
  return Math.abs(position - nearest) < 4 * Number.EPSILON * Math.max(1, Math.abs(position)) ? nearest : position;
};

/**
 * Below which value does a share of the values lie?
 *
 * @param sorted values in ascending order, none of them NaN
 * @param probability the share, 0 to 1
 * @param type definition by Hyndman and Fan (default 7: linear between the closest ranks)
 * @throws RangeError when there are no values or the probability lies outside of 0 to 1
 *
 * Method: Hyndman and Fan (1996), Sample quantiles in statistical packages, American Statistician 50:361–365.
 * Checked: NumPy `quantile` with the methods of the same definitions.
 * @example quantile([1, 2, 3, 10], 0.5) // 2.5
 */
export function quantile(sorted: ArrayLike<number>, probability: number, type: QuantileType = 7): number {
  if (sorted.length === 0) throw new RangeError("A quantile needs at least one value.");
  if (!(probability >= 0 && probability <= 1)) throw new RangeError(`probability must lie between 0 and 1, not ${probability}.`);
  const position = sorted.length * probability + (type <= 3 ? (type === 3 ? -0.5 : 0) : shift[type as 4](probability));
  const settled = settle(position);
  const whole = Math.floor(settled);
  const fraction = settled - whole;
  const weight = type <= 3 ? stepWeight(type as 1, whole, fraction) : fraction;
  const at = (index: number) => sorted[Math.min(Math.max(index, 1), sorted.length) - 1] as number;
  const low = at(whole);
  const high = at(whole + 1);
  return weight === 0 ? low : weight === 1 ? high : low + weight * (high - low);
}

/** The middle value (type 7); see `quantile`. */
export const median = (sorted: ArrayLike<number>): number => quantile(sorted, 0.5);
