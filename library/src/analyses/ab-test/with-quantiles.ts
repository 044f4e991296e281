import { quantileLevels, quantileStandardError, shareError } from "../../statistics/experiments/quantile-levels.js";
import type { Cell } from "./cells.js";
import type { Arms } from "./find-arms.js";
import type { ArmQuantile } from "./moments.js";
import type { AbTestInput } from "./ab-test-input.js";
import type { TypedMetric } from "./metric.js";
import type { ReducedMetric } from "./reduced-test.js";
import { quantiles, type GroupableUnits } from "./units.sql.js";

interface Found {
  readonly units: GroupableUnits;
  readonly metrics: readonly TypedMetric[];
  readonly arms: Arms;
  readonly cells: readonly Cell[];
  readonly winsorised: readonly ReducedMetric["winsorised"][];
}

/** The metrics with the quantiles of every arm where they are measured by one. */
export const withQuantiles = (input: AbTestInput, found: Found): Promise<ReducedMetric[]> =>
  Promise.all(
    found.metrics.map(async ({ variables: _variables, isYesOrNo: _isYesOrNo, ...metric }, index) => ({
      ...metric,
      column: metric.column.name,
      denominator: metric.denominator?.name,
      covariates: metric.covariates.map(({ name }) => name),
      winsorised: found.winsorised[index],
      quantiles:
        metric.type === "quantile" ? await Promise.all(found.cells.map((_, arm) => armQuantile(input, found, { metric: index, arm }))) : [],
    })),
  );

async function armQuantile(
  input: AbTestInput,
  { units, metrics, arms, cells }: Found,
  { metric, arm }: { metric: number; arm: number },
): Promise<ArmQuantile | undefined> {
  const share = metrics[metric]?.quantile ?? 0.5;
  const known = cells[arm]?.metrics[metric]?.units ?? 0;
  if (known === 0) return undefined;
  const levels = quantileLevels(share, shareError(share, known)) ?? [];
  const query = quantiles(units, { dialect: input.dialect, metric, shares: [share, ...levels], arms: arms.spellings(arm) });
  const { q_0: value, q_1: low, q_2: high } = (await input.query(query)).object() as { q_0: number; q_1?: number; q_2?: number };
  const standardError = low === undefined || high === undefined ? undefined : quantileStandardError([low, high]);
  return { value, standardError };
}
