/** A measured column: one number per row, NaN where it is not known. */
export interface NumberFeature {
  readonly kind: "number";
  readonly name: string;
  readonly values: Float64Array;
  /** 1 where the value is not known; absent when it is always known. */
  readonly missing?: Uint8Array;
}

/** A column of levels: one code per row. Code 0: not known; `levels[code − 1]` otherwise; codes beyond the levels are levels without a name. */
export interface CategoryFeature {
  readonly kind: "category";
  readonly name: string;
  readonly codes: Uint8Array | Uint16Array;
  readonly levels: readonly string[];
}

/** What a model learns from: columns of equal length. Nothing in it depends on the outcome. */
export type Feature = NumberFeature | CategoryFeature;

export const rowsOf = (feature: Feature): number => (feature.kind === "number" ? feature.values : feature.codes).length;

/** A measured column; marks where it is not known. */
export function numberFeature(name: string, values: Float64Array): NumberFeature {
  if (!values.some(Number.isNaN)) return { kind: "number", name, values };
  const missing = new Uint8Array(values.length);
  for (let row = 0; row < values.length; row += 1) missing[row] = Number.isNaN(values[row]) ? 1 : 0;
  return { kind: "number", name, values, missing };
}

/** The same column for some of its rows, in the order given. */
export function takeRows(feature: Feature, rows: Uint32Array): Feature {
  if (rows.length === rowsOf(feature)) return feature;
  if (feature.kind === "number")
    return numberFeature(
      feature.name,
      Float64Array.from(rows, (row) => feature.values[row] as number),
    );
  const { codes } = feature;
  const taken = codes instanceof Uint8Array ? new Uint8Array(rows.length) : new Uint16Array(rows.length);
  rows.forEach((row, index) => (taken[index] = codes[row] as number));
  return { ...feature, codes: taken };
}
