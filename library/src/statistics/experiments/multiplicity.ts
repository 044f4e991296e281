/** How p-values are corrected when several questions are asked of one experiment. */
export type Correction = "none" | "holm" | "benjamini-hochberg";

const ascending = (values: readonly number[]): number[] =>
  values.map((_, index) => index).sort((one, other) => (values[one] as number) - (values[other] as number) || one - other);

/**
 * P-values that hold for all questions together: the chance of even one false alarm stays below the level.
 *
 * @returns in the order given
 * Method: Holm (1979), Scand. J. Statist. 6:65–70. Checked: statsmodels `multipletests`.
 * @example holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm(pValues: readonly number[]): number[] {
  const adjusted = [...pValues];
  let highest = 0;
  ascending(pValues).forEach((index, rank) => {
    highest = Math.max(highest, Math.min(1, (pValues.length - rank) * (pValues[index] as number)));
    adjusted[index] = highest;
  });
  return adjusted;
}

/**
 * P-values that keep the share of false alarms among all alarms below the level.
 *
 * @returns in the order given
 * Method: Benjamini and Hochberg (1995), JRSS B 57:289–300. Checked: statsmodels `multipletests`.
 */
export function benjaminiHochberg(pValues: readonly number[]): number[] {
  const adjusted = [...pValues];
  let lowest = 1;
  ascending(pValues)
    .map((index, rank) => ({ index, rank }))
    .reverse()
    .forEach(({ index, rank }) => {
      lowest = Math.min(lowest, (pValues[index] as number) * (pValues.length / (rank + 1)));
      adjusted[index] = lowest;
    });
  return adjusted;
}

/** The p-values after a correction, in the order given. */
export const correct = (pValues: readonly number[], correction: Correction): number[] =>
  correction === "holm" ? holm(pValues) : correction === "benjamini-hochberg" ? benjaminiHochberg(pValues) : [...pValues];

/**
 * The confidence at which an interval agrees with a corrected p-value: it leaves out "no effect" exactly where the corrected p-value is below the level.
 *
 * @param questions how many were asked; decides where the p-value is zero
 */
export function adjustedConfidence(
  confidence: number,
  { pValue, adjusted, questions }: { pValue: number; adjusted: number; questions: number },
): number {
  const times = pValue > 0 ? adjusted / pValue : questions;
  return 1 - (1 - confidence) / Math.max(1, times);
}
