import type { Column } from "../../data/dataset.js";
import type { Dialect } from "../../engine/dialect.js";
import { column, raw, sql, type Sql } from "../../engine/sql.js";

/** A column that is used beside the durations, under a name of ours. */
export interface UnitField {
  readonly column: Column;
  /** How the queries call it: `group_value`, `covariate_0` … */
  readonly name: Sql;
  readonly isNumber: boolean;
}

const numeric: readonly Column["type"][] = ["number", "integer"];

/** The group column and the covariates, each under a safe name. */
export function unitFields(
  group: Column | undefined,
  covariates: readonly Column[],
): { group?: UnitField; covariates: readonly UnitField[] } {
  const fields = covariates.map((one, index) => ({
    column: one,
    name: column(`covariate_${index}`),
    isNumber: numeric.includes(one.type),
  }));
  return { ...(group ? { group: { column: group, name: raw("group_value"), isNumber: false } } : {}), covariates: fields };
}

/** The value of a field: a number, or a text that is NULL where it is empty. */
export function fieldValue(dialect: Dialect, { column: { name }, isNumber }: UnitField): Sql {
  if (!isNumber) return sql`NULLIF(TRIM(${dialect.toText(column(name))}), '')`;
  const value = sql`CAST(${column(name)} AS DOUBLE)`;
  return sql`CASE WHEN ABS(${value}) < 1e300 THEN ${value} END`;
}
