import type { ColumnTable } from "arquero";
import { sql, type Sql } from "../../engine/sql.js";
import type { CoxInput } from "../../statistics/survival/risk-sets.js";
import { tooManyLevels } from "./errors.js";
import { isNegative } from "./event-values.js";
import type { UnitField } from "./unit-fields.js";
import { designRows, levels } from "./unit-counts.sql.js";

/** One column of the design: a number as it is, or 1 for one level of a text. */
export interface DesignColumn {
  readonly covariate: string;
  readonly level?: string;
  readonly reference?: string;
  /** Customers with this level. */
  readonly customers?: number;
}

/** Durations, outcomes and covariates of the customers of whom all is known. */
export interface CovariateDesign {
  readonly input: CoxInput;
  readonly columns: readonly DesignColumn[];
}

/** More levels than this say nothing each. */
const mostLevels = 20;

interface Planned {
  readonly column: DesignColumn;
  readonly value: Sql;
}

type Query = (sql: Sql) => Promise<ColumnTable>;

/** A number stays one column; a text becomes one column per level but one, which the others are compared with: "no", else the most frequent. */
async function plan(units: Sql, field: UnitField, query: Query): Promise<Planned[]> {
  const covariate = field.column.name;
  if (field.isNumber) return [{ column: { covariate }, value: field.name }];
  const found = (await query(levels(units, field, mostLevels + 1))).objects({ limit: Infinity }) as { level: string; units: number }[];
  if (found.length > mostLevels) throw tooManyLevels({ column: covariate, levels: found.length, most: mostLevels });
  const reference = found.find(({ level }) => isNegative(level)) ?? found[0];
  const others = found.filter((one) => one !== reference);
  if (!reference || others.length === 0) return [{ column: { covariate }, value: sql`0` }];
  return others
    .toSorted((one, other) => (one.level < other.level ? -1 : 1))
    .map(({ level, units: customers }) => ({
      column: { covariate, level, reference: reference.level, customers },
      value: sql`CASE WHEN ${field.name} = ${level} THEN 1 ELSE 0 END`,
    }));
}

/**
 * The design of a regression as typed arrays, made in SQL.
 *
 * @throws DataError `too-many-levels` for a text with more than 20 different values
 */
export async function covariateDesign(units: Sql, fields: readonly UnitField[], query: Query): Promise<CovariateDesign> {
  const planned: Planned[] = [];
  for (const field of fields) planned.push(...(await plan(units, field, query)));
  const found = await query(
    designRows(
      units,
      fields,
      planned.map(({ value }) => value),
    ),
  );
  const numbers = (name: string) => Float64Array.from(found.array(name) as ArrayLike<number>);
  return {
    input: {
      durations: numbers("duration"),
      happened: Uint8Array.from(found.array("happened") as ArrayLike<number>),
      covariates: planned.map((_, index) => numbers(`x${index}`)),
    },
    columns: planned.map(({ column }) => column),
  };
}
