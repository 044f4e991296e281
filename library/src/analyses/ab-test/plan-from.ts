import type { Result } from "../result.js";
import { headlineOf } from "./reading-facts.js";
import type { AbTestValues } from "./values.js";

/** What `power` needs to know of a test that took place. */
export interface PlanOfTest {
  readonly metric: "proportion" | "mean";
  readonly baseline: number;
  readonly standardDeviation?: number;
  readonly units: number;
  readonly arms: number;
  readonly confidence: number;
  readonly sides: "two" | "one";
  readonly sequential: AbTestValues["sequential"];
  readonly direction: "increase" | "decrease";
  readonly weeklyUnits?: number;
}

const fewUnits = 30;
const daysPerWeek = 7;
const millisecondsPerDay = 86_400_000;

/** Units that enter in a week. */
function weekly({ period, units }: AbTestValues): number | undefined {
  if (!period) return undefined;
  const days = Math.round((Date.parse(period.to) - Date.parse(period.from)) / millisecondsPerDay) + 1;
  return Math.max(1, Math.round((units / days) * daysPerWeek));
}

/**
 * What could this test have found? Its own baseline, spread and size as options for `power`.
 *
 * The spread is the one that the comparison had, with CUPED or strata where these were used; ratios and quantiles are planned as means.
 *
 * @param result what `abTest` answered
 * @returns options for `power`; nothing where the control shows no level to plan from, or the arms are too small
 *
 * @example
 * const plan = planFrom(result);
 * if (plan) await power(plan);
 */
export function planFrom({ values }: Result<AbTestValues>): PlanOfTest | undefined {
  const headline = headlineOf(values);
  if (!headline) return undefined;
  const { metric, comparison } = headline;
  const { levels, units, absolute } = comparison;
  const baseline = levels.control ?? 0;
  const perWeek = weekly(values);
  const shared = {
    ...{ baseline, units: values.units, arms: values.arms.length, confidence: values.confidence, sides: values.sides },
    ...{ sequential: values.sequential, direction: metric.direction },
    ...(perWeek === undefined ? {} : { weeklyUnits: perWeek }),
  };
  if (Math.min(units.arm, units.control) < fewUnits || !(baseline > 0)) return undefined;
  if (metric.type === "proportion") return baseline < 1 ? { metric: "proportion", ...shared } : undefined;
  const standardDeviation = (absolute?.standardError ?? 0) / Math.sqrt(1 / units.arm + 1 / units.control);
  return standardDeviation > 0 ? { metric: "mean", standardDeviation, ...shared } : undefined;
}
