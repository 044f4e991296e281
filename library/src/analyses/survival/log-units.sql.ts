import { join, sql, type Sql } from "../../engine/sql.js";
import { activity } from "../customer-history/activity.sql.js";
import type { HistoryInput } from "../customer-history/history-input.js";
import { fieldValue } from "./unit-fields.js";
import type { UnitsInput } from "./units.sql.js";

export interface LogUnits {
  /** First day that is not watched any more, since 1970-01-01. */
  readonly until: number;
  /** Days of silence after which a customer is lost; without it, the second active day is the event. */
  readonly days: number | undefined;
}

/** What ends a customer's time: the first silence that lasts `days`, counted from its last active day, or the second active day. */
function ending({ until, days }: LogUnits): { lapse: Sql; duration: Sql; happened: Sql } {
  if (days === undefined) {
    return {
      lapse: sql`MIN(CASE WHEN is_first THEN next_day END)`,
      duration: sql`COALESCE(lapse, ${until - 1}) - first_day`,
      happened: sql`CASE WHEN lapse IS NULL THEN 0 ELSE 1 END`,
    };
  }
  return {
    lapse: sql`MIN(CASE WHEN COALESCE(next_day, ${until}) - day > ${days} THEN day END)`,
    duration: sql`COALESCE(lapse + ${days}, ${until - 1}) - first_day`,
    happened: sql`CASE WHEN lapse IS NULL THEN 0 ELSE 1 END`,
  };
}

/**
 * One row per customer of a log, with what the log says of them on their first day: `duration`, `happened`, the fields, and `came_back`: 1 where
 * a customer who counts as lost was active again later.
 */
export function logUnits(history: HistoryInput, { dialect, group, covariates }: UnitsInput, log: LogUnits): Sql {
  const fields = [...(group ? [group] : []), ...covariates];
  const { lapse, duration, happened } = ending(log);
  const carried = fields.map((field) => sql`${fieldValue(dialect, field)} AS ${field.name}`);
  const firsts = fields.map(({ name }) => sql`MIN(CASE WHEN day = first_day THEN ${name} END) AS ${name}`);
  const names = fields.map(({ name }) => name);
  const withGroup = group ? sql`CASE WHEN ${group.name} IS NULL THEN 'missing-group' END` : sql`CAST(NULL AS VARCHAR)`;
  return sql`
    WITH activity AS (${activity(history, log.until, carried)}),
    described AS (
      SELECT ${join([sql`customer`, sql`first_day`, ...firsts], ", ")}
      FROM (SELECT *, MIN(day) OVER (PARTITION BY customer) AS first_day FROM activity) AS dated
      GROUP BY customer, first_day),
    silences AS (
      SELECT customer, day, LEAD(day) OVER (PARTITION BY customer ORDER BY day) AS next_day,
             LAG(day) OVER (PARTITION BY customer ORDER BY day) IS NULL AS is_first
      FROM (SELECT DISTINCT customer, day FROM activity) AS active),
    lapses AS (SELECT customer, MAX(day) AS last_day, ${lapse} AS lapse FROM silences GROUP BY customer)
    SELECT ${join(
      [
        sql`${withGroup} AS kind`,
        sql`CAST(${duration} AS DOUBLE) AS duration`,
        sql`${happened} AS happened`,
        sql`CASE WHEN last_day > lapse THEN 1 ELSE 0 END AS came_back`,
        ...names,
      ],
      ", ",
    )}
    FROM described JOIN lapses ON described.customer = lapses.customer`;
}
