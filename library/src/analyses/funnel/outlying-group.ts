import { wilsonInterval } from "../../statistics/wilson-interval.js";
import type { Breakdown, FunnelGroup, Share } from "./values.js";
import { fewEntries } from "./vocabulary.js";

/** A group whose rate at a step lies apart from that of all other groups together. */
export interface OutlyingGroup {
  readonly group: FunnelGroup;
  /** Share of the step before that the group loses, and that all others lose. */
  readonly lost: Share;
  readonly lostElsewhere: Share;
}

const shareLost = (count: number, before: number): Share => {
  const [low, high] = wilsonInterval(count, before);
  return { value: 1 - count / before, interval: [1 - high, 1 - low], n: before };
};

const total = (groups: readonly FunnelGroup[], step: number): number =>
  groups.reduce((sum, { steps }) => sum + (steps[step - 1]?.count ?? 0), 0);

/**
 * In which group of the breakdown is the loss before a step clearly larger than in all other groups?
 *
 * The group with the largest loss, where its 95 % interval does not overlap that of all others together: two intervals that do not overlap
 * differ at p < 0.006, so that the choice among ten groups stays at about one false claim in twenty.
 *
 * @param step index (from 1) of the step that is not reached
 * @param from index of the step before, which people stop at
 * @returns nothing where no group stands apart, or where it or all others have fewer than 30 units at the step before
 */
export function outlyingGroup(
  { groups }: Breakdown,
  { step, from }: { readonly step: number; readonly from: number },
): OutlyingGroup | undefined {
  const named = groups.filter(({ kind }) => kind === "value");
  const compared = named.flatMap((group): OutlyingGroup[] => {
    const others = groups.filter((other) => other !== group);
    const [before, beforeElsewhere] = [group.steps[from - 1]?.count ?? 0, total(others, from)];
    if (before < fewEntries || beforeElsewhere < fewEntries) return [];
    const lost = shareLost(group.steps[step - 1]?.count ?? 0, before);
    return [{ group, lost, lostElsewhere: shareLost(total(others, step), beforeElsewhere) }];
  });
  const [most] = compared.toSorted((one, other) => other.lost.value - one.lost.value);
  return most && most.lost.interval[0] > most.lostElsewhere.interval[1] ? most : undefined;
}
