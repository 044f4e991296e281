import { criticalValue, defaultConfidence } from "../interval.js";
import { fitLogistic, standardErrorAt } from "../regression/logistic.js";
import { wilsonInterval } from "../wilson-interval.js";
import type { Measured } from "./auc.js";

export interface CalibrationBin {
  readonly predicted: number;
  readonly observed: Measured;
  readonly customers: number;
  readonly events: number;
}

export interface Calibration {
  readonly bins: readonly CalibrationBin[];
  readonly slope?: Measured;
  readonly intercept?: Measured;
  readonly expectedError: number;
}

const binCount = 10;
const nearest = 1e-9;

const logit = (probability: number): number => {
  const given = Math.min(1 - nearest, Math.max(nearest, probability));
  return Math.log(given / (1 - given));
};

/**
 * Do events happen as often as predicted?
 *
 * @returns up to ten bins of equal size by prediction (equal predictions share a bin) with Wilson intervals; slope and intercept of a logistic
 *   regression of the outcome on the predicted log odds (1 and 0 when calibrated); the mean distance of predicted and observed over the bins
 *
 * Method: Cox (1958), Biometrika 45:562–565, for slope and intercept; expected calibration error over bins of equal size.
 */
export function calibrate(probabilities: Float64Array, outcome: Uint8Array, confidence: number = defaultConfidence): Calibration {
  const bins = binned(probabilities, outcome, confidence);
  const expectedError =
    bins.reduce((sum, { predicted, observed, customers }) => sum + Math.abs(predicted - observed.value) * customers, 0) / outcome.length;
  return { bins, ...recalibrated(probabilities, outcome, confidence), expectedError };
}

function binned(probabilities: Float64Array, outcome: Uint8Array, confidence: number): CalibrationBin[] {
  const sorted = probabilities.toSorted();
  const edges = Array.from({ length: binCount - 1 }, (_, index) => sorted[Math.floor(((index + 1) * sorted.length) / binCount)] as number);
  const different = [...new Set(edges)];
  const sums = Array.from({ length: different.length + 1 }, () => ({ predicted: 0, customers: 0, events: 0 }));
  for (let row = 0; row < outcome.length; row += 1) {
    const probability = probabilities[row] as number;
    let bin = 0;
    while (bin < different.length && probability >= (different[bin] as number)) bin += 1;
    const sum = sums[bin] as (typeof sums)[number];
    sum.predicted += probability;
    sum.customers += 1;
    sum.events += outcome[row] as number;
  }
  return sums
    .filter(({ customers }) => customers > 0)
    .map(({ predicted, customers, events }) => ({
      predicted: predicted / customers,
      observed: { value: events / customers, interval: wilsonInterval(events, customers, confidence) },
      customers,
      events,
    }));
}

function recalibrated(probabilities: Float64Array, outcome: Uint8Array, confidence: number): Pick<Calibration, "slope" | "intercept"> {
  const values = probabilities.map(logit);
  const design = { rows: outcome.length, width: 2, dense: [{ values, center: 0, scale: 1, fill: 0 }], factors: [] };
  const fit = fitLogistic({ design, outcome });
  if (fit.leftOut.length > 0 || !fit.hasConverged) return {};
  const measured = (column: number): Measured => {
    const value = fit.beta[column] as number;
    const reach = criticalValue(confidence) * standardErrorAt(fit, column);
    return { value, interval: [value - reach, value + reach] };
  };
  return { slope: measured(1), intercept: measured(0) };
}
