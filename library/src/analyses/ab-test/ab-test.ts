import { defineAnalysis } from "../define-analysis.js";
import { abTestOptions } from "./ab-test-options.js";
import { abTestCharts } from "./charts/index.js";
import { abTestChecks } from "./checks.js";
import { columnLabels } from "./column-labels.js";
import { modelTest } from "./model.js";
import { readAbTest } from "./reading.js";
import { reduceTest } from "./reduce.js";
import { abTestRoles } from "./roles.js";
import { abTestTitle } from "./title.js";

/**
 * Did the change work, by how much, and can the test be trusted?
 *
 * One row is one unit (visitor, customer), or one event of a unit when units repeat (rows of a unit are put together first, so that visits are
 * never counted as visitors), or one arm of a summary table.
 *
 * @param units columns `variant`, and where there are such `customer` (the unit), `date`, `outcome`, `amount`
 * @param options.metrics columns, or objects with `column`, `type` ("proportion", "mean", "ratio", "quantile"), `denominator`, `quantile`,
 *   `success`, `covariate`, `winsorise`, `direction`, `role`, `margin`, `prior`, `missing`, `aggregate`; the first decides (default: the outcome,
 *   then the amount)
 * @param options.guardrails metrics that must not get worse; `margin` makes them tests of non-inferiority
 * @param options.control arm to compare with (default: found by its name)
 * @param options.ratio designed shares, control first (default equal)
 * @param options.covariate CUPED; `strata` post-stratification; `winsorise` a ceiling at a quantile; `segment` effects per segment
 * @param options.sequential "none" (default), "confidence-sequence" or "group-sequential" (`plannedLooks`, `looks`, `spending`); `tuning`
 *   is the number of units at which a confidence sequence is tightest (default 5000)
 * @param options.correction "holm" (default), "benjamini-hochberg" or "none", over all metrics but guardrails and all arms
 * @param options.confidence share of the intervals (default 0.95); `sides` "two" (default) or "one"; `scale` "absolute" (default) or "relative"
 * @param options.plannedUnits units the test was planned for; `plannedEnd` its last day, `looks` how often it was looked at
 * @param options.priorDeviation standard deviation of a normal prior of the relative lift around `priorMean` (default flat)
 * @returns `values` (`AbTestValues`) and a table with one row per metric and arm; further tables `arms`, `levels`, `segments`, `days`
 * @throws DataError `no-rows`, `no-usable-rows`, `one-arm`, `too-many-arms`, `too-many-groups`, `control-unknown`, `control-missing`, `ratio-mismatch`,
 *   `metrics-missing`, `metric-empty`, `metric-incomplete`, `not-a-proportion`, `success-unknown`, `column-missing`, `column-unreadable`,
 *   `summary-incomplete`, `summary-impossible`, `option-unknown`, `option-invalid`
 *
 * Method: Welch's t with the delta method for ratios and relative lifts; CUPED, Deng et al. (2013); post-stratification, Miratrix et al. (2013);
 * Newcombe (1998) and Fisher's mid-p for few conversions; confidence sequences, Waudby-Smith et al. (2021); group-sequential bounds by error
 * spending, Lan and DeMets (1983); Holm (1979), Benjamini and Hochberg (1995). A sample-ratio mismatch with p < 0.001 blocks every conclusion.
 * Checked: GrowthBook's and PostHog's published cases on summary tables, see the proof page.
 * @example
 * const visitors = await load("sample:experiment");
 * const result = await abTest(visitors, { guardrails: ["Load time (ms)"] });
 * result.reading();
 */
export const abTest = defineAnalysis({
  id: "ab-test",
  version: "1.0.0",
  title: abTestTitle,
  description: {
    en: "Compares the arms of an experiment metric by metric, and says whether the test can be trusted and what to do.",
    "zh-CN": "逐项比较实验各组的指标，并说明实验是否可信、该如何决策。",
  },
  roles: abTestRoles,
  options: abTestOptions,
  reduce: reduceTest,
  model: modelTest,
  checks: abTestChecks,
  charts: abTestCharts,
  columnLabels,
  reading: readAbTest,
});
