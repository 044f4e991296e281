import { sql, type Sql } from "../../engine/sql.js";
import { activity } from "./activity.sql.js";
import type { HistoryInput } from "./history-input.js";

export interface SilencesOptions {
  /** First day that is not watched any more. */
  readonly until: number;
  readonly horizonDays: number;
}

/**
 * Counts of silences. A silence begins with an active day of a customer; `gap` is the number of days to the next one, NULL where none came.
 *
 * Kinds of rows: `gap` counts the gaps by their days. A silence is watched long enough at d days when it lasts d days and the `horizonDays` that
 * follow are before `until`: that holds for d from 1 to `watched`, and the customer comes back within the horizon for d from `return-from` to
 * `return-to`. `customers` and `repeat` (active on two days or more) stand under day 0.
 */
export const silences = (input: HistoryInput, { until, horizonDays }: SilencesOptions): Sql => sql`
  WITH active AS (SELECT DISTINCT customer, day FROM (${activity(input, until)}) AS activity),
  silences AS (
    SELECT LEAD(day) OVER (PARTITION BY customer ORDER BY day) - day AS gap,
           LAG(day) OVER (PARTITION BY customer ORDER BY day) IS NULL AS is_first,
           ${until - 1} - day - ${horizonDays} AS watched
    FROM active),
  edges AS (
    SELECT gap, is_first,
           CASE WHEN gap <= watched THEN gap - 1 ELSE watched END AS watched,
           CASE WHEN gap > ${horizonDays} THEN gap - ${horizonDays} WHEN gap IS NOT NULL THEN 1 END AS returned
    FROM silences)
  SELECT 'gap' AS kind, gap AS days, COUNT(*) AS silences FROM edges WHERE gap IS NOT NULL GROUP BY gap
  UNION ALL SELECT 'watched', watched, COUNT(*) FROM edges WHERE watched >= 1 GROUP BY watched
  UNION ALL SELECT 'return-from', returned, COUNT(*) FROM edges WHERE watched >= 1 AND returned <= watched GROUP BY returned
  UNION ALL SELECT 'return-to', watched, COUNT(*) FROM edges WHERE watched >= 1 AND returned <= watched GROUP BY watched
  UNION ALL SELECT 'customers', 0, COUNT(*) FROM edges WHERE gap IS NULL
  UNION ALL SELECT 'repeat', 0, COUNT(*) FROM edges WHERE is_first AND gap IS NOT NULL
  ORDER BY kind, days`;
