import { quantile } from "../../statistics/quantile.js";
import { sortedOrder } from "../../statistics/ranks.js";

/** How values become groups; see `scoreByEdges` and `scoreByRank`. */
export type Scoring = "quantile" | "rank";

/** The inner edges of `groups` groups of equal share: the quantiles 1/groups … (groups − 1)/groups, type 7. */
export const quantileEdges = (sorted: ArrayLike<number>, groups: number): number[] =>
  Array.from({ length: groups - 1 }, (_, index) => quantile(sorted, (index + 1) / groups));

/**
 * In which group, from 1 for the lowest values, does each value lie?
 *
 * A value that equals an edge belongs to the group above it, so equal values always share a group. The smallest value itself is always in
 * group 1: where many customers share it (one purchase each), edges fall on it and would lift them all.
 *
 * @param values one number per customer
 * @param edges inner edges, ascending
 */
export function scoreByEdges(values: Float64Array, edges: readonly number[]): Uint8Array {
  const smallest = values.reduce((low, value) => Math.min(low, value), Infinity);
  const scores = new Uint8Array(values.length).fill(1);
  for (const edge of edges) {
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index] as number;
      if (value >= edge && value > smallest) scores[index] = (scores[index] as number) + 1;
    }
  }
  return scores;
}

/**
 * In which group does each value lie when the groups shall have equal sizes, whatever the ties?
 *
 * Values are ranked, equal ones in the order given; the ranks are cut at their own quantiles, and a rank that equals an edge belongs to
 * the group below it, as pandas does: `qcut(values.rank(method="first"), groups)`.
 */
export function scoreByRank(values: Float64Array, groups: number): Uint8Array {
  const scores = new Uint8Array(values.length);
  const edges = Array.from({ length: groups - 1 }, (_, index) => 1 + ((values.length - 1) * (index + 1)) / groups);
  let group = 1;
  sortedOrder(values).forEach((customer, index) => {
    while (group < groups && index + 1 > (edges[group - 1] as number)) group += 1;
    scores[customer] = group;
  });
  return scores;
}

/** Turns the scale round: the lowest values get the highest score, as recency needs it. */
export const reversed = (scores: Uint8Array, groups: number): Uint8Array => scores.map((score) => groups + 1 - score);
