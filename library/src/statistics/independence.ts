import { chiSquareUpper } from "./distributions.js";
import { sum } from "./estimate.js";

/** Pearson's test of independence; `cases` is the number of counted units. */
export interface Independence {
  readonly statistic: number;
  readonly degrees: number;
  readonly pValue: number;
  readonly cases: number;
}

/**
 * Do the rows of a table of counts have the same make-up?
 *
 * @param counts one list per row, all of the same length; rows and columns without units take no part
 * @returns `undefined` with fewer than two rows or columns that have units
 *
 * Method: Pearson's chi-square. Checked: SciPy `chi2_contingency` without correction, [[10, 20], [30, 15]] gives 8.0357 and 0.004586.
 */
export function independence(counts: readonly (readonly number[])[]): Independence | undefined {
  const rows = counts.map(sum);
  const columns = (counts[0] ?? []).map((_, column) => sum(counts.map((row) => row[column] ?? 0)));
  const cases = sum(rows);
  const degrees = (rows.filter((count) => count > 0).length - 1) * (columns.filter((count) => count > 0).length - 1);
  if (degrees < 1) return undefined;
  const parts = counts.flatMap((row, i) =>
    row.map((count, j) => {
      const expected = ((rows[i] as number) * (columns[j] as number)) / cases;
      return expected > 0 ? (count - expected) ** 2 / expected : 0;
    }),
  );
  const statistic = sum(parts);
  return { statistic, degrees, pValue: chiSquareUpper(statistic, degrees), cases };
}
