import type { Dialect } from "../../engine/dialect.js";
import { join, sql, type Sql } from "../../engine/sql.js";
import { fieldValue, type UnitField } from "./unit-fields.js";

/** One row per customer: `kind` (why it takes no part, NULL when it does), `duration`, `happened` (1 or 0), `came_back` after the event (1 or 0), and the fields. */
export interface UnitsInput {
  readonly source: Sql;
  readonly dialect: Dialect;
  readonly group: UnitField | undefined;
  readonly covariates: readonly UnitField[];
}

const fieldsOf = ({ dialect, group, covariates }: UnitsInput): Sql[] =>
  [...(group ? [group] : []), ...covariates].map((field) => sql`${fieldValue(dialect, field)} AS ${field.name}`);

const namesOf = ({ group, covariates }: UnitsInput): Sql[] => [...(group ? [group] : []), ...covariates].map(({ name }) => name);

const withoutGroup = ({ group }: UnitsInput): Sql[] => (group ? [sql`WHEN ${group.name} IS NULL THEN 'missing-group'`] : []);

const select = (input: UnitsInput, cases: readonly Sql[], own: readonly Sql[]): Sql =>
  join([sql`CASE ${join([...cases, ...withoutGroup(input)], " ")} END AS kind`, ...own, sql`0 AS came_back`, ...namesOf(input)], ", ");

/** Customers with a duration and an outcome. */
export function durationUnits(input: UnitsInput, duration: Sql, happened: Sql): Sql {
  const cases = [
    sql`WHEN duration IS NULL OR NOT ABS(duration) < 1e300 THEN 'missing-duration'`,
    sql`WHEN duration < 0 THEN 'negative-duration'`,
    sql`WHEN happened IS NULL THEN 'missing-outcome'`,
  ];
  const inner = join([sql`ROUND(CAST(${duration} AS DOUBLE), 9) AS duration`, sql`${happened} AS happened`, ...fieldsOf(input)], ", ");
  return sql`SELECT ${select(input, cases, [sql`duration`, sql`happened`])} FROM (SELECT ${inner} FROM ${input.source}) AS units`;
}

/** Days since 1970-01-01. */
const dayOf = (dialect: Dialect, value: Sql): Sql => dialect.daysBetween(sql`DATE '1970-01-01'`, dialect.toDate(value));

/** Ends this far off stand for "still there", as 9999-12-31 does. */
const farOff = 47482;

/** The first and the last day among the starts and the ends that have come. */
export const dateRange = ({ source, dialect }: UnitsInput, start: Sql, end: Sql): Sql => sql`
  SELECT MIN(first_day) AS first_day, MAX(CASE WHEN last_day < ${farOff} THEN last_day END) AS last_day FROM (
    SELECT ${dayOf(dialect, start)} AS first_day, ${dayOf(dialect, start)} AS last_day FROM ${source}
    UNION ALL SELECT NULL, ${dayOf(dialect, end)} FROM ${source}) AS days`;

/** Customers with a start and, where they have ended, an end; `lastDay` is the last day that was watched. */
export function dateUnits(input: UnitsInput, { start, end, lastDay }: { start: Sql; end: Sql; lastDay: number }): Sql {
  const cases = [
    sql`WHEN first_day IS NULL THEN 'missing-date'`,
    sql`WHEN first_day > ${lastDay} THEN 'after-as-of'`,
    sql`WHEN end_day < first_day THEN 'end-before-start'`,
  ];
  const inner = join(
    [sql`${dayOf(input.dialect, start)} AS first_day`, sql`${dayOf(input.dialect, end)} AS end_day`, ...fieldsOf(input)],
    ", ",
  );
  const own = [
    sql`CAST(CASE WHEN end_day <= ${lastDay} THEN end_day ELSE ${lastDay} END - first_day AS DOUBLE) AS duration`,
    sql`CASE WHEN end_day <= ${lastDay} THEN 1 ELSE 0 END AS happened`,
  ];
  return sql`SELECT ${select(input, cases, own)} FROM (SELECT ${inner} FROM ${input.source}) AS units`;
}
