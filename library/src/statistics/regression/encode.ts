import type { DesignColumn } from "./design-column.js";
import { encodeCategory } from "./encode-category.js";
import { encodeNumber, farthest } from "./encode-number.js";
import type { DenseColumn, Design, FactorColumns } from "./design.js";
import { rowsOf, type Feature, type NumberFeature } from "./feature.js";

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

export type { DesignColumn };

export interface EncodeOptions {
  /** 1 for rows that the choices are made on (default: all). */
  readonly include?: Uint8Array | undefined;
  /** Levels with fewer rows are pooled, and a value that is not known in fewer rows has no column of its own (default: 1 in 200 rows, 20 to 100). */
  readonly rareRows?: number;
}

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
    dense: design.dense.map((column, index) => ({
      ...column,
      limit: farthest,
      values: (features[denseFeatures[index] as number] as NumberFeature).values,
    })),
    factors: design.factors.map((factor, index) => ({ ...factor, codes: codesOf(features[factorFeatures[index] as number]) })),
  };
}
