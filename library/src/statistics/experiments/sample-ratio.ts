import { chiSquareUpper } from "../distributions.js";
import { sum } from "../estimate.js";

/** Whether the arms have the sizes that the design asked for. */
export interface SampleRatio {
  readonly pValue: number;
  readonly statistic: number;
  readonly degrees: number;
  /** Units that each arm should have by the design. */
  readonly expected: readonly number[];
}

/**
 * Are the arms as large as they were meant to be?
 *
 * A mismatch says that units got lost or were put into arms by something other than chance; then no other figure can be trusted.
 *
 * @param units found in each arm (count)
 * @param weights what the design gave each arm, in any unit (default equal); arms with weight 0 must be empty
 * @returns p 1 where there is nothing to compare: fewer than two arms with a weight, or no units
 *
 * Method: Pearson's chi-square against the designed shares. Checked: GrowthBook's vectors, see the proof page.
 * @example sampleRatio([1000, 1200]).pValue // 0.0000201
 */
export function sampleRatio(units: readonly number[], weights: readonly number[] = units.map(() => 1)): SampleRatio {
  const total = sum(units);
  const whole = sum(weights);
  const expected = weights.map((weight) => (whole > 0 ? (total * weight) / whole : 0));
  const meant = expected.filter((count) => count > 0).length;
  if (meant < 2 || total === 0) return { pValue: 1, statistic: 0, degrees: 0, expected };
  const isImpossible = expected.some((count, arm) => count === 0 && (units[arm] as number) > 0);
  const parts = expected.map((count, arm) => (count > 0 ? ((units[arm] as number) - count) ** 2 / count : 0));
  const statistic = sum(parts);
  return { pValue: isImpossible ? 0 : chiSquareUpper(statistic, meant - 1), statistic, degrees: meant - 1, expected };
}
