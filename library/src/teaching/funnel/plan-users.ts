import type { Random } from "../random.js";
import { channelShares, demoShare, stepChance, type FunnelStory } from "./story.js";
import { planIds, platformIds, stepIds, type ChannelId, type PlanId, type PlatformId } from "./words.js";

const seconds = { minute: 60, hour: 3600, day: 86_400 } as const;

/** The period in which users enter: twelve weeks from a Monday, in UTC. Nothing is recorded after its end. */
export const firstDay = Date.UTC(2025, 3, 7) / 1000;
export const entryDays = 84;
export const endOfData = firstDay + entryDays * seconds.day;

/** Every planted conversion is done within this time of the entry. */
export const windowDays = 7;

/** One user before anything is written down; times in seconds since 1970. */
export interface PlannedUser {
  readonly id: string;
  readonly channel: ChannelId;
  readonly platform: PlatformId;
  readonly plan: PlanId;
  readonly hasDemo: boolean;
  /** When the user does each step, as far as the user goes. */
  readonly stepTimes: readonly number[];
}

function pickChannel(random: Random): ChannelId {
  let rest = random.next();
  for (const [channel, share] of channelShares) {
    if (rest < share) return channel;
    rest -= share;
  }
  return "referral";
}

const pickPlatform = (random: Random): PlatformId => platformIds[random.chance(0.55) ? 0 : random.chance(0.55) ? 1 : 2] as PlatformId;
const pickPlan = (random: Random): PlanId => planIds[random.chance(0.5) ? 0 : random.chance(0.65) ? 1 : 2] as PlanId;

/** Weekends bring fewer users; late evenings some who go on after midnight. */
function entryTime(random: Random): number {
  const day = random.below(entryDays);
  if (day % 7 >= 5 && random.chance(0.35)) return entryTime(random);
  const minute = random.chance(0.2) ? random.between(22 * 60 + 30, 23 * 60 + 59) : random.between(7 * 60, 22 * 60 + 29);
  return firstDay + day * seconds.day + minute * seconds.minute + random.below(60);
}

/** From `least` to `least + range` seconds, mostly short: a power of a uniform draw, which no platform rounds differently. */
function gap(random: Random, { least, range, power }: { least: number; range: number; power: number }): number {
  let share = random.next();
  for (let factor = 1, base = share; factor < power; factor += 1) share *= base;
  return least + Math.floor(share * range);
}

/** Seconds from each step to the next; all together stay below the window. */
const gaps = {
  pricing: { least: 90, range: seconds.hour / 2, power: 3 },
  trial: { least: 2 * seconds.minute, range: 2 * seconds.day, power: 4 },
  project: { least: 3 * seconds.minute, range: 1.5 * seconds.day, power: 3 },
  order: { least: 10 * seconds.minute, range: 2.5 * seconds.day, power: 2 },
} as const;

function stepTimesOf(random: Random, story: FunnelStory, user: { channel: ChannelId; hasDemo: boolean }): number[] {
  const [, ...later] = stepIds;
  const times = [entryTime(random)];
  for (const step of later) {
    if (!random.chance(stepChance(story, step, user))) break;
    times.push((times.at(-1) as number) + gap(random, gaps[step]));
  }
  return times;
}

/** Users in the order in which they enter, so that an id says nothing about how far its user goes. */
export function planUsers(random: Random, story: FunnelStory, count: number): PlannedUser[] {
  const users = Array.from({ length: count }, () => {
    const user = { channel: pickChannel(random), hasDemo: random.chance(demoShare) };
    const about = { platform: pickPlatform(random), plan: pickPlan(random) };
    return { ...user, ...about, stepTimes: stepTimesOf(random, story, user) };
  });
  const byEntry = users.toSorted((one, other) => (one.stepTimes[0] as number) - (other.stepTimes[0] as number));
  return byEntry.map((user, index) => ({ id: String(200_001 + index), ...user }));
}
