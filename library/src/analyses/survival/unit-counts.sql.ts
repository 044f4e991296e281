import { join, raw, sql, type Sql } from "../../engine/sql.js";
import type { UnitField } from "./unit-fields.js";

/** How many different values there are in the rows. */
export const valueCount = (source: Sql, value: Sql): Sql => sql`SELECT COUNT(DISTINCT ${value}) AS group_count FROM ${source}`;

/** How many different groups the customers have who take part. */
export const groupCount = (units: Sql, group: Sql): Sql =>
  sql`SELECT COUNT(DISTINCT ${group}) AS group_count FROM (${units}) AS units WHERE kind IS NULL`;

/**
 * Customers who take part (kind NULL), by group and distinct duration: how many there are, how many had the event and how many came back after
 * it; and by their kind how many take no part.
 */
export const unitCounts = (units: Sql, group: UnitField | undefined): Sql => sql`
  SELECT kind, CASE WHEN kind IS NULL THEN ${group?.name ?? raw("''")} END AS group_name, CASE WHEN kind IS NULL THEN duration END AS duration,
         COUNT(*) AS units, COALESCE(SUM(happened), 0) AS events, SUM(came_back) AS came_back
  FROM (${units}) AS units
  GROUP BY 1, 2, 3
  ORDER BY 1, 2, 3`;

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
