import type { OrderedRows } from "./risk-sets.js";

/** How events at one time are handled: Efron lets them leave the risk set one after the other, Breslow all at once. */
export type Ties = "efron" | "breslow";

/** What happens at one time with events, in scaled covariates. */
export interface EventTime {
  readonly time: number;
  /** First and last-but-one row of this time. */
  readonly from: number;
  readonly to: number;
  readonly events: number;
  /** Sum over the events of the mean covariates of those at risk. */
  readonly means: Float64Array;
  /** Information that this time adds, lower triangle, row after row. */
  readonly information: Float64Array;
  /** Increase of the cumulative hazard of a unit with all covariates at their means. */
  readonly hazard: number;
}

export interface CoxPass {
  readonly logLikelihood: number;
  readonly score: Float64Array;
  /** `width` × `width`. */
  readonly information: Float64Array;
}

/** Sums over a risk set or over the events of one time: of the weights, weighted covariates and their products. */
class WeightedSums {
  weight = 0;
  readonly first: Float64Array;
  readonly second: Float64Array;

  constructor(width: number) {
    this.first = new Float64Array(width);
    this.second = new Float64Array((width * (width + 1)) / 2);
  }

  add(x: Float64Array, at: number, weight: number): void {
    const { first, second } = this;
    const width = first.length;
    this.weight += weight;
    for (let row = 0, cell = 0; row < width; row += 1) {
      const weighted = weight * (x[at + row] as number);
      first[row] = (first[row] as number) + weighted;
      for (let column = 0; column <= row; column += 1, cell += 1) {
        second[cell] = (second[cell] as number) + weighted * (x[at + column] as number);
      }
    }
  }

  clear(): void {
    this.weight = 0;
    this.first.fill(0);
    this.second.fill(0);
  }
}

/** Powers of the denominators of one time: with d tied events, 1/c and 1/c² summed with the weights 1, f and f² of Efron's fractions. */
function denominators(risk: number, tied: number, { events, ties }: { events: number; ties: Ties }) {
  const sums = { logs: 0, one: 0, fraction: 0, square: 0, squareFraction: 0, squareFractions: 0 };
  for (let event = 0; event < events; event += 1) {
    const fraction = ties === "efron" ? event / events : 0;
    const inverse = 1 / (risk - fraction * tied);
    sums.logs -= Math.log(inverse);
    sums.one += inverse;
    sums.fraction += fraction * inverse;
    sums.square += inverse * inverse;
    sums.squareFraction += fraction * inverse * inverse;
    sums.squareFractions += fraction * fraction * inverse * inverse;
  }
  return sums;
}

/** Mean covariates and information of one time, from the sums of all at risk and of those with the event. */
function describeTime(risk: WeightedSums, tied: WeightedSums, sums: ReturnType<typeof denominators>) {
  const width = risk.first.length;
  const means = new Float64Array(width);
  const information = new Float64Array(risk.second.length);
  for (let row = 0, cell = 0; row < width; row += 1) {
    const [all, own] = [risk.first[row] as number, tied.first[row] as number];
    means[row] = all * sums.one - own * sums.fraction;
    for (let column = 0; column <= row; column += 1, cell += 1) {
      const [other, otherOwn] = [risk.first[column] as number, tied.first[column] as number];
      const squares =
        all * other * sums.square - (all * otherOwn + own * other) * sums.squareFraction + own * otherOwn * sums.squareFractions;
      information[cell] = (risk.second[cell] as number) * sums.one - (tied.second[cell] as number) * sums.fraction - squares;
    }
  }
  return { means, information };
}

/** Scaled linear predictors less their largest, so that no exponential overflows. */
function predictors({ rows, width, x }: OrderedRows, beta: Float64Array): { eta: Float64Array; largest: number } {
  const eta = new Float64Array(rows);
  let largest = -Infinity;
  for (let row = 0, at = 0; row < rows; row += 1) {
    let sum = 0;
    for (let column = 0; column < width; column += 1, at += 1) sum += (beta[column] as number) * (x[at] as number);
    eta[row] = sum;
    if (sum > largest) largest = sum;
  }
  for (let row = 0; row < rows; row += 1) eta[row] = (eta[row] as number) - largest;
  return { eta, largest };
}

/**
 * One pass over the risk sets at given coefficients (of the scaled covariates): the partial likelihood with its derivatives.
 *
 * @param visit called for each time with events, latest first
 */
export function coxPass(ordered: OrderedRows, beta: Float64Array, ties: Ties, visit?: (time: EventTime) => void): CoxPass {
  const { width, x, events: happened, starts, times } = ordered;
  const { eta, largest } = predictors(ordered, beta);
  const [risk, tied] = [new WeightedSums(width), new WeightedSums(width)];
  const score = new Float64Array(width);
  const triangle = new Float64Array((width * (width + 1)) / 2);
  let logLikelihood = 0;
  for (let index = 0; index + 1 < starts.length; index += 1) {
    const [from, to] = [starts[index] as number, starts[index + 1] as number];
    let events = 0;
    for (let row = from; row < to; row += 1) {
      const weight = Math.exp(eta[row] as number);
      risk.add(x, row * width, weight);
      if (!happened[row]) continue;
      events += 1;
      tied.add(x, row * width, weight);
      logLikelihood += eta[row] as number;
      for (let column = 0; column < width; column += 1) score[column] = (score[column] as number) + (x[row * width + column] as number);
    }
    if (events === 0) continue;
    const sums = denominators(risk.weight, tied.weight, { events, ties });
    const { means, information } = describeTime(risk, tied, sums);
    logLikelihood -= sums.logs;
    for (let column = 0; column < width; column += 1) score[column] = (score[column] as number) - (means[column] as number);
    for (let cell = 0; cell < triangle.length; cell += 1) triangle[cell] = (triangle[cell] as number) + (information[cell] as number);
    visit?.({ time: times[from] as number, from, to, events, means, information, hazard: sums.one * Math.exp(-largest) });
    tied.clear();
  }
  return { logLikelihood, score, information: squareOf(triangle, width) };
}

/** A symmetric matrix from its lower triangle. */
export function squareOf(triangle: Float64Array, width: number): Float64Array {
  const square = new Float64Array(width * width);
  for (let row = 0, cell = 0; row < width; row += 1) {
    for (let column = 0; column <= row; column += 1, cell += 1) {
      square[row * width + column] = triangle[cell] as number;
      square[column * width + row] = triangle[cell] as number;
    }
  }
  return square;
}
