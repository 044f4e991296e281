import { makeRandom } from "../../teaching/random.js";

/** How many of a group are held out: the share, rounded, but never all, and none of a single customer. */
export const holdOutSize = (customers: number, share: number): number =>
  Math.min(Math.round(customers * share), Math.max(customers - 1, 0));

/**
 * Who is left alone, so that the effect on the others can be measured?
 *
 * Every set of the wanted size is equally likely; the same seed and size draw the same positions.
 *
 * @param size how many customers the group has
 * @returns the positions (from 0) of the customers that are held out
 *
 * Method: selection sampling, Knuth, The Art of Computer Programming 2, algorithm 3.4.2 S.
 */
export function drawHoldOut(size: number, share: number, seed: number): Set<number> {
  const random = makeRandom(seed);
  const drawn = new Set<number>();
  const wanted = holdOutSize(size, share);
  for (let position = 0; drawn.size < wanted; position += 1) {
    if (random.below(size - position) < wanted - drawn.size) drawn.add(position);
  }
  return drawn;
}
