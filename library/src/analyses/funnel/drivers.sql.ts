import { column, join, raw, sql, type Sql } from "../../engine/sql.js";
import { names, type Ways } from "./attempts.sql.js";
import { requiredSteps, timeColumn, windowMicroseconds } from "./bounds.js";
import type { FunnelInput } from "./plan.js";
import { unitColumns } from "./summary.sql.js";
import { isUsable, timeOf } from "./usable.sql.js";

/** A value counts when this many units have it, or this share of them: it is left out only where both are missed. */
export const fewestUnits = 25;
export const smallestShare = 0.02;

interface Compared {
  readonly column: string;
  /** Values that are no news: the events of the steps. */
  readonly without: readonly string[];
  readonly entered: number;
}

/**
 * How long each unit is looked at, as `t_end`: who converted until then; who stopped as long as one of those who converted took, each of their
 * times being used as often as every other. Looking at them for the whole window would find more of everything among those who stopped.
 */
function watched(ways: Ways, units: Sql, converted: Sql): Sql {
  const ids = join([raw("t1"), names(unitColumns(ways))], ", ");
  return sql`
    times AS (SELECT ${converted} - t1 AS taken, ROW_NUMBER() OVER (ORDER BY ${converted} - t1) - 1 AS place FROM ${units} AS units WHERE ${converted} IS NOT NULL),
    stopped AS (SELECT *, ROW_NUMBER() OVER (ORDER BY ${ids}) - 1 AS place FROM ${units} AS units WHERE ${converted} IS NULL),
    size AS (SELECT COUNT(*) AS size FROM times),
    watched AS (
      SELECT ${names(unitColumns(ways))}, t1, ${converted} AS t_end, 1 AS is_converted FROM ${units} AS units WHERE ${converted} IS NOT NULL
      UNION ALL
      SELECT ${names(unitColumns(ways), "s")}, s.t1, s.t1 + COALESCE(times.taken, ${windowMicroseconds(ways.plan)}), 0
      FROM stopped AS s CROSS JOIN size LEFT JOIN times ON size.size > 0 AND times.place = s.place % GREATEST(size.size, 1))`;
}

/**
 * Values of a column among the rows of each unit from its entry on, for as long as it is looked at: `value`, and how many units that `converted`
 * and that `stopped` have it; `too_rare` values are counted and left out.
 */
export function valuesByOutcome(input: FunnelInput, ways: Ways, units: Sql, compared: Compared): Sql {
  const { dialect, columns, source } = input;
  const own = unitColumns(ways);
  const converted = timeColumn(ways.plan.order === "any" ? ways.plan.steps.length : (requiredSteps(ways.plan).at(-1) ?? 1));
  const session = ways.stream.unit.includes("s") && columns.session ? sql`, ${dialect.toText(column(columns.session.name))} AS s` : raw("");
  const same = columns.session && ways.stream.unit.includes("s") ? raw("w.u = e.u AND w.s = e.s") : raw("w.u = e.u");
  const value = sql`NULLIF(TRIM(${dialect.toText(column(compared.column))}), '')`;
  const rows = sql`(SELECT ${column(columns.customer.name)} AS u${session}, ${timeOf(input)} AS t, ${value} AS value FROM ${source} WHERE ${isUsable(input)})`;
  const isNews =
    compared.without.length === 0
      ? raw("TRUE")
      : sql`value NOT IN (${join(
          compared.without.map((one) => sql`${one}`),
          ", ",
        )})`;
  const least = Math.min(fewestUnits, Math.ceil(smallestShare * compared.entered));
  return sql`
    WITH ${watched(ways, units, converted)},
    had AS (
      SELECT value, ${names(own, "w")}, MAX(w.is_converted) AS is_converted
      FROM watched AS w JOIN ${rows} AS e ON ${same} AND e.t >= w.t1 AND e.t <= w.t_end
      WHERE value IS NOT NULL AND ${isNews}
      GROUP BY value, ${names(own, "w")}),
    counted AS (SELECT value, SUM(is_converted) AS converted, SUM(1 - is_converted) AS stopped FROM had GROUP BY value)
    SELECT value, CAST(converted AS DOUBLE) AS converted, CAST(stopped AS DOUBLE) AS stopped,
           (SELECT COUNT(*) FROM counted WHERE converted + stopped < ${least}) AS too_rare
    FROM counted WHERE converted + stopped >= ${least} ORDER BY value`;
}
