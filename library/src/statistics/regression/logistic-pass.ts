import { addCrossProducts } from "./cross-products.js";
import { addUp, blockRows, fillBlock, type Design } from "./design.js";

export interface LogisticRows {
  readonly design: Design;
  /** 1 where the event happened, else 0. */
  readonly outcome: Uint8Array;
  /** 1 for rows that take part (default: all). */
  readonly include?: Uint8Array | undefined;
  /** Takes every nth block of rows only (default 1: all). */
  readonly everyBlock?: number;
}

/** Log-likelihood of a logistic regression with its first and, where asked for, its second derivatives (lower triangle, sign turned). */
export interface Pass {
  readonly logLikelihood: number;
  readonly gradient: Float64Array;
  readonly information: Float64Array | undefined;
}

/** One way through the rows at the coefficients `beta`. */
export function logisticPass(rows: LogisticRows, beta: Float64Array, withInformation: boolean): Pass {
  const { design, everyBlock = 1 } = rows;
  const size = (design.dense.length + 1) * blockRows;
  const work: Work = {
    block: new Float64Array(size),
    weighted: new Float64Array(withInformation ? size : 0),
    weights: new Float64Array(blockRows),
    residuals: new Float64Array(blockRows),
    predictor: new Float64Array(blockRows),
  };
  const gradient = new Float64Array(design.width);
  const information = withInformation ? new Float64Array(design.width * design.width) : undefined;
  let logLikelihood = 0;
  for (let start = 0; start < design.rows; start += blockRows * everyBlock) {
    const count = Math.min(blockRows, design.rows - start);
    fillBlock(design, work.block, start, count);
    addUp(design, beta, work.block, { start, count, target: work.predictor });
    logLikelihood += weigh(rows, work, start, count);
    addGradient(design, gradient, { work, start, count });
    if (!information) continue;
    weightColumns(work, design.dense.length + 1, count);
    addCrossProducts(design, information, { ...work, start, count });
  }
  return { logLikelihood, gradient, information };
}

interface Work {
  readonly block: Float64Array;
  readonly weighted: Float64Array;
  readonly weights: Float64Array;
  readonly residuals: Float64Array;
  readonly predictor: Float64Array;
}

/**
 * Weights p(1 − p) and residuals y − p of a block; gives its log-likelihood. The logarithms of 1 + e^−|η| are taken at once, of their product,
 * which for a block stays below 2^256.
 */
function weigh({ outcome, include }: LogisticRows, { weights, residuals, predictor }: Work, start: number, count: number): number {
  let product = 1;
  let sum = 0;
  for (let row = 0; row < count; row += 1) {
    if (include && include[start + row] === 0) {
      weights[row] = 0;
      residuals[row] = 0;
      continue;
    }
    const eta = predictor[row] as number;
    const small = Math.exp(-Math.abs(eta));
    const total = 1 + small;
    const happened = outcome[start + row] as number;
    const probability = eta >= 0 ? 1 / total : small / total;
    weights[row] = small / (total * total);
    residuals[row] = happened - probability;
    product *= total;
    sum += (eta > 0 ? happened - 1 : happened) * eta;
  }
  return sum - Math.log(product);
}

function addGradient(
  { dense, factors }: Design,
  gradient: Float64Array,
  { work, start, count }: { work: Work; start: number; count: number },
): void {
  const { block, residuals } = work;
  const place = (column: number) => Math.min(column, dense.length) * blockRows;
  for (let column = 0; column <= dense.length; column += 4) {
    const [a, b, c, d] = [place(column), place(column + 1), place(column + 2), place(column + 3)];
    let [first, second, third, fourth] = [0, 0, 0, 0];
    for (let row = 0; row < count; row += 1) {
      const residual = residuals[row] as number;
      first += (block[a + row] as number) * residual;
      second += (block[b + row] as number) * residual;
      third += (block[c + row] as number) * residual;
      fourth += (block[d + row] as number) * residual;
    }
    addTo(gradient, column, first);
    if (column + 1 <= dense.length) addTo(gradient, column + 1, second);
    if (column + 2 <= dense.length) addTo(gradient, column + 2, third);
    if (column + 3 <= dense.length) addTo(gradient, column + 3, fourth);
  }
  for (const { codes, columnOf } of factors) {
    for (let row = 0; row < count; row += 1) {
      const column = columnOf[codes[start + row] as number] as number;
      if (column >= 0) gradient[column] = (gradient[column] as number) + (residuals[row] as number);
    }
  }
}

const addTo = (sums: Float64Array, place: number, value: number): void => void (sums[place] = (sums[place] as number) + value);

function weightColumns({ block, weighted, weights }: Work, columns: number, count: number): void {
  for (let column = 0; column < columns; column += 1) {
    const at = column * blockRows;
    for (let row = 0; row < count; row += 1) weighted[at + row] = (block[at + row] as number) * (weights[row] as number);
  }
}
