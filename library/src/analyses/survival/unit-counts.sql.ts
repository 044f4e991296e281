import { join, raw, sql, type Sql } from "../../engine/sql.js";
import type { UnitField } from "./unit-fields.js";

/** How many customers take part (kind NULL) and why others do not. */
export const kindCounts = (units: Sql): Sql => sql`SELECT kind, COUNT(*) AS units FROM (${units}) AS units GROUP BY kind ORDER BY kind`;

/** How many different groups there are. */
export const groupCount = (units: Sql, group: UnitField): Sql =>
  sql`SELECT COUNT(DISTINCT ${group.name}) AS group_count FROM (${units}) AS units WHERE kind IS NULL`;

/** One row per group and distinct duration: how many customers had the event there and how many were still watched until then. */
export const timeRows = (units: Sql, group: UnitField | undefined): Sql => sql`
  SELECT ${group?.name ?? raw("''")} AS group_name, duration, SUM(happened) AS events, COUNT(*) - SUM(happened) AS censored
  FROM (${units}) AS units WHERE kind IS NULL
  GROUP BY 1, 2
  ORDER BY 1, 2`;

/** The values of a covariate that is no number, the most frequent first. */
export const levels = (units: Sql, { name }: UnitField, most: number): Sql => sql`
  SELECT ${name} AS level, COUNT(*) AS units FROM (${units}) AS units WHERE kind IS NULL AND ${name} IS NOT NULL
  GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${raw(String(most))}`;

/** One row per customer whose covariates are all known: `duration`, `happened`, and one number per column of the design. */
export const designRows = (units: Sql, fields: readonly UnitField[], columns: readonly Sql[]): Sql => sql`
  SELECT ${join([sql`duration`, sql`happened`, ...columns.map((value, index) => sql`${value} AS ${raw(`x${index}`)}`)], ", ")}
  FROM (${units}) AS units
  WHERE ${join([sql`kind IS NULL`, ...fields.map(({ name }) => sql`${name} IS NOT NULL`)], " AND ")}
  ORDER BY ${raw(["duration", "happened", ...columns.map((_, index) => `x${index}`)].join(", "))}`;
