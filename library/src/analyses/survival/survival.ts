import { defineAnalysis } from "../define-analysis.js";
import { survivalCharts } from "./charts/index.js";
import { survivalChecks } from "./checks.js";
import { columnLabels } from "./column-labels.js";
import { modelSurvival } from "./model.js";
import { readSurvival } from "./reading.js";
import { reduceSurvival } from "./reduce.js";
import { survivalOptions, survivalRoles } from "./survival-options.js";
import { survivalTitle } from "./title.js";

/**
 * How long do customers stay, or how long until something happens, when many are still being watched?
 *
 * One row is one customer with a duration and whether it ended with the event; or one customer with a day of start (`date`) and of `end`, empty
 * where they are still there; or one order or event of a log (`customer`, `date`), of which the time until a loss or until the second purchase
 * is taken.
 *
 * @param customers columns `duration` and `outcome`, or `date` with `options.end`, or `customer` and `date`
 * @param options.end column of the day of the end
 * @param options.group column whose values get a curve each, compared by the log-rank test, pairs by Holm
 * @param options.covariates columns of a regression
 * @param options.model "cox" (default): hazard ratios with a check of proportional hazards; "weibull": time ratios
 * @param options.ties "efron" (default) or "breslow"
 * @param options.band "log" (default, as R) or "log-log" (as lifelines)
 * @param options.eventValue value of the outcome that is the event, where 1, Yes or churned is not
 * @param options.meaning "loss" or "event": what the sentences call it (default: by the name of the outcome column)
 * @param options.unit of the durations, "day", "week", "month" or "year" (default: by the name of the column)
 * @param options.times at which the share is stated (default: round ones)
 * @param options.from of a log: "lifetime" (default) or "first-to-second"
 * @param options.days of silence after which a customer of a log is lost (default: what the gaps suggest); `options.horizonDays` in which a return is looked for
 * @param options.asOf first day that is not watched any more, where there are dates (default: the day after the last)
 * @returns `values` (`SurvivalValues`), the life table (group, time, at risk, events, censored, survival, low, high), and tables of groups, pairs,
 *   effects, the check, and returns
 * @throws DataError `columns-missing`, `customer-needed`, `event-unclear`, `event-value-missing`, `too-many-groups` (50), `too-many-levels` (20),
 *   `no-rows`, `no-usable-rows`, `column-unreadable`
 *
 * Method: `kaplanMeier`, `logRank`, `coxRegression`, `schoenfeld`, `weibullAft`; see there. Checked: R survival 3.5 on rossi, waltons, lung and Telco.
 * @example
 * const customers = await load([{ months: 3, churned: 1 }, { months: 8, churned: 0 }]);
 * const result = await survival(customers, { duration: "months", outcome: "churned" });
 * result.reading();
 */
export const survival = defineAnalysis({
  id: "survival",
  version: "1.0.0",
  title: survivalTitle,
  description: {
    en: "How long customers stay, or how long until something happens, with those still watched counted right.",
    "zh-CN": "客户能留存多久，或事件多久之后发生，并正确计入仍在观察中的客户。",
  },
  roles: survivalRoles,
  oneOf: [["duration", "outcome"], ["date"]],
  options: survivalOptions,
  reduce: reduceSurvival,
  model: modelSurvival,
  checks: survivalChecks,
  charts: survivalCharts,
  columnLabels,
  reading: readSurvival,
});
