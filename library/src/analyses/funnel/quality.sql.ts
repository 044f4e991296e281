import { column, join, sql, type Sql } from "../../engine/sql.js";
import { names, type Ways } from "./attempts.sql.js";
import { requiredSteps, timeColumn, windowMicroseconds } from "./bounds.js";
import type { FunnelInput } from "./plan.js";
import { isUsable, timeOf } from "./usable.sql.js";

const isSameUnit = ({ stream }: Ways): Sql =>
  join(
    stream.unit.map((name) => sql`w.${column(name)} = e.${column(name)}`),
    " AND ",
  );

/** One row per inner step: of those who stopped before it (`stopped`), how many did the step after it all the same (`skipped`). */
export function skippedSteps(ways: Ways, units: Sql): Sql {
  const required = requiredSteps(ways.plan);
  const inner = required.slice(1, -1).map((step, index) => ({ before: required[index] ?? 1, step, after: required[index + 2] ?? step }));
  const rows = inner.map(({ before, step, after }) => {
    const stoppedHere = sql`${units} AS w WHERE ${timeColumn(before)} IS NOT NULL AND ${timeColumn(step)} IS NULL`;
    const own = names(ways.stream.unit, "w");
    const did = sql`SELECT ${own} FROM ${units} AS w JOIN ${ways.stream.rows(ways.stream.step(after))} AS e ON ${isSameUnit(ways)}
      AND e.t >= w.${timeColumn(before)} AND e.t <= w.t1 + ${windowMicroseconds(ways.plan)}
      WHERE w.${timeColumn(before)} IS NOT NULL AND w.${timeColumn(step)} IS NULL GROUP BY ${own}`;
    return sql`SELECT ${step} AS step, (SELECT COUNT(*) FROM ${stoppedHere}) AS stopped, (SELECT COUNT(*) FROM (${did}) AS did) AS skipped`;
  });
  return sql`SELECT * FROM (${join(rows, " UNION ALL ")}) AS steps ORDER BY step`;
}

/** One row per step from the second on: units that ever did it and the required one before (`both`), and those that did it earlier (`reversed`). */
export function reversedSteps(ways: Ways): Sql {
  const { plan, stream } = ways;
  const unit = names(stream.unit);
  const first = (step: number): Sql => sql`(SELECT ${unit}, MIN(t) AS t FROM ${stream.rows(stream.step(step))} AS rows GROUP BY ${unit})`;
  const required = requiredSteps(plan);
  const rows = required.slice(1).map(
    (step, index) => sql`SELECT ${step} AS step, COUNT(*) AS both, COUNT(*) FILTER (WHERE e.t < w.t) AS reversed
      FROM ${first(required[index] ?? 1)} AS w JOIN ${first(step)} AS e ON ${isSameUnit(ways)}`,
  );
  return sql`SELECT * FROM (${join(rows, " UNION ALL ")}) AS steps ORDER BY step`;
}

/** One row: `repeated` rows that have the same user, event and time as another one. */
export function repeatedEvents(input: FunnelInput): Sql {
  const { columns, source } = input;
  const rows = sql`SELECT ${column(columns.customer.name)} AS u, ${column(columns.event.name)} AS name, ${timeOf(input)} AS t FROM ${source} WHERE ${isUsable(input)}`;
  return sql`SELECT COALESCE(SUM(copies - 1), 0) AS repeated FROM (SELECT COUNT(*) AS copies FROM (${rows}) AS events GROUP BY u, name, t) AS kinds`;
}

/** One row: users with more than `times` as many events as the median user and at least `fewest`: how many (`users`), with how many `events`. */
export function busyUsers(input: FunnelInput, { times, fewest }: { readonly times: number; readonly fewest: number }): Sql {
  const { columns, source, dialect } = input;
  return sql`
    WITH counted AS (SELECT COUNT(*) AS events FROM ${source} WHERE ${isUsable(input)} GROUP BY ${column(columns.customer.name)}),
    middle AS (SELECT ${dialect.quantile(sql`events`, 0.5)} AS median FROM counted)
    SELECT COUNT(*) AS users, CAST(COALESCE(SUM(events), 0) AS DOUBLE) AS events FROM counted, middle
    WHERE events >= ${fewest} AND events > ${times} * median`;
}
