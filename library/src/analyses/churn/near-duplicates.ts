import { drawRows } from "../../statistics/classification/boosting-bins.js";
import { takeRows, type Feature } from "../../statistics/regression/feature.js";
import type { Candidate } from "./people.js";

/** Two columns whose correlation is at least this tell the same: months since a day, and the day. */
const sameCorrelation = 0.9995;
const rowsLookedAt = 2000;

/** A feature that another one makes superfluous, by their positions. */
export interface Twin {
  readonly leftOut: number;
  readonly sameAs: number;
}

/** Measured columns that say the same as another one; of the two, a date goes before a number, and the later before the earlier. */
export function nearDuplicates(features: readonly Feature[], candidates: readonly Candidate[], seed: number): Twin[] {
  const rows = drawRows(new Uint8Array(rowCount(features)).fill(1), rowsLookedAt, seed);
  const measured = features.flatMap((feature, index) =>
    feature.kind === "number" ? [{ index, scaled: standardised(takeRows(feature, rows)) }] : [],
  );
  const order = measured.sort(
    (one, other) => Number(isDate(candidates, one.index)) - Number(isDate(candidates, other.index)) || one.index - other.index,
  );
  const kept: typeof measured = [];
  const twins: Twin[] = [];
  for (const one of order) {
    const same = kept.find(({ scaled }) => Math.abs(product(scaled, one.scaled)) >= sameCorrelation);
    if (same) twins.push({ leftOut: one.index, sameAs: same.index });
    else kept.push(one);
  }
  return twins;
}

const rowCount = ([first]: readonly Feature[]): number => (first?.kind === "number" ? first.values.length : (first?.codes.length ?? 0));
const isDate = (candidates: readonly Candidate[], index: number): boolean => candidates[index]?.kind === "date";

/** A column with mean 0 and squares that add up to 1; what is not known is the mean. */
function standardised(feature: Feature): Float64Array {
  const values = feature.kind === "number" ? feature.values : new Float64Array();
  const known = values.filter((value) => value === value);
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  const centred = values.map((value) => (value === value ? value - mean : 0));
  const length = Math.sqrt(centred.reduce((sum, value) => sum + value * value, 0));
  return length > 0 ? centred.map((value) => value / length) : centred;
}

function product(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < one.length; row += 1) sum += (one[row] as number) * (other[row] as number);
  return sum;
}
