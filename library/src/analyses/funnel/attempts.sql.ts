import type { Dialect } from "../../engine/dialect.js";
import { column, join, raw, sql, type Sql } from "../../engine/sql.js";
import {
  countedTime,
  earliestTime,
  earliestUnordered,
  mustBeLater,
  requiredAfter,
  requiredBefore,
  requiredSteps,
  timeColumn,
  windowMicroseconds,
} from "./bounds.js";
import type { FunnelPlan } from "./plan.js";
import type { Stream } from "./stream.sql.js";

/** What the ways through the funnel are made from. */
export interface Ways {
  readonly plan: FunnelPlan;
  readonly stream: Stream;
  readonly dialect: Dialect;
  /** A unit has a funnel of its own on every day it enters. */
  readonly byDay: boolean;
}

export const names = (list: readonly string[], of = ""): Sql =>
  join(
    list.map((name) => (of === "" ? column(name) : column(of, name))),
    ", ",
  );

/** Columns that tell entries apart which choose for themselves: units, and days where each day is a funnel. */
export const chooserColumns = ({ stream, byDay }: Ways): string[] => [...stream.unit, ...(byDay ? ["day"] : [])];

const isAnyStep = ({ plan, stream }: Ways): Sql =>
  sql`(${join(
    plan.steps.map((_, index) => stream.step(index + 1)),
    " OR ",
  )})`;

const keepsPlace = ({ order, rules }: FunnelPlan): boolean => order === "strict" && rules.strict === "events";

/**
 * Every way into the funnel as `t1`: the first entry of each unit (and held value, and day), or all of them. Where every entry counts by itself
 * it has a number `i` and equal ones stay apart.
 */
export function entries(ways: Ways): Sql {
  const { plan, stream, dialect, byDay } = ways;
  const isEntry = plan.order === "any" ? isAnyStep(ways) : stream.step(1);
  const rows = stream.rows(isEntry, keepsPlace(plan) ? [raw("place")] : []);
  const day = byDay ? [sql`${dialect.dayOfMicroseconds(raw("t"), plan.timeZone)} AS day`] : [];
  const fields = join([names(stream.keys), ...day], ", ");
  const place = keepsPlace(plan) ? raw(", MIN(place) AS place") : raw("");
  const groups = names([...stream.keys, ...(byDay ? ["day"] : [])]);
  if (plan.counts === "events") {
    const kept = keepsPlace(plan) ? raw(", place") : raw("");
    return sql`(SELECT ${fields}, t AS t1${kept}, ROW_NUMBER() OVER (ORDER BY t) AS i FROM ${rows} AS entered)`;
  }
  const from = sql`(SELECT ${fields}, t${keepsPlace(plan) ? raw(", place") : raw("")} FROM ${rows} AS entered)`;
  if (plan.rules.entry === "first") return sql`(SELECT ${groups}, MIN(t) AS t1${place} FROM ${from} AS entered GROUP BY ${groups})`;
  const every = keepsPlace(plan) ? raw(", place") : raw("");
  return sql`(SELECT ${groups}, t AS t1${place} FROM ${from} AS entered GROUP BY ${groups}, t${every})`;
}

/** The rows of `left` with the time of the next event of a step, `step` of them, as `t<step>`. */
function withNext({ stream, dialect, plan }: Ways, left: Sql, next: { step: number; reached: Sql; before: number; isValid?: Sql }): Sql {
  const { step, reached, before, isValid = raw("TRUE") } = next;
  const found = dialect.nextRow({
    left: sql`${left}`,
    right: stream.rows(stream.step(step)),
    keys: stream.keys.map((name) => column(name)),
    from: earliestTime(plan, step, { reached, before }),
  });
  const counted = countedTime(plan, reached);
  return sql`(SELECT a.*, CASE WHEN ${counted} <= a.t1 + ${windowMicroseconds(plan)} AND ${isValid} THEN ${counted} END AS ${timeColumn(step)} FROM ${found})`;
}

/** Steps that may be skipped count when they come after the step before and before the next required one. */
function withOptional(ways: Ways, left: Sql, step: number): Sql {
  const { plan } = ways;
  const required = requiredBefore(plan, step);
  const between = Array.from({ length: step - 1 - required }, (_, index) => required + 1 + index).toReversed();
  const reached = between.reduceRight<Sql>((time, one) => sql`COALESCE(a.${timeColumn(one)}, ${time})`, sql`a.${timeColumn(required)}`);
  const next = requiredAfter(plan, step);
  const isValid =
    next === undefined
      ? raw("TRUE")
      : sql`(a.${timeColumn(next)} IS NULL OR ${countedTime(plan, reached)} ${raw(mustBeLater(plan, next, step) ? "<" : "<=")} a.${timeColumn(next)})`;
  return withNext(ways, left, { step, reached, before: step - 1, isValid });
}

/** One step after the other: each is the first event at or after the step before, within the window of the entry. */
function ordered(ways: Ways): Sql {
  const { plan } = ways;
  const [, ...required] = requiredSteps(plan);
  const main = required.reduce((left, step) => {
    const before = requiredBefore(plan, step);
    return withNext(ways, left, { step, reached: sql`a.${timeColumn(before)}`, before });
  }, entries(ways));
  return plan.steps.reduce((left, { isOptional }, index) => (isOptional ? withOptional(ways, left, index + 1) : left), main);
}

/** One step right after the other: the next event of the unit is the step, or the way ends. */
function uninterrupted(ways: Ways): Sql {
  const { plan, stream } = ways;
  const keys = join(
    stream.keys.map((name) => sql`a.${column(name)} = e.${column(name)}`),
    " AND ",
  );
  const later = plan.rules.simultaneous === "later";
  return plan.steps.slice(1).reduce((left, { isOptional }, index) => {
    const step = index + 2;
    const reached = Array.from({ length: step - 2 }, (_, one) => one + 2).reduce<Sql>(
      (time, one) => sql`COALESCE(a.${timeColumn(one)}, ${time})`,
      raw("a.t1"),
    );
    const isNext = sql`e.place = a.place + 1 AND e.t <= a.t1 + ${windowMicroseconds(plan)}${later ? sql` AND e.t > ${reached}` : raw("")}`;
    const place = isOptional ? raw("COALESCE(e.place, a.place)") : raw("e.place");
    const kept = [...keptColumns(ways), ...Array.from({ length: step - 1 }, (_, one) => `t${one + 1}`)];
    return sql`(SELECT ${names(kept, "a")}, ${place} AS place, e.t AS ${timeColumn(step)}
      FROM ${left} AS a LEFT JOIN ${stream.rows(stream.step(step), [raw("place")])} AS e ON ${keys} AND ${isNext})`;
  }, entries(ways));
}

const keptColumns = ({ stream, plan, byDay }: Ways): string[] => [
  ...stream.keys,
  ...(byDay ? ["day"] : []),
  ...(plan.counts === "events" ? ["i"] : []),
];

/** In any order: from every event of any step, the next event of each step; `t<k>` is when k different steps were done. */
function unordered(ways: Ways): Sql {
  const { plan, stream, dialect } = ways;
  const kept = keptColumns(ways);
  const steps = plan.steps.map((_, index) => index + 1);
  const fields = names(["t1", ...kept]);
  const start = sql`(SELECT ${names(kept)}, t1 AS t0, ROW_NUMBER() OVER (ORDER BY ${fields}) AS way FROM ${entries(ways)} AS entered)`;
  const found = steps.reduce((left, step) => {
    const next = dialect.nextRow({
      left,
      right: stream.rows(stream.step(step)),
      keys: stream.keys.map((name) => column(name)),
      from: earliestUnordered(plan, step),
    });
    return sql`(SELECT a.*, CASE WHEN e.t <= a.t0 + ${windowMicroseconds(plan)} THEN e.t END AS ${timeColumn(step)} FROM ${next})`;
  }, start);
  const times = steps.map((step) => sql`SELECT way, ${step} AS step, ${timeColumn(step)} AS t FROM found`);
  const nth = steps.map((step) => sql`MAX(t) FILTER (WHERE nth = ${step}) AS ${timeColumn(step)}`);
  const reached = names(
    steps.map((step) => `t${step}`),
    "sorted",
  );
  return sql`(WITH found AS (SELECT * FROM ${found} AS found),
    done AS (SELECT way, t, ROW_NUMBER() OVER (PARTITION BY way ORDER BY t, step) AS nth FROM (${join(times, " UNION ALL ")}) AS times WHERE t IS NOT NULL),
    sorted AS (SELECT way, ${join(nth, ", ")} FROM done GROUP BY way)
    SELECT ${names(kept, "found")}, ${reached} FROM found JOIN sorted ON sorted.way = found.way)`;
}

/** Every way through the funnel: `u`, `s`, held values, `day` and `i` where they matter, and when each step was reached, `t1`, `t2` … */
export function attempts(ways: Ways): Sql {
  if (ways.plan.order === "any") return unordered(ways);
  return keepsPlace(ways.plan) ? uninterrupted(ways) : ordered(ways);
}
