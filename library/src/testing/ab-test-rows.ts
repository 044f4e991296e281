import { abTest } from "../analyses/ab-test/ab-test.js";
import type { AbTestValues, ComparisonValues } from "../analyses/ab-test/values.js";
import type { Result } from "../analyses/result.js";
import { DataError } from "../data-error.js";
import { load } from "../data/index.js";

/** One unit as the tests of the A/B test write it. */
export interface UnitRow {
  readonly arm: unknown;
  readonly [column: string]: unknown;
}

export type AbTestOptions = Readonly<Record<string, unknown>>;

/** The A/B test of these rows, whose arms stand in column `arm`. */
export const runTest = async (rows: readonly UnitRow[], options: AbTestOptions = {}): Promise<Result<AbTestValues>> =>
  (await abTest.untyped(await load(rows as UnitRow[]), { variant: "arm", ...options })) as Result<AbTestValues>;

/** Units of an arm of which the first ones converted. */
export const converting = (arm: unknown, units: number, conversions: number): UnitRow[] =>
  Array.from({ length: units }, (_, index) => ({ arm, converted: index < conversions }));

/** Units of an arm with these values. */
export const valued = (arm: unknown, values: readonly unknown[]): UnitRow[] => values.map((value) => ({ arm, value }));

/** The comparison of a metric with an arm. */
export function comparisonOf({ values }: Pick<Result<AbTestValues>, "values">, metric = 0, arm = 0): ComparisonValues {
  const found = values.metrics[metric]?.comparisons[arm];
  if (!found) throw new Error(`No comparison of metric ${metric} with arm ${arm}.`);
  return found;
}

export const codes = ({ warnings }: Pick<Result, "warnings">, level?: string): string[] =>
  warnings.filter((warning) => level === undefined || warning.level === level).map(({ code }) => code);

/** The DataError that a promise ends with; anything else is the test's failure. */
export async function refusal(promise: Promise<unknown>): Promise<DataError> {
  const error: unknown = await promise.then(
    () => new Error("Nothing was refused."),
    (reason: unknown) => reason,
  );
  if (error instanceof DataError) return error;
  throw error;
}
