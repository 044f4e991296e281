import { studentQuantile } from "../../statistics/distributions.js";
import { linearise } from "../../statistics/experiments/linearise.js";
import { criticalValue } from "../../statistics/interval.js";
import { wilsonInterval } from "../../statistics/wilson-interval.js";
import type { Cell } from "./cells.js";
import { armFrom } from "./measure.js";
import { settle, sumOf } from "./moments.js";
import type { ReducedMetric, ReducedTest } from "./reduced-test.js";
import type { Interval, LevelValues } from "./values.js";

interface Place {
  readonly metric: number;
  readonly arm: number;
  readonly confidence: number;
}

/** What one arm has on one metric: proportions with Wilson's interval, means and ratios with Student's, quantiles with the normal one. */
function levelOf(metric: ReducedMetric, cell: Cell, { confidence, ...place }: Place): Omit<LevelValues, "arm"> {
  const moments = cell.metrics[place.metric];
  const units = moments?.units ?? 0;
  const known = { units, missing: cell.units - units };
  if (!moments || units === 0 || (metric.type === "quantile" && !metric.quantiles[place.arm])) return known;
  const { value, variance } = linearise(armFrom(cell, metric, place), false);
  if (!Number.isFinite(value)) return known;
  const around = (reach: number): Interval => [settle(value - reach), settle(value + reach)];
  const standardError = Math.sqrt(variance / units);
  if (metric.type === "proportion") {
    const conversions = Math.round(units * (moments.means[0] ?? 0));
    const [low, high] = wilsonInterval(conversions, units, confidence);
    const spread = units > 1 ? { standardDeviation: settle(Math.sqrt(moments.covariance[0]?.[0] ?? 0)) } : {};
    return { ...known, value: settle(value), interval: [settle(low), settle(high)], conversions, sum: conversions, ...spread };
  }
  if (metric.type === "quantile" && metric.quantiles[place.arm]?.standardError === undefined) return { ...known, value: settle(value) };
  if (metric.type === "quantile") return { ...known, value: settle(value), interval: around(criticalValue(confidence) * standardError) };
  const sum = sumOf(moments);
  if (units < 2) return { ...known, value: settle(value), sum };
  const interval = around(studentQuantile(0.5 + confidence / 2, units - 1) * standardError);
  return { ...known, value: settle(value), interval, sum, standardDeviation: settle(Math.sqrt(variance)) };
}

/** What every arm has on one metric, the control first. */
export const levelsOf = (test: ReducedTest, metric: number, confidence: number): LevelValues[] =>
  test.arms.map((arm, place) => ({
    arm,
    ...levelOf(test.metrics[metric] as ReducedMetric, test.cells[place] as Cell, { metric, arm: place, confidence }),
  }));
