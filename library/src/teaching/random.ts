/** Chance that is the same on every machine: the same seed gives the same numbers in the same order. */
export interface Random {
  /** From 0 (included) to 1 (excluded). */
  next(): number;
  /** A whole number from 0 to `limit − 1`. */
  below(limit: number): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** A draw around 0 with spread 1, between −6 and 6. */
  normal(): number;
}

/**
 * Where does reproducible chance come from?
 *
 * Method: mulberry32 (Tommy Ettinger, public domain): a 32-bit counter stepped by 0x6D2B79F5 and mixed by two multiplications, so that only
 * integer operations with an exact result are used. `normal` is the sum of twelve uniform draws less six (Irwin–Hall), which needs no
 * logarithm or sine, whose last digit differs between platforms.
 * Checked: the first draws of seed 1 and 123456789 as the published reference code gives them.
 */
export function makeRandom(seed: number): Random {
  let counter = seed >>> 0;
  const next = () => {
    counter = (counter + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(counter ^ (counter >>> 15), counter | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (probability) => next() < probability,
    pick: (items) => {
      if (items.length === 0) throw new RangeError("There is nothing to pick from.");
      return items[below(items.length)] as (typeof items)[number];
    },
    normal: () => {
      let total = -6;
      for (let draw = 0; draw < 12; draw += 1) total += next();
      return total;
    },
  };
}
