import type { EventRow } from "./event-row.js";
import { endOfData, windowDays, type PlannedUser } from "./plan-users.js";
import { channelShares, planOf, stepChance, type FunnelStory } from "./story.js";
import { stepIds, type ChannelId, type EventId, type StepId } from "./words.js";

/** What was planted: what an analysis of the sample should find. Steps, channels and events are named by ids, as in `funnelWords`. */
export interface FunnelTruth {
  readonly seed: number;
  readonly story: FunnelStory;
  readonly steps: readonly StepId[];
  /** The window (days from the entry) within which every planted conversion is done. */
  readonly windowDays: number;
  /** The chance to go on to each step from the one before, 1 for the first: what the shares in the rows scatter around. */
  readonly stepRates: readonly number[];
  /** The step that leaks most, with the share that it loses; absent where all leak alike. */
  readonly leak?: { readonly step: StepId; readonly loss: number; readonly channel: ChannelId; readonly channelLoss: number };
  /** The event whose users convert more, with the odds ratio of conversion that follows from the planted chances. */
  readonly driver?: { readonly event: EventId; readonly oddsRatio: number };
  /** Users who reach each step in order within the window and before the data ends, test accounts among them. */
  readonly reached: readonly number[];
  /** The same for each channel of the first visit. */
  readonly reachedByChannel: Readonly<Record<string, readonly number[]>>;
  /** How many steps each user reaches, by user id. */
  readonly stepsOf: Readonly<Record<string, number>>;
  /** Seconds from entry to order of those who convert, ascending. */
  readonly secondsToConvert: readonly number[];
  /** What the converting orders are worth. */
  readonly revenue: number;
  /** The first entry day whose window had not passed when the data ended, `2025-06-23`. */
  readonly incompleteFrom: string;
  /** Users who pay, but after the window. */
  readonly lateConversions: number;
  readonly testAccounts: readonly string[];
  readonly rowsWithoutUser: number;
  readonly duplicateRows: number;
}

/** Users as they ended up in the rows, and the rows that were added. */
export interface Made {
  readonly users: readonly PlannedUser[];
  readonly rows: readonly EventRow[];
  readonly testAccounts: readonly string[];
  readonly rowsWithoutUser: number;
  readonly duplicateRows: number;
}

const [, ...laterSteps] = stepIds;
const visible = ({ stepTimes }: PlannedUser): readonly number[] => stepTimes.filter((time) => time < endOfData);
const reachedBy = (users: readonly PlannedUser[]): number[] =>
  stepIds.map((_, index) => users.filter((user) => visible(user).length > index).length);

/** The share of users with or without the demo who convert, over all channels. */
const conversion = (story: FunnelStory, hasDemo: boolean): number =>
  channelShares
    .map(([channel, share]) => laterSteps.reduce((chance, step) => chance * stepChance(story, step, { channel, hasDemo }), share))
    .reduce((sum, share) => sum + share, 0);

function driverOf(story: FunnelStory): Pick<FunnelTruth, "driver"> {
  if (!planOf(story).driver) return {};
  const odds = (share: number) => share / (1 - share);
  return { driver: { event: "demo", oddsRatio: odds(conversion(story, true)) / odds(conversion(story, false)) } };
}

function leakOf(story: FunnelStory): Pick<FunnelTruth, "leak"> {
  const { leak, losses } = planOf(story);
  return leak ? { leak: { step: leak.step, loss: losses[leak.step], channel: leak.channel, channelLoss: leak.loss } } : {};
}

/** Users who are planted to stop after the project and have an order all the same. */
function lateConversions({ users, rows }: Made): number {
  const buyers = new Set(rows.filter(({ event }) => event === "order").map(({ user }) => user));
  return users.filter(({ id, stepTimes }) => stepTimes.length < stepIds.length && buyers.has(id)).length;
}

/** What the first order of each converting user is worth. */
function revenueOf({ users, rows }: Made): number {
  const converted = new Set(users.filter((user) => visible(user).length === stepIds.length).map(({ id }) => id));
  const first = new Map<string, number>();
  for (const { user, event, cents } of rows) {
    if (event === "order" && user !== undefined && converted.has(user) && !first.has(user)) first.set(user, cents ?? 0);
  }
  return [...first.values()].reduce((sum, cents) => sum + cents, 0) / 100;
}

const secondsToConvert = (users: readonly PlannedUser[]): number[] =>
  users
    .map(visible)
    .filter(({ length }) => length === stepIds.length)
    .map((times) => (times.at(-1) as number) - (times[0] as number))
    .sort((one, other) => one - other);

/** Writes down what was planted and what came of it. */
export function truthOf(made: Made, { seed, story }: { readonly seed: number; readonly story: FunnelStory }): FunnelTruth {
  const { users, testAccounts, rowsWithoutUser, duplicateRows } = made;
  const channels = [...new Set(users.map(({ channel }) => channel))].sort();
  return {
    ...{ seed, story, steps: stepIds, windowDays },
    stepRates: [1, ...laterSteps.map((step) => 1 - planOf(story).losses[step])],
    ...leakOf(story),
    ...driverOf(story),
    reached: reachedBy(users),
    reachedByChannel: Object.fromEntries(channels.map((id) => [id, reachedBy(users.filter(({ channel }) => channel === id))])),
    stepsOf: Object.fromEntries(users.map((user) => [user.id, visible(user).length])),
    secondsToConvert: secondsToConvert(users),
    revenue: revenueOf(made),
    incompleteFrom: new Date((endOfData - windowDays * 86_400) * 1000).toISOString().slice(0, 10),
    lateConversions: lateConversions(made),
    ...{ testAccounts, rowsWithoutUser, duplicateRows },
  };
}
