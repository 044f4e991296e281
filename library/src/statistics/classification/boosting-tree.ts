import { mostBins, type BinnedColumn } from "./boosting-bins.js";

/** A tree of equal depth: each inner node asks one column whether its bin goes left. */
export interface BoostedTree {
  /** Column of each inner node; −1 where a branch ended before. */
  readonly column: Int32Array;
  /** For each inner node and bin 1 when it goes left. */
  readonly goesLeft: Uint8Array;
  /** What each leaf adds to the log odds. */
  readonly leaves: Float64Array;
}

export interface TreeData {
  readonly columns: readonly BinnedColumn[];
  readonly rows: Uint32Array;
  /** First and second derivative of the loss by row of the data. */
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
}

export interface TreeOptions {
  readonly depth: number;
  readonly leastRows: number;
  /** Ridge penalty on what a leaf adds. */
  readonly ridge: number;
  readonly learningRate: number;
}

/** Sums by column and bin: gradient, curvature, rows. */
type Histogram = Float64Array;

interface Node {
  readonly rows: Uint32Array;
  readonly histogram: Histogram;
}

interface Split {
  readonly gain: number;
  readonly column: number;
  readonly left: readonly number[];
}

/**
 * Grows one tree level by level.
 *
 * Method: Chen and Guestrin (2016), XGBoost, §2.2; histograms of at most 64 bins, the larger child's by subtraction.
 */
export function growTree(data: TreeData, options: TreeOptions): BoostedTree {
  const inner = 2 ** options.depth - 1;
  const tree: BoostedTree = {
    column: new Int32Array(inner).fill(-1),
    goesLeft: new Uint8Array(inner * mostBins).fill(1),
    leaves: new Float64Array(inner + 1),
  };
  let level: (Node | undefined)[] = [{ rows: data.rows, histogram: histogramOf(data, data.rows) }];
  for (let depth = 0; depth < options.depth; depth += 1) {
    level = level.flatMap((node, index) =>
      node
        ? branch(data, node, { tree, place: level.length - 1 + index, options, isLast: depth === options.depth - 1 })
        : [undefined, undefined],
    );
  }
  level.forEach((node, index) => {
    if (node) tree.leaves[index] = leafValue(data, node.rows, options);
  });
  return tree;
}

interface Branch {
  readonly tree: BoostedTree;
  readonly place: number;
  readonly options: TreeOptions;
  readonly isLast: boolean;
}

/** The two children; a node without a good question passes all rows to its left child. */
function branch(data: TreeData, node: Node, { tree, place, options, isLast }: Branch): [Node | undefined, Node | undefined] {
  const split = bestSplit(data, node, options);
  if (!split) return [node, undefined];
  tree.column[place] = split.column;
  const goesLeft = tree.goesLeft.subarray(place * mostBins, (place + 1) * mostBins).fill(0);
  for (const bin of split.left) goesLeft[bin] = 1;
  const [left, right] = partition(node.rows, (data.columns[split.column] as BinnedColumn).bins, goesLeft);
  if (isLast) return [left, right].map((rows) => ({ rows, histogram: node.histogram })) as [Node, Node];
  const [smaller, larger] = left.length <= right.length ? [left, right] : [right, left];
  const counted = histogramOf(data, smaller);
  const rest = node.histogram.map((sum, index) => sum - (counted[index] as number));
  const children = [
    { rows: smaller, histogram: counted },
    { rows: larger, histogram: rest },
  ] as const;
  return smaller === left ? [children[0], children[1]] : [children[1], children[0]];
}

function partition(rows: Uint32Array, bins: Uint8Array, goesLeft: Uint8Array): [Uint32Array, Uint32Array] {
  const left = new Uint32Array(rows.length);
  const right = new Uint32Array(rows.length);
  let [ofLeft, ofRight] = [0, 0];
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as number;
    if (goesLeft[bins[row] as number] === 1) left[ofLeft++] = row;
    else right[ofRight++] = row;
  }
  return [left.subarray(0, ofLeft), right.subarray(0, ofRight)];
}

function histogramOf({ columns, gradient, curvature }: TreeData, rows: Uint32Array): Histogram {
  const histogram = new Float64Array(columns.length * mostBins * 3);
  for (let column = 0; column < columns.length; column += 1) {
    const { bins } = columns[column] as BinnedColumn;
    const base = column * mostBins * 3;
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index] as number;
      const place = base + (bins[row] as number) * 3;
      histogram[place] = (histogram[place] as number) + (gradient[row] as number);
      histogram[place + 1] = (histogram[place + 1] as number) + (curvature[row] as number);
      histogram[place + 2] = (histogram[place + 2] as number) + 1;
    }
  }
  return histogram;
}

function bestSplit(data: TreeData, { rows, histogram }: Node, options: TreeOptions): Split | undefined {
  if (rows.length < 2 * options.leastRows) return undefined;
  let best: Split | undefined;
  data.columns.forEach((binned, column) => {
    const sums = histogram.subarray(column * mostBins * 3, (column + 1) * mostBins * 3);
    for (const order of orders(binned, sums, options.ridge)) {
      const split = bestCut(sums, order, { column, options });
      if (split && split.gain > (best?.gain ?? 1e-9)) best = split;
    }
  });
  return best;
}

/** Orders of the bins to cut: by value, with what is not known at either end; for levels, by what they go with. */
function orders({ count, isOrdered }: BinnedColumn, sums: Float64Array, ridge: number): number[][] {
  const filled = Array.from({ length: count }, (_, bin) => bin).filter((bin) => (sums[bin * 3 + 2] as number) > 0.5);
  if (isOrdered) return filled[0] === 0 ? [filled, [...filled.slice(1), 0]] : [filled];
  const tendency = (bin: number) => (sums[bin * 3] as number) / ((sums[bin * 3 + 1] as number) + ridge);
  return [filled.sort((one, other) => tendency(one) - tendency(other) || one - other)];
}

function bestCut(
  sums: Float64Array,
  order: readonly number[],
  { column, options }: { column: number; options: TreeOptions },
): Split | undefined {
  const { ridge, leastRows } = options;
  const total = [0, 1, 2].map((kind) => order.reduce((sum, bin) => sum + (sums[bin * 3 + kind] as number), 0)) as [number, number, number];
  const value = (gradient: number, curvature: number) => gradient ** 2 / (curvature + ridge);
  let [gradient, curvature, rows, most, cut] = [0, 0, 0, 0, -1];
  for (let index = 0; index < order.length - 1; index += 1) {
    const place = (order[index] as number) * 3;
    gradient += sums[place] as number;
    curvature += sums[place + 1] as number;
    rows += sums[place + 2] as number;
    if (rows < leastRows || total[2] - rows < leastRows) continue;
    const gain = value(gradient, curvature) + value(total[0] - gradient, total[1] - curvature) - value(total[0], total[1]);
    if (gain > most) [most, cut] = [gain, index];
  }
  return cut < 0 ? undefined : { gain: most, column, left: order.slice(0, cut + 1) };
}

function leafValue({ gradient, curvature }: TreeData, rows: Uint32Array, { ridge, learningRate }: TreeOptions): number {
  let [sum, weight] = [0, 0];
  for (let index = 0; index < rows.length; index += 1) {
    sum += gradient[rows[index] as number] as number;
    weight += curvature[rows[index] as number] as number;
  }
  return (-learningRate * sum) / (weight + ridge);
}

/** Log odds by row of the data, and the rows that they are wanted for. */
interface Predicted {
  readonly rows: Uint32Array;
  readonly predictor: Float64Array;
}

/** Adds what a tree says to the log odds of some rows. */
export function addTree({ column, goesLeft, leaves }: BoostedTree, columns: readonly BinnedColumn[], { rows, predictor }: Predicted): void {
  const depth = Math.log2(leaves.length);
  const binsOf = Array.from(column, (one) => (one < 0 ? undefined : (columns[one] as BinnedColumn).bins));
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as number;
    let node = 0;
    for (let level = 0; level < depth; level += 1) {
      const bins = binsOf[node];
      node = 2 * node + (bins === undefined || goesLeft[node * mostBins + (bins[row] as number)] === 1 ? 1 : 2);
    }
    predictor[row] = (predictor[row] as number) + (leaves[node - leaves.length + 1] as number);
  }
}
