import { column, join, raw, sql, type Sql } from "../../engine/sql.js";
import type { FunnelInput, FunnelPlan } from "./plan.js";
import { isUsable, isUsableEvent, timeOf } from "./usable.sql.js";
import type { Workspace } from "./workspace.js";

/** The events that count, by what they are: `u` the user, `s` the session, `h1` … the values held constant, `t` microseconds. */
export interface Stream {
  /** Columns that tell units apart, and those that a way through the funnel keeps to. */
  readonly unit: readonly string[];
  readonly keys: readonly string[];
  /** Rows that fulfil a condition over the marks: `unit`, held values, `t` and the extra columns. */
  rows(is: Sql, extra?: readonly Sql[]): Sql;
  /** The condition that a row is a step (from 1) or an exclusion (from 1). */
  step(index: number): Sql;
  exclusion(index: number): Sql;
  /** Extra columns of rows: `property`, the value of the breakdown, and `amount`. */
  readonly property: Sql;
  readonly amount: Sql;
}

const heldNames = ({ held }: FunnelPlan): string[] => held.map((_, index) => `h${index + 1}`);

/** A session column tells sessions apart within a user; where there is none, gaps do. */
const usesSessions = ({ counts }: FunnelPlan): boolean => counts === "sessions";
const usesGaps = (input: FunnelInput, plan: FunnelPlan): boolean => usesSessions(plan) && !input.columns.session;

/** Columns of the data that every row of the stream brings. */
function keyColumns(input: FunnelInput, plan: FunnelPlan): Sql[] {
  const { dialect, columns } = input;
  const names = heldNames(plan);
  const held = plan.held.map(({ name }, index) => sql`COALESCE(${dialect.toText(column(name))}, '') AS ${column(names[index] ?? "")}`);
  const session = usesSessions(plan) && columns.session ? [sql`${dialect.toText(column(columns.session.name))} AS s`] : [];
  return [sql`${column(columns.customer.name)} AS u`, ...session, ...held];
}

/** The marks of a row by name: which steps and which exclusions it is. */
const marksOf = ({ steps, exclusions }: FunnelPlan): (readonly [name: string, is: Sql])[] => [
  ...steps.map(({ is }, index) => [`step_${index + 1}`, is] as const),
  ...exclusions.map(({ is }, index) => [`exclusion_${index + 1}`, is] as const),
];

/** Must rows be worked out once and kept: positions in the order of events, sessions by gaps, dates read from text, very many steps? */
const needsKeeping = (input: FunnelInput, plan: FunnelPlan): boolean =>
  plan.order !== "ordered" || usesGaps(input, plan) || plan.steps.length > 8 || input.columns.date.type === "text";

/** The events as the queries of a funnel read them: straight from the data, or from a table that holds only the rows that matter. */
export async function eventStream(input: FunnelInput, plan: FunnelPlan, { keep }: Workspace): Promise<Stream> {
  const unit = usesSessions(plan) ? ["u", "s"] : ["u"];
  const shape = { unit, keys: [...unit, ...heldNames(plan)] };
  const marks = marksOf(plan);
  if (!needsKeeping(input, plan)) {
    const own = keyColumns(input, plan);
    return {
      ...shape,
      rows: (is, extra = []) =>
        sql`(SELECT ${join([...own, sql`${timeOf(input)} AS t`, ...extra], ", ")} FROM ${input.source} WHERE ${isUsableEvent(input)} AND ${is})`,
      step: (index) => marks[index - 1]?.[1] ?? raw("FALSE"),
      exclusion: (index) => marks[plan.steps.length + index - 1]?.[1] ?? raw("FALSE"),
      property: propertyOf(input),
      amount: amountOf(input),
    };
  }
  const kept = await keep(keptRows(input, plan, shape.keys));
  return {
    ...shape,
    rows: (is, extra = []) =>
      sql`(SELECT ${join([...shape.keys.map((name) => column(name)), raw("t"), ...extra], ", ")} FROM ${kept} WHERE ${is})`,
    step: (index) => column(`step_${index}`),
    exclusion: (index) => column(`exclusion_${index}`),
    property: raw("property"),
    amount: raw("amount"),
  };
}

/** The value of the breakdown as text, NULL where it is empty. */
function propertyOf({ dialect, options, dataset }: FunnelInput): Sql {
  const found = dataset.columns.find(({ name }) => name === options.breakdown);
  return found ? sql`NULLIF(TRIM(${dialect.toText(column(found.name))}), '') AS property` : raw("NULL AS property");
}

/** The amount of a row, NULL where it is no finite number. */
function amountOf({ columns, values }: FunnelInput): Sql {
  const amount = columns.amount ? (values.amount ?? column(columns.amount.name)) : undefined;
  return amount ? sql`CASE WHEN ABS(${amount}) < 1e300 THEN CAST(${amount} AS DOUBLE) END AS amount` : raw("NULL AS amount");
}

/** Rows that are any step or exclusion, with their marks and, where it matters, their place in the order of a unit's events. */
function keptRows(input: FunnelInput, plan: FunnelPlan, keys: readonly string[]): Sql {
  const marks = marksOf(plan);
  const { event } = input.columns;
  const marked = marks.map(([name, is]) => sql`COALESCE(${is}, FALSE) AS ${column(name)}`);
  const fields = [
    ...keyColumns(input, plan),
    sql`${timeOf(input)} AS t`,
    sql`${input.dialect.toText(column(event.name))} AS event_name`,
    ...marked,
    propertyOf(input),
    amountOf(input),
  ];
  const base = sql`(SELECT ${join(fields, ", ")} FROM ${input.source} WHERE ${isUsable(input)}) AS events`;
  const inSessions = usesGaps(input, plan) ? withSessions(base, input.options.sessionGapMinutes) : base;
  const placed = plan.order === "strict" && plan.rules.strict === "events" ? withPositions(inSessions, marks, keys) : inSessions;
  return sql`SELECT * FROM ${placed} WHERE ${join(
    marks.map(([name]) => column(name)),
    " OR ",
  )}`;
}

/** Sessions by gaps: a session is over when nothing happens for longer than this. */
const withSessions = (rows: Sql, gapMinutes: number): Sql => sql`(
  SELECT *, SUM(begins) OVER (PARTITION BY u ORDER BY t RANGE UNBOUNDED PRECEDING) AS s
  FROM (SELECT *, CASE WHEN t - LAG(t) OVER (PARTITION BY u ORDER BY t) > ${gapMinutes * 60_000_000} THEN 1 ELSE 0 END AS begins FROM ${rows}) AS gaps) AS visits`;

/** Events at the same time stand in the order of the steps, what is no step after them. */
function withPositions(rows: Sql, marks: ReturnType<typeof marksOf>, keys: readonly string[]): Sql {
  const order = [raw("t"), ...marks.map(([name]) => sql`${column(name)} DESC`), raw("event_name")];
  return sql`(SELECT *, ROW_NUMBER() OVER (PARTITION BY ${join(
    keys.map((name) => column(name)),
    ", ",
  )} ORDER BY ${join(order, ", ")}) AS place FROM ${rows}) AS placed`;
}
