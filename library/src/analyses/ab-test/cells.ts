import type { ColumnTable } from "arquero";
import { figure } from "./moments.sql.js";
import { merge, noMoments, type Moments } from "./moments.js";

/** The units of one arm, or of one arm in one group, with the moments of every metric. */
export interface Cell {
  readonly units: number;
  /** Rows of the data that these units were made from. */
  readonly rows: number;
  readonly metrics: readonly Moments[];
}

/** A cell as the engine gives it, with the arm and the group as the data write them. */
export interface FoundCell extends Cell {
  readonly arm: unknown;
  readonly group: unknown;
}

export const emptyCell = (columns: readonly number[]): Cell => ({ units: 0, rows: 0, metrics: columns.map(noMoments) });

/** Both cells together, as if their units had never been apart. */
export const mergeCells = (one: Cell, other: Cell): Cell => ({
  units: one.units + other.units,
  rows: one.rows + other.rows,
  metrics: one.metrics.map((moments, index) => merge(moments, other.metrics[index] ?? moments)),
});

type Row = Readonly<Record<string, unknown>>;

/** A number of a row; what the engine cannot know, such as the variance of one unit, counts as 0. */
const number = (row: Row, name: string): number => {
  const value = Number(row[name]);
  return Number.isFinite(value) ? value : 0;
};

function readMoments(row: Row, metric: number, columns: number): Moments {
  const units = number(row, figure("n", metric));
  if (units === 0) return noMoments(columns);
  const indices = Array.from({ length: columns }, (_, index) => index);
  return {
    units,
    means: indices.map((index) => number(row, figure("mean", metric, index))),
    covariance: indices.map((i) => indices.map((j) => number(row, figure("cov", metric, Math.min(i, j), Math.max(i, j))))),
    high: indices.map((index) => number(row, figure("high", metric, index))),
    low: indices.map((index) => number(row, figure("low", metric, index))),
  };
}

/**
 * The cells that the query for moments gave.
 *
 * @param columns how many columns each metric has
 */
export const readCells = (table: ColumnTable, columns: readonly number[]): FoundCell[] =>
  (table.objects({ limit: Infinity }) as Row[]).map((row) => ({
    arm: row["arm_key"],
    group: row["group_key"],
    units: number(row, "units"),
    rows: number(row, "row_count"),
    metrics: columns.map((count, metric) => readMoments(row, metric, count)),
  }));
