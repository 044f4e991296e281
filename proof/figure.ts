/** One published or reference figure, and how Marklab arrives at its own. */
export interface Figure {
  /** What is computed, with the case: `Welch, mean, relative lift: p`. */
  readonly name: string;
  /** Where the expected value comes from. */
  readonly source: string;
  readonly expected: number | readonly number[];
  /** The largest difference that counts as the same (absolute). */
  readonly tolerance: number;
  ours(): number | readonly number[] | Promise<number | readonly number[]>;
  /** The file of the data folder that it is computed from; the figure is left out by name where that is absent. */
  readonly data?: string;
}

/** A figure beside ours. */
export interface Compared {
  readonly figure: Figure;
  readonly ours: readonly number[];
  /** The largest absolute difference; infinite where the two have different lengths or ours is no number. */
  readonly difference: number;
  readonly isWithin: boolean;
}

const listOf = (value: number | readonly number[]): readonly number[] => (typeof value === "number" ? [value] : value);

/** Computes a figure and compares it element by element. */
export async function compare(figure: Figure): Promise<Compared> {
  const ours = listOf(await figure.ours());
  const expected = listOf(figure.expected);
  const differences = expected.map((value, index) => Math.abs(value - (ours[index] ?? Number.NaN)));
  const isComparable = ours.length === expected.length && !differences.some(Number.isNaN);
  const difference = isComparable ? Math.max(0, ...differences) : Number.POSITIVE_INFINITY;
  // A value that is given with three digits is met by what rounds to it: a hair of binary noise does not make it a miss.
  return { figure, ours, difference, isWithin: difference <= figure.tolerance * (1 + 1e-9) };
}
