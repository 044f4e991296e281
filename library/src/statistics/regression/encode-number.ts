import { median } from "../quantile.js";
import type { DenseColumn } from "./design.js";
import type { ChoiceRows, DesignColumn } from "./design-column.js";
import type { NumberFeature } from "./feature.js";

/** A value further from the mean than this many standard deviations counts as this far, so that one slip of the pen does not make a sure case. */
export const farthest = 8;

/** The limit is set where any value is beyond it, as it costs a little. */
const limited = (column: DenseColumn): DenseColumn =>
  column.values.some((value) => Math.abs((value - column.center) * column.scale) > farthest) ? { ...column, limit: farthest } : column;

/** A measured column, and the column that says where it is not known; neither where there is nothing to tell. */
export function encodeNumber(
  { values, missing }: NumberFeature,
  feature: number,
  { include, rareRows }: ChoiceRows,
): { dense?: { column: DenseColumn; meaning: DesignColumn }; missing?: DesignColumn } {
  const { count, unknown, mean, deviation } = spread(values, include);
  const indicator =
    unknown >= rareRows && count > 0 ? { missing: { feature, kind: "missing", code: 0, unit: 1, rows: unknown } as const } : {};
  if (count === 0 || !(deviation > 1e-10 * Math.abs(mean)) || !Number.isFinite(deviation)) return indicator;
  const middle = missing ? median(knownValues(values, include, count)) : mean;
  const column = limited({ values, center: mean, scale: 1 / deviation, fill: (middle - mean) / deviation });
  return { dense: { column, meaning: { feature, kind: "number", unit: deviation, rows: count } }, ...indicator };
}

/** Mean and standard deviation of the known values among the rows that take part, in two steps so that nothing cancels. */
export function spread(values: Float64Array, include?: Uint8Array): { count: number; unknown: number; mean: number; deviation: number } {
  let [count, unknown, sum, squares] = [0, 0, 0, 0];
  for (let row = 0; row < values.length; row += 1) {
    if (include && include[row] === 0) continue;
    const value = values[row] as number;
    if (value === value) {
      count += 1;
      sum += value;
    } else unknown += 1;
  }
  const mean = count === 0 ? 0 : sum / count;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] as number;
    if ((!include || include[row] !== 0) && value === value) squares += (value - mean) ** 2;
  }
  return { count, unknown, mean, deviation: count > 1 ? Math.sqrt(squares / (count - 1)) : 0 };
}

function knownValues(values: Float64Array, include: Uint8Array | undefined, count: number): Float64Array {
  const known = new Float64Array(count);
  let size = 0;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row] as number;
    if ((!include || include[row] !== 0) && value === value) known[size++] = value;
  }
  return known.sort();
}
