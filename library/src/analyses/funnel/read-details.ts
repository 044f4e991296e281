import type { ColumnTable } from "arquero";
import { columnNamed } from "../../data/roles.js";
import type { Sql } from "../../engine/sql.js";
import { nearestName } from "../nearest-name.js";
import type { Ways } from "./attempts.sql.js";
import { compareTwo, groupUnknown, notTogether } from "./errors.js";
import { valuesByOutcome } from "./drivers.sql.js";
import { conversionValue, groups, unitsWithProperty } from "./lookup.sql.js";
import type { FunnelInput } from "./plan.js";
import { busyUsers, repeatedEvents, reversedSteps, skippedSteps } from "./quality.sql.js";
import { people } from "./summary.sql.js";
import { eventsByDay } from "./usable.sql.js";
import type { Workspace } from "./workspace.js";

/** Units with one value of the breakdown: `rank` from 1, 0 for all others together, nothing for those without a value. */
export interface GroupRow {
  readonly rank: number | undefined;
  readonly name: string;
  readonly counts: readonly number[];
  /** Median conversion time in microseconds; NaN where nobody converted. */
  readonly median: number;
}

export interface ValueSums {
  readonly n: number;
  readonly total: number;
  readonly squares: number;
}

/** A value with how many units of each outcome have it. */
export interface OutcomeRow {
  readonly value: string;
  readonly converted: number;
  readonly stopped: number;
}

export interface OutcomeColumn {
  readonly column: string;
  readonly rows: readonly OutcomeRow[];
  readonly tooRare: number;
}

/** One entry per unit that entered; times in microseconds. */
export interface People {
  readonly customers: readonly string[];
  readonly sessions: readonly string[] | undefined;
  readonly entered: Float64Array;
  readonly lastTimes: Float64Array;
  readonly reached: Float64Array;
}

export interface QualityFacts {
  readonly skipped: readonly { readonly step: number; readonly stopped: number; readonly skipped: number }[];
  readonly reversed: readonly { readonly step: number; readonly both: number; readonly reversed: number }[];
  /** Events per day in UTC, days from 1970. */
  readonly eventDays: readonly { readonly day: number; readonly events: number }[];
  readonly repeated: number;
  readonly busy: { readonly users: number; readonly events: number };
}

/** Rows up to which drivers are looked for by themselves, and the data are checked for what needs every event. */
export const thoroughRowLimit = 2_000_000;
/** Units up to which each is listed with the step that it reached. */
export const peopleLimit = 200_000;
export const busyTimes = 50;
export const busyFewest = 500;

interface Found {
  readonly units: Sql;
}

const one = (table: ColumnTable): Record<string, number> => table.object() as Record<string, number>;

/** The breakdown; the values to compare are among its groups, however small. */
export async function readGroups(input: FunnelInput, ways: Ways, { units, workspace }: Found & { workspace: Workspace }) {
  const { breakdown, breakdownAt, compare = [], groups: limit } = input.options;
  if (compare.length > 0 && (breakdown === undefined || compare.length !== 2)) throw compareTwo({ found: compare.length });
  if (breakdown === undefined) return undefined;
  if (typeof breakdownAt === "number" && breakdownAt > ways.plan.steps.length) {
    const needed = { en: `a step up to ${ways.plan.steps.length}`, "zh-CN": `不超过 ${ways.plan.steps.length} 的步骤序号` };
    throw notTogether({ option: "breakdownAt", other: `${ways.plan.steps.length} steps`, needed });
  }
  const own = await workspace.keep(unitsWithProperty(ways, units, breakdownAt));
  const table = await input.query(groups(ways, own, { limit, always: compare }));
  const found = table.objects({ limit: Infinity }) as (Record<string, number> & { rank: number; name: string | null })[];
  const rows = found.map((row): GroupRow => ({
    rank: Number.isNaN(row.rank) ? undefined : row.rank,
    name: row.name ?? "",
    counts: ways.plan.steps.map((_, index) => row[`n${index + 1}`] ?? 0),
    median: row["median"] ?? NaN,
  }));
  const named = rows.flatMap(({ name }) => (name === "" ? [] : [name]));
  const unknown = compare.find((group) => !named.includes(group));
  if (unknown !== undefined) {
    const { name: column } = columnNamed(input.dataset.columns, breakdown);
    throw groupUnknown({ column, group: unknown, nearest: nearestName(unknown, named) ?? "", groups: named.slice(0, 5) });
  }
  return { rows, distinct: found[0]?.["kinds"] ?? 0 };
}

/** What conversions are worth, where there is a column of amounts. */
export async function readValue(input: FunnelInput, ways: Ways, units: Sql): Promise<ValueSums | undefined> {
  if (!input.columns.amount) return undefined;
  const { n = 0, total = 0, squares = 0 } = one(await input.query(conversionValue(ways, units)));
  return { n, total: n === 0 ? 0 : total, squares: n === 0 ? 0 : squares };
}

interface Sized extends Found {
  readonly entered: number;
  readonly rows: number;
}

/** What those who converted and the others did and had; looked for where asked for, or where there are not too many rows. */
export async function readComparedValues(
  input: FunnelInput,
  ways: Ways,
  { units, entered, rows }: Sized,
): Promise<OutcomeColumn[] | undefined> {
  const { drivers, driverColumns = [] } = input.options;
  if (drivers === "off" || entered === 0 || (drivers === "auto" && rows > thoroughRowLimit)) return undefined;
  const steps = [...ways.plan.steps, ...ways.plan.exclusions].flatMap(({ events = [] }) => events);
  const event = input.columns.event.name;
  const found: OutcomeColumn[] = [];
  for (const column of new Set([event, ...driverColumns])) {
    const compared = { column, without: column === event ? steps : [], entered };
    const values = (await input.query(valuesByOutcome(input, ways, units, compared))).objects({ limit: Infinity });
    const listed = values as (OutcomeRow & { too_rare: number })[];
    found.push({
      column,
      rows: listed.map(({ value, converted, stopped }) => ({ value, converted, stopped })),
      tooRare: listed[0]?.too_rare ?? 0,
    });
  }
  return found;
}

/** Every unit that entered with the step that it reached, where there are not too many. */
export async function readPeople(
  { query }: FunnelInput,
  ways: Ways,
  { units, entered }: Found & { entered: number },
): Promise<People | undefined> {
  if (entered > peopleLimit) return undefined;
  const table = await query(people(ways, units));
  const numbers = (name: string) => Float64Array.from(table.array(name) as ArrayLike<number>);
  return {
    customers: table.array("customer") as string[],
    sessions: ways.stream.unit.includes("s") ? (table.array("session") as string[]) : undefined,
    entered: numbers("entered"),
    lastTimes: numbers("last_time"),
    reached: numbers("reached"),
  };
}

/** What needs a look at every event: steps that are skipped or come the other way round, repeated events, users who do very much. */
export async function readQuality(
  input: FunnelInput,
  ways: Ways,
  { units, rows }: Found & { rows: number },
): Promise<QualityFacts | undefined> {
  if (rows > thoroughRowLimit) return undefined;
  const { plan } = ways;
  const required = plan.steps.filter(({ isOptional }) => !isOptional).length;
  const inOrder = plan.order !== "any";
  const { query } = input;
  const skipped = inOrder && required > 2 ? ((await query(skippedSteps(ways, units))).objects() as QualityFacts["skipped"]) : [];
  const reversed = inOrder && required > 1 ? ((await query(reversedSteps(ways))).objects() as QualityFacts["reversed"]) : [];
  const { repeated = 0 } = one(await query(repeatedEvents(input)));
  const { users = 0, events = 0 } = one(await query(busyUsers(input, { times: busyTimes, fewest: busyFewest })));
  const eventDays = (await query(eventsByDay(input))).objects({ limit: Infinity }) as QualityFacts["eventDays"];
  return { skipped, reversed, eventDays, repeated, busy: { users, events } };
}
