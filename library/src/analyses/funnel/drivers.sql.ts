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
 * Values of a column among the rows of each unit from its entry to its conversion, or to the end of its window: `value`, and how many units that
 * `converted` and that `stopped` have it; `too_rare` values are counted and left out.
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
    WITH had AS (
      SELECT value, ${names(own, "w")}, MAX(CASE WHEN ${converted} IS NULL THEN 0 ELSE 1 END) AS is_converted
      FROM ${units} AS w JOIN ${rows} AS e ON ${same} AND e.t >= w.t1 AND e.t <= COALESCE(${converted}, w.t1 + ${windowMicroseconds(ways.plan)})
      WHERE value IS NOT NULL AND ${isNews}
      GROUP BY value, ${names(own, "w")}),
    counted AS (SELECT value, SUM(is_converted) AS converted, SUM(1 - is_converted) AS stopped FROM had GROUP BY value)
    SELECT value, CAST(converted AS DOUBLE) AS converted, CAST(stopped AS DOUBLE) AS stopped,
           (SELECT COUNT(*) FROM counted WHERE converted + stopped < ${least}) AS too_rare
    FROM counted WHERE converted + stopped >= ${least} ORDER BY value`;
}
