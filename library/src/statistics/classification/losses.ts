import { criticalValue, defaultConfidence } from "../interval.js";
import type { Measured } from "./auc.js";
import type { Ranking } from "./ranking.js";

/** Probabilities are taken no nearer to 0 and 1 than this, as a log loss without an end is no use. */
const nearest = 1e-15;

/** Loss of one row: of the probability that was given to what happened. */
export type Loss = (probability: number, happened: number) => number;

export const logLossOf: Loss = (probability, happened) => {
  const given = Math.min(1 - nearest, Math.max(nearest, probability));
  return -Math.log(happened === 1 ? given : 1 - given);
};

export const brierOf: Loss = (probability, happened) => (probability - happened) ** 2;

/** The mean loss over all rows. */
export function meanLoss(loss: Loss, probabilities: ArrayLike<number>, outcome: Uint8Array): number {
  let sum = 0;
  for (let row = 0; row < outcome.length; row += 1) sum += loss(probabilities[row] as number, outcome[row] as number);
  return sum / outcome.length;
}

/**
 * How much smaller is the loss than that of a baseline? 1 − loss / loss of the baseline.
 *
 * @returns the skill (1: no loss, 0: no better than the baseline, below 0: worse) with an interval over rows (delta method)
 */
export function skill(
  loss: Loss,
  { probabilities, baseline, outcome }: { probabilities: ArrayLike<number>; baseline: ArrayLike<number>; outcome: Uint8Array },
  confidence: number = defaultConfidence,
): Measured {
  const rows = outcome.length;
  const base = meanLoss(loss, baseline, outcome);
  const ratio = meanLoss(loss, probabilities, outcome) / base;
  let squares = 0;
  for (let row = 0; row < rows; row += 1) {
    const happened = outcome[row] as number;
    squares += (loss(probabilities[row] as number, happened) - ratio * loss(baseline[row] as number, happened)) ** 2;
  }
  const reach = (criticalValue(confidence) * Math.sqrt(squares)) / (rows * base);
  return { value: 1 - ratio, interval: [1 - ratio - reach, 1 - ratio + reach] };
}

/**
 * How clean is the top of the list? The mean over events of the share of events among the rows ranked at least as high.
 *
 * Checked: scikit-learn `average_precision_score`.
 */
export function averagePrecision({ events, rowsAbove, eventsAbove }: Ranking): number {
  let [sum, before] = [0, 0];
  for (let index = 0; index < rowsAbove.length; index += 1) {
    const now = eventsAbove[index] as number;
    sum += ((now - before) * now) / (rowsAbove[index] as number);
    before = now;
  }
  return sum / events;
}
