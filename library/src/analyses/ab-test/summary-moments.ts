import type { Column } from "../../data/dataset.js";
import { summaryImpossible } from "./errors.js";
import { noMoments, type Moments } from "./moments.js";
import type { SummaryColumns } from "./summary-columns.js";

/** One row of a summary table. */
export interface SummaryRow {
  readonly arm: unknown;
  readonly day: number | undefined;
  readonly segment: string | undefined;
  readonly stratum: string | undefined;
  /** By the name of the column; NaN where there is none. */
  readonly figures: ReadonlyMap<string, number>;
}

type Needed = "units" | "conversions" | "spread";

const valueOf = ({ figures }: SummaryRow, column: Column | undefined): number => figures.get(column?.name ?? "") ?? Number.NaN;

function refuse(row: SummaryRow, column: Column | undefined, needed: Needed): never {
  const value = valueOf(row, column);
  throw summaryImpossible({
    arm: String(row.arm ?? ""),
    column: column?.name ?? "",
    value: Number.isNaN(value) ? undefined : value,
    needed,
  });
}

/** A count of the row. @throws DataError `summary-impossible` when it is none, or larger than `most` */
export function countOf(row: SummaryRow, column: Column | undefined, { needed, most }: { needed: Needed; most: number }): number {
  const count = valueOf(row, column);
  return Number.isInteger(count) && count >= 0 && count <= most ? count : refuse(row, column, needed);
}

/** A summary knows no single unit. */
const noUnit = { high: [], low: [] } as const;

/** Units of which some converted. */
export function proportionMoments(row: SummaryRow, column: Column, units: number): Moments {
  const conversions = countOf(row, column, { needed: "conversions", most: units });
  if (units === 0) return noMoments(1);
  const share = conversions / units;
  return { units, means: [share], covariance: [[units > 1 ? (share * (1 - share) * units) / (units - 1) : 0]], ...noUnit };
}

/** The sum of a column of the units, whether the table gives it or the mean. */
function sumOf(row: SummaryRow, { sum, mean }: SummaryColumns, units: number): number {
  const total = sum ? valueOf(row, sum) : valueOf(row, mean) * units;
  return Number.isFinite(total) ? total : refuse(row, sum ?? mean, "spread");
}

/** The variance that a sum of squares leaves; slightly below zero is the rounding of the table. */
function varianceFrom(row: SummaryRow, column: Column | undefined, { units, sum }: { units: number; sum: number }): number {
  const squares = valueOf(row, column);
  const own = squares - (sum * sum) / units;
  if (!(own >= -1e-9 * squares)) return refuse(row, column, "spread");
  return units > 1 ? Math.max(0, own) / (units - 1) : 0;
}

/** Units with a number each, by their sum or mean, and their sum of squares or standard deviation. */
export function meanMoments(row: SummaryRow, columns: SummaryColumns, units: number): Moments {
  if (units === 0) return noMoments(1);
  const sum = sumOf(row, columns, units);
  const deviation = valueOf(row, columns.standardDeviation);
  if (!columns.sumSquares && !(deviation >= 0)) return refuse(row, columns.standardDeviation, "spread");
  const variance = columns.sumSquares ? varianceFrom(row, columns.sumSquares, { units, sum }) : deviation * deviation;
  return { units, means: [sum / units], covariance: [[variance]], ...noUnit };
}

/** Units with a numerator and a denominator each, by sums, sums of squares and the sum of products. */
export function ratioMoments(row: SummaryRow, columns: SummaryColumns, units: number): Moments {
  if (units === 0) return noMoments(2);
  const own = meanMoments(row, columns, units);
  const sum = sumOf(row, columns, units);
  const below = valueOf(row, columns.denominator);
  if (!Number.isFinite(below)) return refuse(row, columns.denominator, "spread");
  const variance = varianceFrom(row, columns.denominatorSquares, { units, sum: below });
  const product = valueOf(row, columns.products) - (sum * below) / units;
  if (!Number.isFinite(product)) return refuse(row, columns.products, "spread");
  const joint = units > 1 ? product / (units - 1) : 0;
  const [[upper = 0] = []] = own.covariance;
  return {
    units,
    means: [sum / units, below / units],
    covariance: [
      [upper, joint],
      [joint, variance],
    ],
    ...noUnit,
  };
}
