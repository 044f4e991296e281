import { criticalValue } from "../../statistics/interval.js";
import { holm } from "../../statistics/experiments/multiplicity.js";
import { kaplanMeier } from "../../statistics/survival/kaplan-meier.js";
import { logRank } from "../../statistics/survival/log-rank.js";
import { restrictedMean } from "../../statistics/survival/restricted-mean.js";
import { settle } from "./curves.js";
import type { GroupCounts } from "./reduce.js";
import type { ComparisonValues, PairValues } from "./values.js";

/** All pairs of more groups than this are too many to read. */
const mostPaired = 10;
/** Groups smaller than this are not named as the longest- or shortest-lasting. */
const smallGroup = 30;

function comparePairs(groups: readonly GroupCounts[]): PairValues[] {
  if (groups.length < 3 || groups.length > mostPaired) return [];
  const pairs = groups.flatMap((one, index) =>
    groups.slice(index + 1).flatMap((other) => {
      const { chiSquare, pValue } = logRank([one.counts, other.counts]);
      return pValue === undefined ? [] : [{ one: one.group, other: other.group, chiSquare: settle(chiSquare), pValue }];
    }),
  );
  const adjusted = holm(pairs.map(({ pValue }) => pValue));
  return pairs.map((pair, index) => ({ ...pair, adjusted: adjusted[index] as number }));
}

/** The largest difference between groups, in mean time of a span that all of them were watched for. */
function largestDifference(groups: readonly GroupCounts[]): ComparisonValues["difference"] {
  const large = groups.filter(({ counts }) => counts.units >= smallGroup);
  const compared = large.length >= 2 ? large : groups;
  const until = Math.min(...compared.map(({ counts }) => counts.times.at(-1) ?? 0));
  if (!(until > 0)) return undefined;
  const means = compared
    .map(({ group, counts }) => ({ group, ...restrictedMean(kaplanMeier(counts), until) }))
    .sort((one, other) => other.value - one.value);
  const [longest, shortest] = [means[0], means.at(-1)];
  if (!longest || !shortest || longest === shortest) return undefined;
  const value = longest.value - shortest.value;
  const reach = criticalValue() * Math.hypot(longest.standardError, shortest.standardError);
  return {
    longest: longest.group,
    shortest: shortest.group,
    value: settle(value),
    interval: [settle(value - reach), settle(value + reach)],
    until,
  };
}

/** Do the groups differ, which two of them, and by how much time? */
export function compareGroups(groups: readonly GroupCounts[]): ComparisonValues | undefined {
  if (groups.length < 2) return undefined;
  const { chiSquare, degreesOfFreedom, pValue } = logRank(groups.map(({ counts }) => counts));
  const difference = largestDifference(groups);
  return {
    chiSquare: settle(chiSquare),
    degreesOfFreedom,
    ...(pValue === undefined ? {} : { pValue }),
    pairs: comparePairs(groups),
    ...(difference ? { difference } : {}),
  };
}
