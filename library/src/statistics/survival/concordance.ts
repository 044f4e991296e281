import type { OrderedRows } from "./risk-sets.js";

/** Of all pairs of which it is known who had the event first: how many does the model put in that order? */
export interface Concordance {
  /** (concordant + half of the ties) ÷ pairs (0–1); NaN without a pair. */
  readonly value: number;
  readonly pairs: number;
}

/** Counts by rank that tell quickly how many lie below one (Fenwick tree). */
class RankCounts {
  readonly #counts: Float64Array;

  constructor(ranks: number) {
    this.#counts = new Float64Array(ranks + 1);
  }

  add(rank: number): void {
    for (let place = rank + 1; place < this.#counts.length; place += place & -place)
      this.#counts[place] = (this.#counts[place] as number) + 1;
  }

  below(rank: number): number {
    let sum = 0;
    for (let place = rank; place > 0; place -= place & -place) sum += this.#counts[place] as number;
    return sum;
  }
}

function ranksOf(risk: Float64Array): { ranks: Uint32Array; distinct: number } {
  const sorted = Float64Array.from(new Set(risk)).sort();
  const ranks = Uint32Array.from(risk, (value) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as number) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  });
  return { ranks, distinct: sorted.length };
}

/**
 * Concordance of a Cox model's risks with the times.
 *
 * A pair is known when the earlier time is an event; at equal times an event is earlier than a censored one, and two events are no pair.
 *
 * Method: Harrell's C, as R's `concordance` counts it. Checked: R survival 3.5 on rossi (0.640329).
 */
export function concordance({ rows, width, x, events, starts }: OrderedRows, beta: Float64Array): Concordance {
  const risk = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < width; column += 1)
      risk[row] = (risk[row] as number) + (beta[column] as number) * (x[row * width + column] as number);
    // Sums of the same numbers in another order differ in their last digits; equal risks must tie.
    risk[row] = Math.round((risk[row] as number) * 1e10) / 1e10;
  }
  const { ranks, distinct } = ranksOf(risk);
  const later = new RankCounts(distinct);
  let [pairs, concordant, counted] = [0, 0, 0];
  for (let index = 0; index + 1 < starts.length; index += 1) {
    const [from, to] = [starts[index] as number, starts[index + 1] as number];
    for (let row = from; row < to; row += 1) {
      if (events[row]) continue;
      later.add(ranks[row] as number);
      counted += 1;
    }
    for (let row = from; row < to; row += 1) {
      if (!events[row]) continue;
      const rank = ranks[row] as number;
      const below = later.below(rank);
      pairs += counted;
      concordant += below + (later.below(rank + 1) - below) / 2;
    }
    for (let row = from; row < to; row += 1) {
      if (!events[row]) continue;
      later.add(ranks[row] as number);
      counted += 1;
    }
  }
  return { value: pairs === 0 ? Number.NaN : concordant / pairs, pairs };
}
