import { column, join, raw, sql, type Sql } from "../../engine/sql.js";
import { names, type Ways } from "./attempts.sql.js";
import { requiredSteps, timeColumn } from "./bounds.js";
import { unitColumns } from "./summary.sql.js";

const stepsOf = ({ plan }: Ways): number[] => plan.steps.map((_, index) => index + 1);

/** The rows behind a step of the chosen ways: `w` the way, `e` the event. With grace, an event may lie a little before the time that counts. */
function eventsOfStep(ways: Ways, units: Sql, step: number, extra: Sql): Sql {
  const { plan, stream } = ways;
  const isStep =
    plan.order === "any"
      ? sql`(${join(
          stepsOf(ways).map((one) => stream.step(one)),
          " OR ",
        )})`
      : stream.step(step);
  const same = stream.keys.map((name) => sql`w.${column(name)} = e.${column(name)}`);
  const grace = Math.round(plan.rules.graceSeconds * 1e6);
  const time = timeColumn(step);
  const at = grace > 0 ? sql`e.t <= w.${time} AND e.t >= w.${time} - ${grace}` : sql`e.t = w.${time}`;
  return sql`${units} AS w JOIN ${stream.rows(isStep, [extra])} AS e ON ${join(same, " AND ")} AND ${at}`;
}

/** The value of the breakdown of each unit that has one: `unitColumns` and `property`. */
function properties(ways: Ways, units: Sql, at: "first" | "last" | number): Sql {
  const own = names(unitColumns(ways));
  const steps = typeof at === "number" ? [at] : stepsOf(ways);
  const values = steps.map(
    (step) => sql`SELECT ${names(unitColumns(ways), "w")}, ${step} AS step, MIN(property) AS property
      FROM ${eventsOfStep(ways, units, step, ways.stream.property)} WHERE property IS NOT NULL GROUP BY ${names(unitColumns(ways), "w")}`,
  );
  const order = at === "last" ? raw("step DESC") : raw("step");
  return sql`SELECT ${own}, property FROM (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY ${own} ORDER BY ${order}) AS nth FROM (${join(values, " UNION ALL ")}) AS reached) AS ranked WHERE nth = 1`;
}

const isSameUnit = (ways: Ways, one: string, other: string): Sql =>
  join(
    unitColumns(ways).map((name) => sql`${column(one, name)} = ${column(other, name)}`),
    " AND ",
  );

/** The chosen ways with `property`, NULL where a unit has none. */
export const unitsWithProperty = (ways: Ways, units: Sql, at: "first" | "last" | number): Sql => sql`
  SELECT w.*, p.property FROM ${units} AS w LEFT JOIN (${properties(ways, units, at)}) AS p ON ${isSameUnit(ways, "p", "w")} WHERE w.t1 IS NOT NULL`;

/**
 * One row per group, the largest first: `rank` (from 1, 0 for the others together, NULL for those without a value), `name`, `n1`, `n2` …,
 * `median` (microseconds) and `kinds`, how many values there are.
 */
export function groups(ways: Ways, units: Sql, { limit, always }: { readonly limit: number; readonly always: readonly string[] }): Sql {
  const last = timeColumn(ways.plan.order === "any" ? ways.plan.steps.length : (requiredSteps(ways.plan).at(-1) ?? 1));
  const counts = stepsOf(ways).map((step) => sql`COUNT(${timeColumn(step)}) AS ${column(`n${step}`)}`);
  const wanted =
    always.length === 0
      ? raw("")
      : sql` OR property IN (${join(
          always.map((name) => sql`${name}`),
          ", ",
        )})`;
  return sql`
    WITH sizes AS (SELECT property, COUNT(*) AS size FROM ${units} AS units WHERE property IS NOT NULL GROUP BY property),
    ranked AS (SELECT property, ROW_NUMBER() OVER (ORDER BY size DESC, property) AS nth FROM sizes),
    named AS (SELECT property, CASE WHEN nth <= ${limit}${wanted} THEN nth ELSE 0 END AS nth FROM ranked)
    SELECT n.nth AS rank, MIN(CASE WHEN n.nth > 0 THEN w.property END) AS name, ${join(counts, ", ")},
           ${ways.dialect.quantile(sql`${last} - t1`, 0.5)} AS median, (SELECT COUNT(*) FROM sizes) AS kinds
    FROM ${units} AS w LEFT JOIN named AS n ON n.property = w.property
    GROUP BY n.nth
    ORDER BY CASE WHEN n.nth IS NULL THEN 2 WHEN n.nth = 0 THEN 1 ELSE 0 END, n.nth`;
}

/** One row: conversions with an amount, their sum and sum of squares; the largest amount where a conversion has several. */
export function conversionValue(ways: Ways, units: Sql): Sql {
  const last = ways.plan.order === "any" ? ways.plan.steps.length : (requiredSteps(ways.plan).at(-1) ?? 1);
  const own = names(unitColumns(ways), "w");
  return sql`
    SELECT COUNT(amount) AS n, SUM(amount) AS total, SUM(amount * amount) AS squares
    FROM (SELECT ${own}, MAX(e.amount) AS amount FROM ${eventsOfStep(ways, units, last, ways.stream.amount)} GROUP BY ${own}) AS conversions`;
}
