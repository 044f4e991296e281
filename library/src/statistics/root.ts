/** Where to look for a root, and how near is near enough. */
export interface RootRange {
  readonly low: number;
  readonly high: number;
  /** Width at which to stop, relative to the root or, near zero, to a millionth of the range (default 1e-12). */
  readonly tolerance?: number;
}

/** By their signs alone: a product of small values would be lost. */
const areOpposite = (one: number, other: number): boolean => (one < 0 && other > 0) || (one > 0 && other < 0);

/**
 * Where does a continuous function cross zero?
 *
 * @returns `undefined` where both ends have the same sign
 *
 * Method: regula falsi with the Illinois rule, and a bisection wherever that is slow; Dowell and Jarratt (1971), BIT 11:168–174.
 * @example root((x) => x * x - 2, { low: 0, high: 2 }) // 1.41421356
 */
export function root(f: (x: number) => number, { low, high, tolerance = 1e-12 }: RootRange): number | undefined {
  let [left, right] = [low, high];
  let [atLeft, atRight] = [f(left), f(right)];
  if (atLeft === 0) return left;
  if (atRight === 0) return right;
  if (!areOpposite(atLeft, atRight)) return undefined;
  const least = 1e-6 * Math.abs(high - low);
  const isNear = () => Math.abs(right - left) <= tolerance * Math.max(Math.abs(left), Math.abs(right), least);
  for (let round = 1; round < 200 && !isNear(); round += 1) {
    const guess = right - (atRight * (right - left)) / (atRight - atLeft);
    const middle = round % 4 === 0 || !Number.isFinite(guess) ? (left + right) / 2 : guess;
    const value = f(middle);
    if (value === 0) return middle;
    if (areOpposite(value, atRight)) [left, atLeft] = [right, atRight];
    else atLeft /= 2;
    [right, atRight] = [middle, value];
  }
  return right;
}
