import { normalUpper } from "../../statistics/distributions.js";
import { newcombeInterval } from "../../statistics/experiments/conversion-intervals.js";
import type { FunnelPlan } from "./plan.js";
import type { GroupRow } from "./read-details.js";
import { known, settled, shareOf } from "./share.js";
import type { Breakdown, ComparedStep, Comparison, FunnelGroup, Share } from "./values.js";

/** What a breakdown is made from. */
export interface GroupFacts {
  readonly plan: FunnelPlan;
  readonly column: string;
  readonly at: "first" | "last" | number;
  readonly groups: { readonly rows: readonly GroupRow[]; readonly distinct: number };
}

const kinds = (rank: number | undefined): FunnelGroup["kind"] => (rank === undefined ? "missing" : rank === 0 ? "other" : "value");

/** Positions of the required step before each step, −1 for the first, and of the last required one; in any order, all are required. */
const positions = ({ steps, order }: FunnelPlan) => {
  const isRequired = steps.map(({ isOptional }) => order === "any" || !isOptional);
  return { before: steps.map((_, index) => isRequired.slice(0, index).lastIndexOf(true)), last: isRequired.lastIndexOf(true), isRequired };
};

/** The breakdown: groups with their steps, each with its intervals. */
export function breakdownOf({ plan, column, at, groups }: GroupFacts): Breakdown {
  const { before, last } = positions(plan);
  const group = ({ rank, name, counts, median }: GroupRow): FunnelGroup => {
    const [entered = 0, converted = 0] = [counts[0], counts[last]];
    return {
      name,
      kind: kinds(rank),
      entered,
      converted,
      ...known("rate", shareOf(converted, entered)),
      steps: counts.map((count, index) => ({
        count,
        ...known("ofFirst", shareOf(count, entered)),
        ...known("ofPrevious", index === 0 ? undefined : shareOf(count, counts[before[index] ?? 0] ?? 0)),
      })),
      ...known("medianSeconds", Number.isFinite(median) ? settled(median / 1e6) : undefined),
    };
  };
  const attribution = typeof at === "number" ? ({ attribution: "step", step: at } as const) : { attribution: at };
  return { column, ...attribution, groups: groups.rows.map(group), distinct: groups.distinct };
}

/** The names of the two groups to compare: those asked for, else the two values where there are no more. */
export function comparedNames({ groups }: Breakdown, asked: readonly string[] = []): readonly [string, string] | undefined {
  const named = groups.filter(({ kind }) => kind === "value").map(({ name }) => name);
  const isPair = named.length === 2 && !groups.some(({ kind }) => kind === "other");
  const [first, second] = asked.length === 2 ? asked : isPair ? named : [];
  return first === undefined || second === undefined ? undefined : [first, second];
}

/** Two-sided p-value that two rates are one, with the pooled rate; 1 where nothing differs. */
function scoreTest(one: Share, other: Share): number {
  const pooled = (one.value * one.n + other.value * other.n) / (one.n + other.n);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / one.n + 1 / other.n));
  return error === 0 ? 1 : Math.min(1, 2 * normalUpper(Math.abs(one.value - other.value) / error));
}

function compareShares(index: number, name: string, first: Share | undefined, second: Share | undefined): ComparedStep | undefined {
  if (!first || !second) return undefined;
  const counts = ({ value, n }: Share) => ({ successes: Math.round(value * n), units: n });
  return {
    index,
    name,
    first,
    second,
    difference: second.value - first.value,
    interval: newcombeInterval(counts(first), counts(second)),
    p: scoreTest(first, second),
  };
}

/**
 * Do two groups get equally far?
 *
 * Rates of the second less those of the first, per step (of those who reached the required step before) and overall, with Newcombe intervals
 * and the two-sided score test of two proportions (no continuity correction). Nothing where a group did not enter at all.
 */
export function compareGroups(plan: FunnelPlan, breakdown: Breakdown, [first, second]: readonly [string, string]): Comparison | undefined {
  const find = (name: string) => breakdown.groups.find((group) => group.kind === "value" && group.name === name);
  const [one, other] = [find(first), find(second)];
  if (!one || !other) return undefined;
  const { last } = positions(plan);
  const overall = compareShares(last + 1, plan.steps[last]?.name ?? "", one.rate, other.rate);
  return {
    column: breakdown.column,
    first,
    second,
    entered: [one.entered, other.entered],
    ...known("overall", overall),
    steps: plan.steps.flatMap(
      ({ name }, index) => compareShares(index + 1, name, one.steps[index]?.ofPrevious, other.steps[index]?.ofPrevious) ?? [],
    ),
  };
}
