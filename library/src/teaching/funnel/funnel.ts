import type { Language } from "../../language/language.js";
import { makeRandom } from "../random.js";
import type { EventRow } from "./event-row.js";
import { firstDay, planUsers } from "./plan-users.js";
import { inOrder, monitorId, monitorRows, repeatedRows, rowsWithoutUser, testAccounts } from "./quirks.js";
import type { FunnelStory } from "./story.js";
import { truthOf, type FunnelTruth, type Made } from "./truth.js";
import { userEvents } from "./user-events.js";
import { funnelWords } from "./words.js";

export interface FunnelSettings {
  readonly seed: number;
  /** Users who enter. */
  readonly size: number;
  readonly language: Language;
  readonly story: FunnelStory;
}

export interface FunnelSample {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly truth: FunnelTruth;
}

/**
 * Twelve weeks of events of a subscription product, from the landing page to the paid order, one row per event.
 *
 * The story "leak": the trial sign-up loses 40 % of those who get there, more than any other step, and more still among those who come from
 * paid social; those who watched the demo pay more often. The story "even": every step loses 30 % of everyone.
 * The same seed gives the same events in both languages; only columns, events, channels and plans are named differently.
 * Quirks of real exports are in it: other events, steps done twice, before the entry, without the one before or after the window, rows
 * without a user, rows held twice, colleagues' test accounts, a monitor, and last days whose windows are not over.
 */
export function makeFunnel({ seed, size, language, story }: FunnelSettings): FunnelSample {
  const made = makeEvents(seed, size, story);
  return { rows: made.rows.map((row) => rowOf(row, language)), truth: truthOf(made, { seed, story }) };
}

function makeEvents(seed: number, size: number, story: FunnelStory): Made {
  const random = makeRandom(seed);
  const tests = testAccounts();
  const monitor = { ...(tests[0] as (typeof tests)[number]), id: monitorId, stepTimes: [firstDay] };
  const users = [...planUsers(random, story, size), ...tests];
  const known = users.flatMap((user) => userEvents(random, user));
  const twice = repeatedRows(random, known, 0.006);
  const unknown = rowsWithoutUser(random, Math.round(known.length * 0.01));
  return {
    users: [...users, monitor],
    rows: inOrder([...known, ...twice, ...unknown, ...monitorRows()]),
    testAccounts: [...tests.map(({ id }) => id), monitorId],
    rowsWithoutUser: unknown.length,
    duplicateRows: twice.length,
  };
}

function rowOf(row: EventRow, language: Language): Record<string, unknown> {
  const { columns, events, channels, plans, platforms } = funnelWords[language];
  return {
    [columns.user]: row.user ?? null,
    [columns.time]: new Date(row.time * 1000),
    [columns.event]: events[row.event],
    [columns.session]: row.session,
    [columns.platform]: platforms[row.platform],
    [columns.channel]: channels[row.channel],
    [columns.plan]: row.plan ? plans[row.plan] : null,
    [columns.amount]: row.cents === undefined ? null : row.cents / 100,
  };
}
