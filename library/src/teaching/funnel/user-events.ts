import type { Random } from "../random.js";
import type { EventRow } from "./event-row.js";
import { endOfData, type PlannedUser } from "./plan-users.js";
import { otherIds, planCents, stepIds, type EventId } from "./words.js";

const [minute, hour, day] = [60, 3600, 86_400];
/** A visit ends after half an hour without an event. */
const sessionGap = 30 * minute;

/** What a user does, before it has a visit, a channel and an amount. */
type Moment = readonly [time: number, event: EventId];

const noise = otherIds.filter((id) => id !== "demo");

/** Things done besides: the same for everyone who enters, however far they go. */
function besides(random: Random, { hasDemo, stepTimes: [entry = 0] }: PlannedUser): Moment[] {
  const others = Array.from({ length: random.below(4) }, (): Moment => [
    entry + random.between(minute, random.chance(0.5) ? hour : 10 * day),
    random.pick(noise),
  ]);
  return hasDemo ? [[entry + random.between(20, 80), "demo"], ...others] : others;
}

/** The same step once more, soon after: pages are read twice, projects are followed by others. */
const repeated = (random: Random, { stepTimes }: PlannedUser): Moment[] =>
  stepTimes.flatMap((time, index): Moment[] => {
    const isRepeated = index < stepIds.length - 1 && random.chance(0.15);
    return isRepeated ? [[time + random.between(10, 8 * minute), stepIds[index] as EventId]] : [];
  });

/** What must not count as a step: done before entering, without the step before, or long after the window. */
function outOfOrder(random: Random, { stepTimes }: PlannedUser): Moment[] {
  const [entry = 0] = stepTimes;
  const last = stepTimes.at(-1) as number;
  const reached = stepTimes.length;
  const moments: Moment[] = [];
  if (random.chance(0.03)) moments.push([entry - random.between(hour, 4 * day), "trial"]);
  if (reached === 1 && random.chance(0.05)) moments.push([entry + random.between(hour, day), "trial"]);
  if (reached <= 2 && random.chance(0.1)) moments.push([entry + random.between(8 * day, 20 * day), "landing"]);
  if (reached === 4 && random.chance(0.08)) moments.push([last + random.between(8 * day, 20 * day), "order"]);
  return moments;
}

/** Those who pay come back a month later, and pay again. */
const renewal = (random: Random, { stepTimes }: PlannedUser): Moment[] =>
  stepTimes.length === stepIds.length && random.chance(0.4) ? [[(stepTimes.at(-1) as number) + 30 * day, "order"]] : [];

/** Paid with a voucher of 10 % now and then. */
const paidCents = (random: Random, { plan }: PlannedUser): number => Math.round(planCents[plan] * (random.chance(0.2) ? 0.9 : 1));

/** All that one user leaves in the log before the data ends, in order of time. A later visit now and then comes without the channel's mark. */
export function userEvents(random: Random, user: PlannedUser): EventRow[] {
  const steps = user.stepTimes.map((time, index): Moment => [time, stepIds[index] as EventId]);
  const moments = [...steps, ...repeated(random, user), ...besides(random, user), ...outOfOrder(random, user), ...renewal(random, user)]
    .filter(([time]) => time < endOfData)
    .sort(([one], [other]) => one - other);
  const trialAt = user.stepTimes[stepIds.indexOf("trial")] ?? Infinity;
  let [visit, before, channel] = [0, -Infinity, user.channel];
  return moments.map(([time, event]): EventRow => {
    if (time - before > sessionGap) {
      visit += 1;
      channel = time > (user.stepTimes[0] as number) && random.chance(0.15) ? "direct" : user.channel;
    }
    before = time;
    return {
      user: user.id,
      time,
      event,
      session: `${user.id}-${visit}`,
      platform: user.platform,
      channel,
      plan: time >= trialAt ? user.plan : undefined,
      cents: event === "order" ? paidCents(random, user) : undefined,
    };
  });
}
