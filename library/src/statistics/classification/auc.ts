import { normalUpper } from "../distributions.js";
import { criticalValue, defaultConfidence, type Interval } from "../interval.js";
import { rankScores, splitByOutcome, type Ranking } from "./ranking.js";

/** A number with its confidence interval. */
export interface Measured {
  readonly value: number;
  readonly interval: Interval;
}

/** Share of pairs of an event and another row in which the event has the higher score; ties count half. NaN when one of the two is not there. */
export function aucOf({ rows, events, rowsAbove, eventsAbove }: Ranking): number {
  let [doubled, rowsBefore, eventsBefore] = [0, 0, 0];
  for (let index = 0; index < rowsAbove.length; index += 1) {
    const eventsNow = eventsAbove[index] as number;
    const others = (rowsAbove[index] as number) - rowsBefore - (eventsNow - eventsBefore);
    doubled += others * (eventsNow + eventsBefore);
    rowsBefore = rowsAbove[index] as number;
    eventsBefore = eventsNow;
  }
  return doubled / (2 * events * (rows - events));
}

/** How often does a row with the event have the higher score than one without it? */
export const areaUnderCurve = (scores: ArrayLike<number>, outcome: Uint8Array): number => aucOf(rankScores(scores, outcome));

/** For each row the share of rows of the other kind that it is on the right side of; ties count half. */
export function placements(scores: ArrayLike<number>, outcome: Uint8Array): Float64Array {
  const { events, others } = splitByOutcome(scores, outcome);
  return Float64Array.from({ length: outcome.length }, (_, row) => {
    const isEvent = outcome[row] === 1;
    const against = isEvent ? others : events;
    const score = scores[row] as number;
    const below = (countBelow(against, score) + countBelow(against, score, true)) / 2;
    return (isEvent ? below : against.length - below) / against.length;
  });
}

/** Values of an ascending list below a value, or not above it. */
function countBelow(sorted: Float64Array, value: number, orEqual = false): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] as number;
    if (found < value || (orEqual && found === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Covariance of the means of two placements: over the events and over the others, each with n − 1. */
function covariance(one: Float64Array, other: Float64Array, outcome: Uint8Array): number {
  return [1, 0].reduce((sum, kind) => sum + covarianceOfKind(one, other, { outcome, kind }), 0);
}

function covarianceOfKind(one: Float64Array, other: Float64Array, { outcome, kind }: { outcome: Uint8Array; kind: number }): number {
  let [count, a, b, product] = [0, 0, 0, 0];
  for (let row = 0; row < outcome.length; row += 1) {
    if (outcome[row] !== kind) continue;
    count += 1;
    a += one[row] as number;
    b += other[row] as number;
  }
  for (let row = 0; row < outcome.length; row += 1) {
    if (outcome[row] === kind) product += ((one[row] as number) - a / count) * ((other[row] as number) - b / count);
  }
  return product / (count - 1) / count;
}

const meanOfEvents = (placed: Float64Array, outcome: Uint8Array): number => {
  let [count, sum] = [0, 0];
  for (let row = 0; row < outcome.length; row += 1) {
    if (outcome[row] !== 1) continue;
    count += 1;
    sum += placed[row] as number;
  }
  return sum / count;
};

/**
 * How well do scores tell events from other rows, and how sure is that?
 *
 * @returns the area under the curve (0.5 = by chance) with its interval, on the log-odds scale so that it stays within 0 and 1
 *
 * Method: DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44:837–845.
 * Checked: scikit-learn `roc_auc_score`; the pairs counted one by one.
 */
export function aucWithInterval(scores: ArrayLike<number>, outcome: Uint8Array, confidence: number = defaultConfidence): Measured {
  const placed = placements(scores, outcome);
  const value = meanOfEvents(placed, outcome);
  const error = Math.sqrt(Math.max(0, covariance(placed, placed, outcome)));
  return { value, interval: logitInterval(value, error, confidence) };
}

function logitInterval(value: number, error: number, confidence: number): Interval {
  if (!Number.isFinite(error)) return [0, 1];
  if (value <= 0 || value >= 1 || error === 0) return [value, value];
  const reach = (criticalValue(confidence) * error) / (value * (1 - value));
  const logit = Math.log(value / (1 - value));
  const back = (log: number) => 1 / (1 + Math.exp(-log));
  return [back(logit - reach), back(logit + reach)];
}

/**
 * Do two scores of the same rows tell events from other rows equally well?
 *
 * @returns AUC of `other` less AUC of `one`, with interval, two-sided p and the number of rows; p is 1 when they do not differ at all
 *
 * Method: DeLong, DeLong and Clarke-Pearson (1988), paired.
 */
export function aucDifference(
  one: ArrayLike<number>,
  other: ArrayLike<number>,
  outcome: Uint8Array,
  confidence: number = defaultConfidence,
): Measured & { readonly p: number; readonly n: number } {
  const [first, second] = [placements(one, outcome), placements(other, outcome)];
  const value = meanOfEvents(second, outcome) - meanOfEvents(first, outcome);
  const variance = covariance(first, first, outcome) + covariance(second, second, outcome) - 2 * covariance(first, second, outcome);
  const error = Math.sqrt(Math.max(0, variance));
  const reach = criticalValue(confidence) * error;
  const interval: Interval = Number.isFinite(reach) ? [value - reach, value + reach] : [-1, 1];
  return { value, interval, p: error > 0 ? 2 * normalUpper(Math.abs(value) / error) : 1, n: outcome.length };
}
