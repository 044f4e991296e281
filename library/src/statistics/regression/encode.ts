import { median } from "../quantile.js";
import type { DenseColumn, Design, FactorColumns } from "./design.js";
import { rowsOf, type CategoryFeature, type Feature, type NumberFeature } from "./feature.js";

/** What one column of a design stands for. */
export interface DesignColumn {
  /** Position of the feature in the list that was encoded. */
  readonly feature: number;
  readonly kind: "number" | "level" | "missing";
  /** Code of the level, 0 for "not known"; absent for numbers and for the pooled rare levels. */
  readonly code?: number;
  /** Code of the reference level, for levels. */
  readonly reference?: number;
  /** One unit of the design is this much of the column: the standard deviation for numbers, 1 otherwise. */
  readonly unit: number;
  /** Rows of the training part that have it (a known value for numbers). */
  readonly rows: number;
}

/** Features as columns of a regression. Every choice (means, medians, levels) was made on the rows that took part, and holds for all rows. */
export interface Encoding {
  readonly design: Design;
  /** What each column of the design stands for; column 0 (the intercept) is undefined. */
  readonly columns: readonly (DesignColumn | undefined)[];
  /** Which feature each dense column, and each factor of the design, comes from. */
  readonly denseFeatures: readonly number[];
  readonly factorFeatures: readonly number[];
  /** Levels that were pooled as rare, by position of the feature. */
  readonly pooled: ReadonlyMap<number, number>;
}

export interface EncodeOptions {
  /** 1 for rows that the choices are made on (default: all). */
  readonly include?: Uint8Array | undefined;
  /** Levels with fewer rows are pooled, and a value that is not known in fewer rows has no column of its own (default: 1 in 200 rows, 20 to 100). */
  readonly rareRows?: number;
}

/** No category has more columns than this; the rarest levels beyond are pooled. */
const mostLevels = 30;

/**
 * How do features become columns of a regression?
 *
 * Numbers are centred and scaled by their standard deviation; where they are not known the median stands in, with a column of its own that says so.
 * Categories have a column for each level but the most frequent one; rare levels share one, levels that were never seen belong to it, or to the
 * reference where there is none.
 *
 * @param features columns of equal length
 * @param options.include rows to learn means, medians and levels from: the training part of a fold
 */
export function encode(features: readonly Feature[], options: EncodeOptions = {}): Encoding {
  const rows = features[0] ? rowsOf(features[0]) : 0;
  const { include } = options;
  const taken = include ? include.reduce((sum, one) => sum + (one === 0 ? 0 : 1), 0) : rows;
  const rareRows = options.rareRows ?? Math.min(100, Math.max(20, taken / 200));
  const dense: { column: DenseColumn; meaning: DesignColumn }[] = [];
  const factors: Factor[] = [];
  const pooled = new Map<number, number>();
  features.forEach((feature, index) => {
    if (feature.kind === "number") {
      const found = encodeNumber(feature, index, { include, rareRows });
      if (found.dense) dense.push(found.dense);
      if (found.missing && feature.missing) factors.push({ feature: index, codes: feature.missing, meanings: [undefined, found.missing] });
    } else {
      const found = encodeCategory(feature, index, { include, rareRows });
      pooled.set(index, found.pooled);
      if (found.meanings.some((meaning) => meaning)) factors.push({ feature: index, codes: feature.codes, meanings: found.meanings });
    }
  });
  return { ...assemble(rows, dense, factors), pooled };
}

interface Factor {
  readonly feature: number;
  readonly codes: FactorColumns["codes"];
  readonly meanings: readonly (DesignColumn | undefined)[];
}

/** Numbers the columns: dense ones first, then the levels of each factor; codes that mean the same share a column. */
function assemble(
  rows: number,
  dense: readonly { column: DenseColumn; meaning: DesignColumn }[],
  factors: readonly Factor[],
): Omit<Encoding, "pooled"> {
  const columns: (DesignColumn | undefined)[] = [undefined, ...dense.map(({ meaning }) => meaning)];
  const placed = factors.map(({ codes, meanings }) => {
    const place = new Map<DesignColumn, number>();
    const columnOf = Int32Array.from(meanings, (meaning) => {
      if (!meaning) return -1;
      const known = place.get(meaning) ?? columns.push(meaning) - 1;
      place.set(meaning, known);
      return known;
    });
    return { codes, columnOf };
  });
  return {
    design: { rows, width: columns.length, dense: dense.map(({ column }) => column), factors: placed },
    columns,
    denseFeatures: dense.map(({ meaning }) => meaning.feature),
    factorFeatures: factors.map(({ feature }) => feature),
  };
}

/** The same columns for other rows: the choices stay as they were made. */
export function encodeOthers({ design, denseFeatures, factorFeatures }: Encoding, features: readonly Feature[]): Design {
  const rows = features[0] ? rowsOf(features[0]) : 0;
  const codesOf = (feature: Feature | undefined) => {
    if (feature?.kind === "category") return feature.codes;
    return feature?.missing ?? new Uint8Array(rows);
  };
  return {
    rows,
    width: design.width,
    dense: design.dense.map((column, index) => ({ ...column, values: (features[denseFeatures[index] as number] as NumberFeature).values })),
    factors: design.factors.map((factor, index) => ({ ...factor, codes: codesOf(features[factorFeatures[index] as number]) })),
  };
}

interface Rows {
  readonly include: Uint8Array | undefined;
  readonly rareRows: number;
}

function encodeNumber(
  { values, missing }: NumberFeature,
  feature: number,
  { include, rareRows }: Rows,
): { dense?: { column: DenseColumn; meaning: DesignColumn }; missing?: DesignColumn } {
  const { count, unknown, mean, deviation } = spread(values, include);
  const indicator =
    unknown >= rareRows && count > 0 ? { missing: { feature, kind: "missing", code: 0, unit: 1, rows: unknown } as const } : {};
  if (count === 0 || !(deviation > 1e-10 * Math.abs(mean)) || !Number.isFinite(deviation)) return indicator;
  const middle = missing ? median(knownValues(values, include, count)) : mean;
  const column = { values, center: mean, scale: 1 / deviation, fill: (middle - mean) / deviation };
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

/** Rows per code among those that take part. */
export function countCodes({ codes, levels }: CategoryFeature, include?: Uint8Array): Float64Array {
  const counts = new Float64Array(Math.max(levels.length + 2, 2));
  for (let row = 0; row < codes.length; row += 1) {
    if (include && include[row] === 0) continue;
    const code = Math.min(codes[row] as number, counts.length - 1);
    counts[code] = (counts[code] as number) + 1;
  }
  return counts;
}

function encodeCategory(
  feature: CategoryFeature,
  index: number,
  { include, rareRows }: Rows,
): { meanings: (DesignColumn | undefined)[]; pooled: number } {
  const counts = countCodes(feature, include);
  const unnamed = counts.length - 1;
  const byCount = Array.from(counts.keys()).sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  const reference = byCount[0] as number;
  const common = byCount.filter((code) => code !== unnamed && (counts[code] as number) >= rareRows).slice(0, mostLevels + 1);
  const rare = byCount.filter((code) => code !== reference && !common.includes(code));
  const rareCount = rare.reduce((sum, code) => sum + (counts[code] as number), 0);
  const meaning = (rows: number, code?: number): DesignColumn => ({
    feature: index,
    kind: "level",
    ...(code === undefined ? {} : { code }),
    reference,
    unit: 1,
    rows,
  });
  const other = rareCount >= rareRows ? meaning(rareCount) : undefined;
  const meanings = Array.from(counts, (rows, code) => {
    if (code === reference) return undefined;
    return common.includes(code) ? meaning(rows, code) : other;
  });
  return { meanings, pooled: rare.filter((code) => code !== 0 && code !== unnamed && (counts[code] as number) > 0).length };
}
