import { criticalValue, defaultConfidence, type Interval } from "../interval.js";
import { ratioArm, type ArmSums } from "./arm.js";
import { linearise } from "./linearise.js";

/**
 * Standard error of a share of events, when events belong to units that were put into arms (one unit may have many events).
 *
 * @param sums per unit: columns `[events below the quantile, events]`
 */
export function clusteredShareError(sums: ArmSums): number {
  return Math.sqrt(linearise(ratioArm(sums), false).variance / sums.units);
}

/** Standard error of a share of independent values. */
export const shareError = (share: number, values: number): number => Math.sqrt((share * (1 - share)) / values);

/**
 * The two shares between whose quantiles the true quantile lies: the values there are the ends of its interval.
 *
 * Read the quantiles of the data at these shares and give them to `quantileStandardError`.
 *
 * @param share of the values that the quantile lies above, 0 < share < 1
 * @param standardError of the share of values below it: `shareError` for one value per unit, `clusteredShareError` for events of units
 * @returns `undefined` where there are too few values for both ends to lie within them
 *
 * Method: Woodruff (1952), JASA 47:635–646; for events of units Deng, Knoblich and Lu (2018), KDD, section 4.
 */
export function quantileLevels(share: number, standardError: number, confidence: number = defaultConfidence): Interval | undefined {
  const reach = criticalValue(confidence) * standardError;
  const [low, high] = [share - reach, share + reach];
  return low > 0 && high < 1 ? [low, high] : undefined;
}

/** The standard error of a quantile from its interval. */
export const quantileStandardError = ([low, high]: Interval, confidence: number = defaultConfidence): number =>
  (high - low) / (2 * criticalValue(confidence));
