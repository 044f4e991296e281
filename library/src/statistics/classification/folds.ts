import { makeRandom } from "../../teaching/random.js";

export interface FoldOptions {
  readonly folds: number;
  /** The same seed gives the same folds. */
  readonly seed: number;
  /** Rows with the same group share a fold, so that one customer is never both learnt from and judged; numbered from 0. */
  readonly groups?: Uint32Array | undefined;
}

/**
 * Which fold does each row belong to? Every fold has nearly the same share of events.
 *
 * @returns one number from 0 to folds − 1 per row
 */
export function stratifiedFolds(outcome: Uint8Array, { folds, seed, groups }: FoldOptions): Uint8Array {
  const units = groups ? eventsByGroup(outcome, groups) : outcome;
  const random = makeRandom(seed);
  const foldOf = new Uint8Array(units.length);
  let next = 0;
  for (const kind of [1, 0]) {
    for (const unit of shuffled(units, kind, random.below)) {
      foldOf[unit] = next;
      next = (next + 1) % folds;
    }
  }
  return groups ? Uint8Array.from(groups, (group) => foldOf[group] as number) : foldOf;
}

function eventsByGroup(outcome: Uint8Array, groups: Uint32Array): Uint8Array {
  const result = new Uint8Array(groups.reduce((most, group) => Math.max(most, group + 1), 0));
  groups.forEach((group, row) => {
    if (outcome[row] === 1) result[group] = 1;
  });
  return result;
}

/** Positions of one kind in random order (Fisher and Yates). */
function shuffled(units: Uint8Array, kind: number, below: (limit: number) => number): Uint32Array {
  let size = 0;
  const order = new Uint32Array(units.length);
  for (let unit = 0; unit < units.length; unit += 1) if (units[unit] === kind) order[size++] = unit;
  for (let place = size - 1; place > 0; place -= 1) {
    const other = below(place + 1);
    const held = order[place] as number;
    order[place] = order[other] as number;
    order[other] = held;
  }
  return order.subarray(0, size);
}
