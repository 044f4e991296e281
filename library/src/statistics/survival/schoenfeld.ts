import { chiSquareUpper } from "../distributions.js";
import { ranks } from "../ranks.js";
import type { ChiSquareTest, CoxFit } from "./cox.js";
import { coxPass, squareOf, type EventTime } from "./cox-pass.js";
import { kaplanMeier } from "./kaplan-meier.js";
import { quadratic, symmetricInverse, times } from "./symmetric.js";
import { countTimes } from "./time-counts.js";

/** How time is measured in the check: by the share already lost (R's default), by rank, by its logarithm, or as it is. */
export type TimeTransform = "km" | "rank" | "log" | "identity";

export interface ProportionalHazards {
  /** Per covariate, in the order given; absent for those without an estimate. */
  readonly covariates: readonly (ProportionalCheck | undefined)[];
  readonly global: ChiSquareTest;
  readonly transform: TimeTransform;
  /** Times of the events, ascending. */
  readonly times: Float64Array;
}

export interface ProportionalCheck extends ChiSquareTest {
  /** Correlation of the scaled residuals with transformed time: positive where the hazard ratio grows. */
  readonly correlation: number;
  /** Scaled Schoenfeld residuals plus the coefficient, one per event: what the coefficient looks like at that time. */
  readonly residuals: Float64Array;
}

/** Transformed time of each event, in the order of the event times (ascending). */
function transformed(fit: CoxFit, eventTimes: Float64Array, transform: TimeTransform): Float64Array {
  if (transform === "rank") return Float64Array.from(ranks(eventTimes, "average"));
  if (transform === "log") return eventTimes.map(Math.log);
  if (transform === "identity") return eventTimes;
  const curve = kaplanMeier(countTimes(fit.scaled.ordered.times, fit.scaled.ordered.events));
  const before = new Map<number, number>();
  curve.times.forEach((time, index) => before.set(time, index === 0 ? 1 : (curve.survival[index - 1] as number)));
  return eventTimes.map((time) => 1 - (before.get(time) ?? 1));
}

function correlation(one: Float64Array, other: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [oneMean, otherMean] = [mean(one), mean(other)];
  let [product, oneSquare, otherSquare] = [0, 0, 0];
  one.forEach((value, index) => {
    const [a, b] = [value - oneMean, (other[index] as number) - otherMean];
    product += a * b;
    oneSquare += a * a;
    otherSquare += b * b;
  });
  return oneSquare * otherSquare > 0 ? product / Math.sqrt(oneSquare * otherSquare) : 0;
}

/** Schoenfeld residuals of the scaled covariates, one row per event, earliest first. */
function residualRows({ scaled: { ordered, beta }, ties }: CoxFit) {
  const { x, width, events } = ordered;
  const visited: EventTime[] = [];
  coxPass(ordered, beta, ties, (time) => visited.push(time));
  visited.reverse();
  const eventTimes: number[] = [];
  const rows: Float64Array[] = [];
  for (const { from, to, time, means, events: count } of visited) {
    for (let row = from; row < to; row += 1) {
      if (!events[row]) continue;
      eventTimes.push(time);
      rows.push(means.map((mean, column) => (x[row * width + column] as number) - mean / count));
    }
  }
  return { visited, rows, times: Float64Array.from(eventTimes) };
}

/** Score, its variance given the coefficients, and the columns that can be tested. */
function scoreOfTrend(fit: CoxFit, { visited, rows }: ReturnType<typeof residualRows>, time: Float64Array) {
  const { width } = fit.scaled.ordered;
  const mean = time.reduce((sum, value) => sum + value, 0) / time.length;
  const score = new Float64Array(width);
  rows.forEach((row, event) =>
    row.forEach((value, column) => (score[column] = (score[column] as number) + ((time[event] as number) - mean) * value)),
  );
  const triangles = [0, 1].map(() => new Float64Array((width * (width + 1)) / 2));
  let event = 0;
  for (const { information, events } of visited) {
    const weight = (time[event] as number) - mean;
    information.forEach((value, cell) => {
      triangles.forEach((triangle, power) => (triangle[cell] = (triangle[cell] as number) + value * weight ** (power + 1)));
    });
    event += events;
  }
  const [cross, square] = triangles.map((triangle) => squareOf(triangle, width)) as [Float64Array, Float64Array];
  return { score, variance: reduced(square, cross, fit.scaled.inverse) };
}

/** square − cross · inverse · cross: what of the trend's information the coefficients do not share. */
function reduced(square: Float64Array, cross: Float64Array, inverse: Float64Array): Float64Array {
  const width = Math.sqrt(square.length);
  const column = (matrix: Float64Array, index: number) =>
    Float64Array.from({ length: width }, (_, row) => matrix[row * width + index] as number);
  const solved = Array.from({ length: width }, (_, index) => times({ values: inverse, width }, column(cross, index)));
  return square.map((value, at) => {
    const [row, index] = [Math.floor(at / width), at % width];
    return value - column(cross, row).reduce((sum, own, place) => sum + own * (solved[index]?.[place] as number), 0);
  });
}

/**
 * Do the hazard ratios of a Cox model stay the same over time?
 *
 * A small p-value says that one does not: the coefficient is then an average over the time that was watched.
 *
 * @param transform of time: "km" (default, as R), "rank", "log" or "identity"
 *
 * Method: score test of a trend in time for each coefficient and for all, Grambsch and Therneau (1994), Biometrika 81:515–526, in the exact
 * form of R's `cox.zph` since survival 3.0; correlations of the scaled residuals as before. Checked: R survival on lung (both forms).
 */
export function schoenfeld(fit: CoxFit, transform: TimeTransform = "km"): ProportionalHazards {
  const { scaled, coefficients } = fit;
  const { width, spreads } = scaled.ordered;
  const found = residualRows(fit);
  const time = transformed(fit, found.times, transform);
  const { score, variance } = scoreOfTrend(fit, found, time);
  const covariates = coefficients.map(({ status, estimate }, column): ProportionalCheck | undefined => {
    const own = variance[column * width + column] as number;
    if (status !== "estimated" || !(own > 0)) return undefined;
    const inverse = scaled.inverse.subarray(column * width, (column + 1) * width);
    const residuals = Float64Array.from(found.rows, (row) => {
      const step = row.reduce((sum, value, place) => sum + value * (inverse[place] as number), 0);
      return estimate + (fit.events * step) / (spreads[column] as number);
    });
    const chiSquare = (score[column] as number) ** 2 / own;
    return { chiSquare, degreesOfFreedom: 1, pValue: chiSquareUpper(chiSquare, 1), correlation: correlation(time, residuals), residuals };
  });
  const { inverse, superfluous } = symmetricInverse({ values: variance, width });
  const chiSquare = Math.max(0, quadratic({ values: inverse, width }, score));
  const degreesOfFreedom = width - superfluous.length;
  const pValue = degreesOfFreedom > 0 ? chiSquareUpper(chiSquare, degreesOfFreedom) : 1;
  return { covariates, global: { chiSquare, degreesOfFreedom, pValue }, transform, times: found.times };
}
