import type { Dialect } from "../../engine/dialect.js";
import { sql, type Sql } from "../../engine/sql.js";

/** Where events are, and how their users, times and names are read. */
export interface EventColumns {
  readonly source: Sql;
  readonly dialect: Dialect;
  readonly user: Sql;
  readonly time: Sql;
  readonly event: Sql;
}

/** The events that most users do: name, users and rows. */
export const eventCounts = ({ source, dialect, user, event }: EventColumns, limit: number): Sql => sql`
  SELECT ${dialect.toText(event)} AS event, COUNT(DISTINCT ${user}) AS users, COUNT(*) AS row_count
  FROM ${source}
  WHERE ${user} IS NOT NULL AND ${event} IS NOT NULL
  GROUP BY 1
  ORDER BY users DESC, row_count DESC, event
  LIMIT ${limit}`;

/** For each two of the commonest events: the users who did `earlier` for the first time before they first did `later`. */
export const firstBefore = (columns: EventColumns, limit: number): Sql => {
  const { source, dialect, user, time, event } = columns;
  return sql`
  WITH common AS (${eventCounts(columns, limit)}),
  firsts AS (
    SELECT ${user} AS u, ${dialect.toText(event)} AS event, MIN(${dialect.microseconds(time)}) AS t
    FROM ${source}
    WHERE ${user} IS NOT NULL AND ${time} IS NOT NULL AND ${dialect.toText(event)} IN (SELECT event FROM common)
    GROUP BY 1, 2)
  SELECT a.event AS earlier, b.event AS later, COUNT(*) AS users
  FROM firsts AS a JOIN firsts AS b ON a.u = b.u
  WHERE a.event <> b.event AND a.t < b.t
  GROUP BY 1, 2
  ORDER BY 1, 2`;
};
