import { column, join, raw, sql, type Sql } from "../../engine/sql.js";

/** One row per unit, ready to be grouped. */
export interface UnitRows {
  /** What follows FROM, with its WHERE. */
  readonly from: Sql;
  readonly arm: Sql;
  /** How many rows of the data a unit has. */
  readonly rows: Sql;
  /** Per metric the columns of the unit, NULL without a value. */
  readonly metrics: readonly (readonly Sql[])[];
}

/** What a row of `moments` holds of metric and column: `mean_0_1`. */
export const figure = (kind: "n" | "mean" | "cov" | "high" | "low" | "v", ...place: readonly number[]): string =>
  [kind, ...place].join("_");

const named = (value: Sql, ...name: Parameters<typeof figure>): Sql => sql`${value} AS ${column(figure(...name))}`;

/** The columns of the unit that comes last, or first, when units are ordered by their columns. */
function furthest(metric: number, variables: readonly Sql[]): Sql[] {
  const ends = [
    ["high", "MAX"],
    ["low", "MIN"],
  ] as const;
  return ends.flatMap(([kind, end]) => {
    const [own = raw("NULL")] = variables;
    if (variables.length === 1) return [named(sql`${raw(end)}(${own})`, kind, metric, 0)];
    const unit = sql`${raw(end)}(CASE WHEN ${own} IS NOT NULL THEN ROW(${join(variables, ", ")}) END)`;
    return variables.map((_, index) => named(sql`(${unit})[${raw(String(index + 1))}]`, kind, metric, index));
  });
}

/** Count, means and covariances of one metric; the engine's own aggregates do not cancel, whatever the size of the numbers. */
function metricFigures(metric: number, variables: readonly Sql[]): Sql[] {
  const [own = raw("NULL")] = variables;
  const known = variables.map((value, index) => (index === 0 ? value : sql`CASE WHEN ${own} IS NOT NULL THEN ${value} END`));
  const pairs = known.flatMap((one, i) =>
    known.slice(i).map((other, offset) => {
      const value = offset === 0 ? sql`VAR_SAMP(${one})` : sql`COVAR_SAMP(${one}, ${other})`;
      return named(value, "cov", metric, i, i + offset);
    }),
  );
  return [
    named(sql`COUNT(${own})`, "n", metric),
    ...known.map((value, index) => named(sql`AVG(${value})`, "mean", metric, index)),
    ...pairs,
    ...furthest(metric, variables),
  ];
}

/** More groups than this are more than a test has. */
export const groupLimit = 200_000;

/**
 * One row per arm, and per `group` where there is one, with the moments of every metric: the one pass over the units.
 */
export function moments({ from, arm, rows, metrics }: UnitRows, group?: Sql): Sql {
  const values = metrics.flatMap((variables, metric) => variables.map((value, index) => named(value, "v", metric, index)));
  const fields = [sql`${arm} AS arm_key`, ...(group ? [sql`${group} AS group_key`] : []), sql`${rows} AS row_count`];
  const figures = [
    sql`COUNT(*) AS units`,
    sql`SUM(row_count) AS row_count`,
    ...metrics.flatMap((variables, metric) =>
      metricFigures(
        metric,
        variables.map((_, index) => column(figure("v", metric, index))),
      ),
    ),
  ];
  const keys = group ? raw("arm_key, group_key") : raw("arm_key");
  return sql`
    SELECT ${keys}, ${join(figures, ", ")}
    FROM (SELECT ${join([...fields, ...values], ", ")} FROM ${from}) AS units
    GROUP BY ${keys}
    ORDER BY ${keys}
    LIMIT ${groupLimit}`;
}
