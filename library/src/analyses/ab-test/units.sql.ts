import { column, join, raw, sql, type Sql } from "../../engine/sql.js";
import type { ReduceInput } from "../analysis.js";
import type { AbTestSettings } from "./ab-test-options.js";
import type { Metric } from "./metric.js";
import { figure, type UnitRows } from "./moments.sql.js";
import type { AbTestNeeds } from "./roles.js";
import type { MetricType } from "./values.js";

/** What the queries for units are made from. */
export type UnitsInput = Pick<ReduceInput<AbTestNeeds, AbTestSettings>, "source" | "dialect" | "columns" | "values" | "options">;

/** Units with what they can be grouped by. */
export interface GroupableUnits extends UnitRows {
  readonly day: Sql | undefined;
  readonly segment: Sql | undefined;
  readonly stratum: Sql | undefined;
}

type AsideKind = "missing-customer" | "before-start" | "after-as-of";

const isText = (found: { readonly type: string }): boolean => found.type === "text";

const textOf = ({ dialect }: UnitsInput, found: { readonly name: string; readonly type: string }): Sql =>
  isText(found) ? column(found.name) : dialect.toText(column(found.name));

/** Texts that begin with a printable character need no trimming, which would cost more than all the rest. */
function hasUnit({ columns: { customer } }: UnitsInput): Sql {
  if (!customer) return raw("TRUE");
  const name = column(customer.name);
  if (isText(customer)) return sql`(${name} > '!' OR TRIM(${name}) <> '')`;
  return customer.type === "number" ? sql`ABS(${name}) < 1e300` : sql`${name} IS NOT NULL`;
}

/** What a row must hold to take part, by the kind it belongs to when it does not; the first that fails decides. */
function demands(input: UnitsInput): (readonly [AsideKind, Sql])[] {
  const { columns, options, values, dialect } = input;
  const on = (bound: string, compare: string): Sql =>
    sql`COALESCE(${dialect.toDate(values.date ?? raw("NULL"))} ${raw(compare)} CAST(${bound} AS DATE), TRUE)`;
  return [
    ...(columns.customer ? [["missing-customer", hasUnit(input)] as const] : []),
    ...(columns.date && options.plannedStart ? [["before-start", on(options.plannedStart, ">=")] as const] : []),
    ...(columns.date && options.asOf ? [["after-as-of", on(options.asOf, "<=")] as const] : []),
  ];
}

/** The rows that take part, as a FROM clause. */
function usedRows(input: UnitsInput): Sql {
  const asked = demands(input).map(([, demand]) => demand);
  return asked.length === 0 ? input.source : sql`${input.source} WHERE ${join(asked, " AND ")}`;
}

const dayNumber = ({ dialect, values }: UnitsInput): Sql | undefined =>
  values.date && dialect.daysBetween(sql`DATE '1970-01-01'`, dialect.toDate(values.date));

/** A column to group by, as text, NULL where it is blank. */
const groupOf = ({ dialect }: UnitsInput, name: string | undefined): Sql | undefined =>
  name === undefined ? undefined : sql`NULLIF(TRIM(${dialect.toText(column(name))}), '')`;

/** Every row as a unit of its own. */
export const rowUnits = (input: UnitsInput, metrics: readonly Metric[]): GroupableUnits => ({
  from: usedRows(input),
  arm: textOf(input, input.columns.variant),
  day: dayNumber(input),
  rows: raw("1"),
  metrics: metrics.map(({ variables }) => variables),
  segment: groupOf(input, input.options.segment),
  stratum: groupOf(input, input.options.strata),
});

/** How many rows take part, and how many different units they are of. */
export const countUnits = (input: UnitsInput, limit?: number): Sql => {
  const unit = column(input.columns.customer?.name ?? "");
  const some = limit === undefined ? raw("") : sql` LIMIT ${limit}`;
  return sql`SELECT COUNT(*) AS row_count, COUNT(DISTINCT unit) AS units FROM (SELECT ${unit} AS unit FROM ${usedRows(input)}${some}) AS units`;
};

/** Rows that take no part: one row per kind. */
export function setAside(input: UnitsInput): Sql {
  const cases = demands(input).map(([kind, demand]) => sql`WHEN NOT COALESCE(${demand}, FALSE) THEN ${raw(`'${kind}'`)}`);
  return sql`
    SELECT kind, COUNT(*) AS row_count
    FROM (SELECT CASE ${join(cases, " ")} END AS kind FROM ${input.source}) AS marked
    WHERE kind IS NOT NULL
    GROUP BY kind
    ORDER BY kind`;
}

/** How the rows of one unit become its value: did it ever, or how much in all; what was measured before is the same in all its rows. */
function aggregate(metric: Metric, type: MetricType, index: number): string {
  const isOwn = index === 0 || (type === "ratio" && index === 1);
  if (!isOwn) return "MAX";
  const named = { sum: "SUM", mean: "AVG", max: "MAX", min: "MIN" } as const;
  return metric.aggregate ? named[metric.aggregate] : type === "proportion" ? "MAX" : "SUM";
}

interface Aggregation {
  readonly metrics: readonly (Metric & { readonly type: MetricType })[];
  /** All spellings of each arm. */
  readonly spellings: readonly (readonly string[])[];
}

/** One row per unit, from all its rows that have an arm: `arm` and `last_arm` differ for units that were seen in more than one. */
export function aggregatedUnits(input: UnitsInput, { metrics, spellings }: Aggregation): Sql {
  const rows = rowUnits(input, metrics);
  const arms = spellings.flatMap((written, arm) => written.map((one) => sql`WHEN ${one} THEN ${arm}`));
  const fields = [
    sql`${column(input.columns.customer?.name ?? "")} AS unit`,
    sql`CASE ${rows.arm} ${join(arms, " ")} END AS arm`,
    sql`${rows.day ?? raw("CAST(NULL AS INTEGER)")} AS entry_day`,
    sql`${rows.segment ?? raw("CAST(NULL AS VARCHAR)")} AS segment`,
    sql`${rows.stratum ?? raw("CAST(NULL AS VARCHAR)")} AS stratum`,
    ...metrics.flatMap(({ variables }, metric) => variables.map((value, index) => sql`${value} AS ${column(figure("v", metric, index))}`)),
  ];
  const values = metrics.flatMap((metric, place) =>
    metric.variables.map((_, index) => {
      const name = column(figure("v", place, index));
      return sql`${raw(aggregate(metric, metric.type, index))}(${name}) AS ${name}`;
    }),
  );
  return sql`
    SELECT MIN(arm) AS arm, MAX(arm) AS last_arm, MIN(entry_day) AS entry_day, MIN(segment) AS segment, MIN(stratum) AS stratum,
           COUNT(*) AS row_count, ${join(values, ", ")}
    FROM (SELECT ${join(fields, ", ")} FROM ${rows.from}) AS visits
    WHERE arm IS NOT NULL
    GROUP BY unit`;
}

/** The units of a table that `aggregatedUnits` made, without those that were in more than one arm. */
export const tableUnits = (table: Sql, input: UnitsInput, metrics: readonly Metric[]): GroupableUnits => ({
  from: sql`${table} WHERE arm = last_arm`,
  arm: raw("arm"),
  day: input.values.date && raw("entry_day"),
  rows: raw("row_count"),
  metrics: metrics.map(({ variables }, metric) => variables.map((_, index) => column(figure("v", metric, index)))),
  segment: input.options.segment === undefined ? undefined : raw("segment"),
  stratum: input.options.strata === undefined ? undefined : raw("stratum"),
});

/** Units that were in more than one arm, and their rows. */
export const crossedUnits = (table: Sql): Sql =>
  sql`SELECT COUNT(*) AS units, COALESCE(SUM(row_count), 0) AS row_count FROM ${table} WHERE arm <> last_arm`;

export interface QuantilesOf {
  readonly dialect: UnitsInput["dialect"];
  readonly metric: number;
  readonly shares: readonly number[];
  /** Arms as the units write them; left out: all. */
  readonly arms?: readonly (string | number)[];
}

const valuesOf = ({ from, arm, metrics }: UnitRows, { metric, arms }: Pick<QuantilesOf, "metric" | "arms">): Sql => {
  const asked = arms
    ? sql`arm_key IN (${join(
        arms.map((one) => sql`${one}`),
        ", ",
      )})`
    : sql`arm_key IS NOT NULL`;
  return sql`FROM (SELECT ${arm} AS arm_key, ${metrics[metric]?.[0] ?? raw("NULL")} AS value FROM ${from}) AS units WHERE ${asked}`;
};

/** One row with quantiles of a metric over units: `q_0`, `q_1` … */
export function quantiles(units: UnitRows, asked: QuantilesOf): Sql {
  const found = asked.shares.map((share, index) => sql`${asked.dialect.quantile(raw("value"), share)} AS ${column(`q_${index}`)}`);
  return sql`SELECT ${join(found, ", ")} ${valuesOf(units, asked)}`;
}

/** How many units have more than this. */
export const unitsAbove = (units: UnitRows, metric: number, value: number): Sql =>
  sql`SELECT COUNT(*) AS units ${valuesOf(units, { metric })} AND value > ${value}`;
