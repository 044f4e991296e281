/** An estimate with the standard error that its influence function gives; NaN when there are fewer than two units. */
export interface Estimate {
  readonly value: number;
  readonly standardError: number;
}

/** The standard error of an estimate from the influence of each unit on it: √(Σ influence² / n²); units weigh the same. */
export function standardErrorOf(count: number, influence: (index: number) => number): number {
  if (count < 2) return Number.NaN;
  let squares = 0;
  for (let index = 0; index < count; index += 1) squares += influence(index) ** 2;
  return Math.sqrt(squares) / count;
}

/** The plain sum, in the order given. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < values.length; index += 1) total += values[index] as number;
  return total;
}
