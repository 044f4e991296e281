import { standardErrorOf, sum, type Estimate } from "./estimate.js";

export interface TopShare extends Estimate {
  /** How many units count as the top: ⌊share · n⌋, at least one. */
  readonly units: number;
}

/**
 * Which share of a total do the largest units hold, such as the best 20 % of customers?
 *
 * The top is the first ⌊share · n⌋ units, largest first, and at least one.
 *
 * @param sorted values in ascending order, none negative, the total above zero
 * @param share share of the units, 0–1
 *
 * Method: Lorenz ordinate; the standard error by its influence function, Beach and Davidson (1983), Rev. Econ. Stud. 50:723–735.
 * Checked: a bootstrap over units (within 10 %); the value on UCI Online Retail against pandas.
 * @example topShare([1, 1, 1, 1, 6], 0.2).value // 0.6
 */
export function topShare(sorted: ArrayLike<number>, share: number): TopShare {
  const count = sorted.length;
  const units = Math.min(count, Math.max(1, Math.floor(share * count + 1e-9)));
  const edge = sorted[count - units] as number;
  const total = sum(sorted);
  const mean = total / count;
  let held = 0;
  for (let index = count - units; index < count; index += 1) held += sorted[index] as number;
  const value = held / total;
  const excessMean = (held - units * edge) / count;
  const standardError = standardErrorOf(count, (index) => {
    const own = sorted[index] as number;
    const excess = Math.max(0, own - edge) - excessMean;
    return (excess - value * (own - mean)) / mean;
  });
  return { value, units, standardError };
}
