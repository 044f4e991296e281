/** A column of numbers as a model sees it: (value − center) · scale, and `fill` where the value is not known. The values are never copied. */
export interface DenseColumn {
  readonly values: Float64Array;
  readonly center: number;
  readonly scale: number;
  readonly fill: number;
  /** Values further from the center than this, once scaled, count as this far (default: none are). */
  readonly limit?: number;
}

/** A value as a model sees it. */
export function scaledValue({ center, scale, fill, limit = Infinity }: DenseColumn, value: number): number {
  return value === value ? Math.min(limit, Math.max(-limit, (value - center) * scale)) : fill;
}

/** Columns of zeros and ones that exclude each other: each code has its column, or −1 for none (the reference). Only the codes are stored. */
export interface FactorColumns {
  readonly codes: Uint8Array | Uint16Array;
  readonly columnOf: Int32Array;
}

/** The columns of a regression: column 0 is the intercept, then come the dense ones, then those of the factors. */
export interface Design {
  readonly rows: number;
  readonly width: number;
  readonly dense: readonly DenseColumn[];
  readonly factors: readonly FactorColumns[];
}

/** Rows that are worked on together, so that they stay in the processor's nearest memory. */
export const blockRows = 256;

/** Writes `count` rows of the dense columns, from row `start` on, column after column; column 0 holds the ones of the intercept. */
export function fillBlock({ dense }: Design, block: Float64Array, start: number, count: number): void {
  block.fill(1, 0, count);
  for (let index = 0; index < dense.length; index += 1)
    fillColumn(dense[index] as DenseColumn, block, { start, count, at: (index + 1) * blockRows });
}

interface Place {
  readonly start: number;
  readonly count: number;
  /** Where the column begins in the block. */
  readonly at: number;
}

function fillColumn(column: DenseColumn, block: Float64Array, { start, count, at }: Place): void {
  const { values, center, scale, fill, limit } = column;
  if (limit !== undefined) {
    for (let row = 0; row < count; row += 1) block[at + row] = scaledValue(column, values[start + row] as number);
    return;
  }
  for (let row = 0; row < count; row += 1) {
    const value = values[start + row] as number;
    block[at + row] = value === value ? (value - center) * scale : fill;
  }
}

interface Target {
  readonly start: number;
  readonly count: number;
  readonly target: Float64Array;
}

/** The linear predictor of a block of rows. Four dense columns are added at once; columns beyond the last count nothing. */
export function addUp({ dense, factors }: Design, beta: Float64Array, block: Float64Array, { start, count, target }: Target): void {
  target.fill(beta[0] as number, 0, count);
  const weight = (column: number) => (column <= dense.length ? (beta[column] as number) : 0);
  const place = (column: number) => Math.min(column, dense.length) * blockRows;
  for (let column = 1; column <= dense.length; column += 4) {
    const [a, b, c, d] = [place(column), place(column + 1), place(column + 2), place(column + 3)];
    const [p, q, r, s] = [weight(column), weight(column + 1), weight(column + 2), weight(column + 3)];
    for (let row = 0; row < count; row += 1) {
      const sum =
        p * (block[a + row] as number) + q * (block[b + row] as number) + r * (block[c + row] as number) + s * (block[d + row] as number);
      target[row] = (target[row] as number) + sum;
    }
  }
  for (const { codes, columnOf } of factors) {
    for (let row = 0; row < count; row += 1) {
      const column = columnOf[codes[start + row] as number] as number;
      if (column >= 0) target[row] = (target[row] as number) + (beta[column] as number);
    }
  }
}

/** The linear predictor of every row: the log odds. */
export function linearPredictor(design: Design, beta: Float64Array): Float64Array {
  const block = new Float64Array((design.dense.length + 1) * blockRows);
  const predictor = new Float64Array(design.rows);
  for (let start = 0; start < design.rows; start += blockRows) {
    const count = Math.min(blockRows, design.rows - start);
    fillBlock(design, block, start, count);
    addUp(design, beta, block, { start, count, target: predictor.subarray(start, start + count) });
  }
  return predictor;
}
