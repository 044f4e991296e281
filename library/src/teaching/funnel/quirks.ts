import type { Random } from "../random.js";
import type { EventRow } from "./event-row.js";
import { endOfData, entryDays, firstDay, type PlannedUser } from "./plan-users.js";
import { stepIds } from "./words.js";

const [hour, day] = [3600, 86_400];
const own = { platform: "web", channel: "direct", plan: undefined, cents: undefined } as const;

/** Rows whose user is not known: visitors who refuse cookies. */
export const rowsWithoutUser = (random: Random, count: number): EventRow[] =>
  Array.from({ length: count }, (_, index) => ({
    ...own,
    user: undefined,
    time: firstDay + random.below(entryDays * day),
    event: random.chance(0.8) ? ("landing" as const) : ("pricing" as const),
    session: `anonymous-${index + 1}`,
  }));

/** Colleagues who try the whole funnel in a minute, once each, and a monitor that opens the landing page every eight hours. */
export function testAccounts(): PlannedUser[] {
  const colleague = (index: number): PlannedUser => ({
    id: `qa_test_0${index + 1}`,
    channel: "direct",
    platform: "web",
    plan: "starter",
    hasDemo: false,
    stepTimes: stepIds.map((_, step) => firstDay + (7 * index + 2) * day + 9 * hour + step * 12),
  });
  return [0, 1, 2].map(colleague);
}

export const monitorId = "uptime-monitor";

export const monitorRows = (): EventRow[] =>
  Array.from({ length: entryDays * 3 }, (_, index) => ({
    ...own,
    user: monitorId,
    time: firstDay + index * 8 * hour,
    event: "landing" as const,
    session: `monitor-${index + 1}`,
  }));

/** Rows that the export holds twice. */
export const repeatedRows = (random: Random, rows: readonly EventRow[], share: number): EventRow[] =>
  rows.filter(() => random.chance(share));

/** In order of time; rows of one second keep the order in which they were made. */
export const inOrder = (rows: readonly EventRow[]): EventRow[] =>
  rows.filter(({ time }) => time < endOfData).sort((one, other) => one.time - other.time);
