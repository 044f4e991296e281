import { sql, type Sql } from "../../engine/sql.js";
import type { PlannedMetric } from "./plan-metrics.js";
import { readMetricColumn, type ReadInput } from "./read-column.js";
import type { MetricType } from "./values.js";

/** A metric that is ready to be worked out: SQL of its columns per row, in the order of `Arm`, all NULL where the unit has no value. */
export interface Metric extends PlannedMetric {
  readonly variables: readonly Sql[];
  /** Yes or no by its content, whatever the numbers say. */
  readonly isYesOrNo: boolean;
}

/** A metric whose type is settled. */
export type TypedMetric = Metric & { readonly type: MetricType };

/**
 * Reads the columns of a metric. A unit has no value when the value itself (or the denominator) is missing; what it did before the test counts
 * as 0 where it is missing, which is fair to all arms alike.
 */
export async function readMetric(input: ReadInput, metric: PlannedMetric): Promise<Metric> {
  const own = await readMetricColumn(input, metric.column, metric.success);
  const below = metric.denominator && (await readMetricColumn(input, metric.denominator));
  const before = await Promise.all(metric.covariates.map((covariate) => readMetricColumn(input, covariate)));
  const required = [own.value, ...(below ? [below.value] : [])];
  const optional = before.map(({ value }) => sql`COALESCE(${value}, 0)`);
  return { ...metric, isYesOrNo: own.isYesOrNo, variables: [...present(required, metric.missing), ...optional] };
}

function present(values: readonly Sql[], missing: PlannedMetric["missing"]): Sql[] {
  if (missing === "zero") return values.map((value) => sql`COALESCE(${value}, 0)`);
  const [first, second] = values;
  if (!first || !second) return [...values];
  return [sql`CASE WHEN ${second} IS NOT NULL THEN ${first} END`, sql`CASE WHEN ${first} IS NOT NULL THEN ${second} END`];
}
