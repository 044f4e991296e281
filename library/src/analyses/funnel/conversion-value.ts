import { studentQuantile } from "../../statistics/distributions.js";
import type { Interval } from "../../statistics/interval.js";
import type { ValueSums } from "./read-details.js";
import { known, settled } from "./share.js";
import type { ConversionValue } from "./values.js";

/** The interval of a mean of `n` values by Student's t; nothing below two. */
function meanInterval(n: number, total: number, squares: number): Interval | undefined {
  if (n < 2) return undefined;
  const mean = total / n;
  const variance = Math.max(0, (squares - n * mean * mean) / (n - 1));
  const reach = studentQuantile(0.975, n - 1) * Math.sqrt(variance / n);
  return [settled(mean - reach), settled(mean + reach)];
}

/** What conversions are worth: those with an amount, and per unit that entered, who are worth nothing without a conversion. */
export function conversionValueOf(column: string, { n, total, squares }: ValueSums, entered: number): ConversionValue | undefined {
  if (n === 0) return undefined;
  return {
    column,
    sum: settled(total),
    n,
    mean: settled(total / n),
    ...known("meanInterval", meanInterval(n, total, squares)),
    perEntrant: settled(total / entered),
    ...known("perEntrantInterval", meanInterval(entered, total, squares)),
  };
}
