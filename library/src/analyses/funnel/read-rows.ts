import type { ColumnTable } from "arquero";
import { nearestName } from "../nearest-name.js";
import { noRows, noUsableRows } from "../errors.js";
import { describeSetAside, inOrderOfKind } from "../set-aside.js";
import { eventUnknown, timeZoneUnknown } from "./errors.js";
import type { FunnelInput, FunnelPlan } from "./plan.js";
import { frequentEvents } from "./summary.sql.js";
import { funnelTitle } from "./title.js";
import { asideCounts, daysOf, filledCounts, plainCounts, rowCounts } from "./usable.sql.js";
import type { SetAside } from "./values.js";

/** What became of the rows, and the time that those used cover. */
export interface SeenRows {
  readonly rows: { readonly read: number; readonly used: number };
  readonly setAside: readonly SetAside[];
  /** First and last event that counts, in microseconds and as days of the time zone; the end is that of the day counted to where one is given. */
  readonly firstTime: number;
  readonly endTime: number;
  readonly days: readonly [first: string, last: string];
}

const first = (table: ColumnTable): Record<string, number> => table.object() as Record<string, number>;

/** The input with a time zone that the engine knows too. */
export function withTimeZone(input: FunnelInput): FunnelInput {
  try {
    const { timeZone } = new Intl.DateTimeFormat("en", { timeZone: input.options.timeZone }).resolvedOptions();
    return { ...input, options: { ...input.options, timeZone } };
  } catch {
    throw timeZoneUnknown({ timeZone: input.options.timeZone });
  }
}

export async function readRows(input: FunnelInput): Promise<SeenRows> {
  const { read, used, firstTime, endTime } = (await countWholeRows(input)) ?? (await countRows(input));
  const { name } = input.dataset.input;
  if (read === 0) throw noRows({ analysis: funnelTitle, name });
  const setAside = used < read ? await readSetAside(input) : [];
  if (used === 0) throw noUsableRows({ analysis: funnelTitle, name, rows: read, reasons: describeSetAside(setAside) });
  const days = (await input.query(daysOf(input, firstTime, endTime))).object() as { first_day: string; last_day: string };
  return { rows: { read, used }, setAside, firstTime, endTime, days: [days.first_day, days.last_day] };
}

type Counted = Readonly<Record<"read" | "used" | "firstTime" | "endTime", number>>;

/** The rows where each of them counts, which is soon seen; nothing where one may not. */
async function countWholeRows(input: FunnelInput): Promise<Counted | undefined> {
  if (input.options.asOf !== undefined) return undefined;
  const {
    read_rows: read = 0,
    least_filled: least = 0,
    first_time: firstTime = 0,
    last_time: endTime = 0,
  } = first(await input.query(plainCounts(input)));
  if (read === 0 || least < read) return undefined;
  for (const counted of filledCounts(input)) {
    if ((first(await input.query(counted))["filled"] ?? 0) < read) return undefined;
  }
  return { read, used: read, firstTime, endTime };
}

async function countRows(input: FunnelInput): Promise<Counted> {
  const {
    read_rows: read = 0,
    used_rows: used = 0,
    first_time: firstTime = 0,
    last_time: endTime = 0,
  } = first(await input.query(rowCounts(input)));
  return { read, used, firstTime, endTime };
}

async function readSetAside(input: FunnelInput): Promise<SetAside[]> {
  const found = (await input.query(asideCounts(input))).objects() as { kind: SetAside["kind"]; row_count: number }[];
  return inOrderOfKind(found.map(({ kind, row_count }) => ({ kind, rows: row_count })));
}

export const mostFrequent = async (input: FunnelInput, limit: number): Promise<string[]> =>
  (await input.query(frequentEvents(input, limit))).array("event") as string[];

/** A step that nobody reached may be misspelt: its events must be there at least. */
export async function refuseUnknownEvents(input: FunnelInput, { steps, exclusions }: FunnelPlan): Promise<void> {
  const events = await mostFrequent(input, 100_000);
  const known = new Set(events);
  const unknown = [...steps, ...exclusions].find((step) => step.events && !step.events.some((event) => known.has(event)));
  const event = unknown?.events?.[0];
  if (event !== undefined) throw eventUnknown({ event, nearest: nearestName(event, events) ?? "", events: events.slice(0, 5) });
}
