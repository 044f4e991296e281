import { defineCalculation } from "../define-calculation.js";
import { powerCharts } from "./charts/index.js";
import { powerChecks } from "./checks.js";
import { columnLabels } from "./column-labels.js";
import { modelPower } from "./model.js";
import { powerOptions } from "./options/power-options.js";
import { readPower } from "./reading.js";
import { powerTitle } from "./title.js";

/**
 * How many users does a test need, how long does it take, and what can it find?
 *
 * Needs no data: the baseline comes from past figures. With `effect` it gives the sample size, without it the smallest effect that can be found,
 * with `margin` the sample size that shows a change is not worse.
 *
 * @param options.metric "proportion" (default), "mean", "ratio" or "quantile"
 * @param options.baseline level of the control: a rate (0–1), mean, ratio or quantile (no default)
 * @param options.standardDeviation between users; needed for all metrics but a proportion
 * @param options.effect smallest change worth finding, 0.05 is 5 % of the baseline; `effectScale: "absolute"` for the metric's own unit
 * @param options.weeklyUnits users who enter in a week, all arms together; gives weeks
 * @param options.power wanted chance to find the effect (default 0.8); `confidence` 0.95, `sides` "two", `arms` 2, `correction` "holm"
 * @param options.sequential "none" (default), "confidence-sequence" or "group-sequential" with `plannedLooks`
 * @param options.varianceReduction share of the variance that CUPED takes away (default 0)
 * @param options.method "welch" (default), "pooled", "base", "arcsine" or "growthbook"
 * @returns `values` (`PowerValues`), a table with one row per week (power, smallest effect) and `tables.prices`: what other effects would cost
 * @throws DataError `option-invalid`, `option-needed`, `rate-impossible`, `effect-impossible`, `effect-zero`, `baseline-zero`, `allocation-wrong`,
 *   `method-for-rates`
 *
 * Method: normal or noncentral t power of the future comparison; sequential tests by integration over their looks.
 * Checked: Evan Miller's calculator, Fleiss, statsmodels (arcsine, t), GrowthBook's calculator; see the proof page.
 * @example
 * const result = await power({ baseline: 0.05, effect: 0.1, weeklyUnits: 10_000 });
 * result.values.need?.weeks; // 7
 */
export const power = defineCalculation({
  id: "power",
  version: "1.0.0",
  title: powerTitle,
  description: {
    en: "How many users an A/B test needs, how many weeks it takes, and the smallest effect it can find.",
    "zh-CN": "A/B 测试需要多少用户、多少周，以及能检测到的最小效果。",
  },
  options: powerOptions,
  model: modelPower,
  checks: powerChecks,
  charts: powerCharts,
  columnLabels: () => columnLabels,
  reading: readPower,
});
