/** An event and how many users did it. */
export interface EventCount {
  readonly event: string;
  readonly users: number;
}

/** Users who did one event for the first time before they first did another. */
export interface Before {
  readonly earlier: string;
  readonly later: string;
  readonly users: number;
}

/** Charts of more steps are hard to read. */
const mostSteps = 7;

/**
 * Which events do users do one after the other?
 *
 * The longest chain of events, each done by fewer users than the one before, in which at least `share` of the users of an event had done the
 * one before it first. Of chains of one length, the one that fewest users end is the deepest and is taken. Things done besides the way are in
 * no chain: those who go on did them no more often than others.
 *
 * @param share from 0 to 1 (default 0.8)
 * @returns names in their order; empty where no two events follow each other
 */
export function longestChain(counts: readonly EventCount[], before: readonly Before[], share = 0.8): readonly string[] {
  const sorted = counts.toSorted((one, other) => other.users - one.users || (one.event < other.event ? -1 : 1));
  const users = new Map(before.map((pair) => [JSON.stringify([pair.earlier, pair.later]), pair.users]));
  const follows = (earlier: EventCount, later: EventCount) =>
    earlier.users > later.users && (users.get(JSON.stringify([earlier.event, later.event])) ?? 0) >= share * later.users;
  const chains = new Map<EventCount, readonly EventCount[]>();
  for (const later of sorted) {
    const earlier = sorted.filter((one) => chains.has(one) && follows(one, later)).map((one) => chains.get(one) ?? []);
    chains.set(later, [...(deepest(earlier.filter((chain) => chain.length < mostSteps)) ?? []), later]);
  }
  const chain = deepest([...chains.values()]) ?? [];
  return chain.length < 2 ? [] : chain.map(({ event }) => event);
}

const deepest = (chains: readonly (readonly EventCount[])[]): readonly EventCount[] | undefined =>
  chains.toSorted((one, other) => other.length - one.length || (one.at(-1)?.users ?? 0) - (other.at(-1)?.users ?? 0))[0];
