import { blockRows, type Design } from "./design.js";

/** What one block of rows adds to the cross products: the dense columns, the same times the weights, and the weights themselves. */
export interface WeightedBlock {
  readonly block: Float64Array;
  readonly weighted: Float64Array;
  readonly weights: Float64Array;
  readonly start: number;
  readonly count: number;
}

/** Adds XᵀWX of a block to the lower triangle of `products` (width × width, row after row). Zeros of the factors are never touched. */
export function addCrossProducts(design: Design, products: Float64Array, part: WeightedBlock): void {
  const dense = design.dense.length + 1;
  for (let row = 0; row < dense; row += 2) {
    for (let column = 0; column <= Math.min(row + 1, dense - 1); column += 4) addTile(products, design.width, { row, column, dense, part });
  }
  addFactors(design, products, part);
}

interface Tile {
  readonly row: number;
  readonly column: number;
  readonly dense: number;
  readonly part: WeightedBlock;
}

/** The sums of one tile; one tile is worked on at a time. */
const sums = new Float64Array(8);

/**
 * Two by four products at once, so that each number that is fetched serves several of them. Places beyond the last column repeat it; what they
 * add up is thrown away.
 */
function addTile(products: Float64Array, width: number, { row, column, dense, part: { block, weighted, count } }: Tile): void {
  const end = (dense - 1) * blockRows;
  const a = row * blockRows;
  const b = Math.min(a + blockRows, end);
  const c = column * blockRows;
  const d = Math.min(c + blockRows, end);
  const e = Math.min(d + blockRows, end);
  const f = Math.min(e + blockRows, end);
  let [ac, ad, ae, af, bc, bd, be, bf] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let index = 0; index < count; index += 1) {
    const one = weighted[a + index] as number;
    const two = weighted[b + index] as number;
    const x = block[c + index] as number;
    const y = block[d + index] as number;
    const z = block[e + index] as number;
    const w = block[f + index] as number;
    ac += one * x;
    ad += one * y;
    ae += one * z;
    af += one * w;
    bc += two * x;
    bd += two * y;
    be += two * z;
    bf += two * w;
  }
  sums[0] = ac;
  sums[1] = ad;
  sums[2] = ae;
  sums[3] = af;
  sums[4] = bc;
  sums[5] = bd;
  sums[6] = be;
  sums[7] = bf;
  addRow(products, width, { row, column, from: 0 });
  if (row + 1 < dense) addRow(products, width, { row: row + 1, column, from: 4 });
}

function addRow(products: Float64Array, width: number, { row, column, from }: { row: number; column: number; from: number }): void {
  for (let offset = 0; offset < 4 && column + offset <= row; offset += 1) {
    const place = row * width + column + offset;
    products[place] = (products[place] as number) + (sums[from + offset] as number);
  }
}

/** A row has at most one column of each factor, so that its products are few single additions. */
function addFactors({ dense, factors, width }: Design, products: Float64Array, { weighted, weights, start, count }: WeightedBlock): void {
  const columns = dense.length + 1;
  const active = new Int32Array(factors.length);
  for (let row = 0; row < count; row += 1) {
    const weight = weights[row] as number;
    if (weight === 0) continue;
    const size = activeColumns(factors, start + row, active);
    for (let index = 0; index < size; index += 1) {
      const base = (active[index] as number) * width;
      for (let other = 0; other < columns; other += 1) {
        products[base + other] = (products[base + other] as number) + (weighted[other * blockRows + row] as number);
      }
      for (let before = 0; before <= index; before += 1) {
        const place = base + (active[before] as number);
        products[place] = (products[place] as number) + weight;
      }
    }
  }
}

/** Writes the columns of the factors that a row has, ascending, and gives their number. */
function activeColumns(factors: Design["factors"], row: number, active: Int32Array): number {
  let size = 0;
  for (let index = 0; index < factors.length; index += 1) {
    const { codes, columnOf } = factors[index] as Design["factors"][number];
    const column = columnOf[codes[row] as number] as number;
    if (column >= 0) active[size++] = column;
  }
  return size;
}
