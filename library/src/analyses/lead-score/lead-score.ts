import { makeCharts } from "../churn/charts/index.js";
import { makeChecks } from "../churn/checks.js";
import { makeColumnLabels } from "../churn/column-labels.js";
import { modelPeople } from "../churn/model.js";
import { leadQuestion } from "../churn/question.js";
import { makeReading } from "../churn/reading.js";
import { reducePeople } from "../churn/reduce.js";
import { defineAnalysis } from "../define-analysis.js";
import { leadOptions, leadRoles } from "./lead-options.js";

/**
 * Which leads are likely to buy, what goes with buying, and whom is it worth calling first?
 *
 * One row is one lead with what became of it; leads without an outcome are scored. The engine is that of `churn`, in the words of sales.
 *
 * @param leads columns `outcome` (won or not) and where there is one `customer` (the lead's id)
 * @param options as for `churn`, without `days`; `saveValue` is what a won lead is worth, `contactSuccess` (0–1, default 1) the share of contacts
 *   with leads who would buy that bring it
 * @returns `values` (`ChurnValues`) and a table with one row per lead, the likeliest first: `customer`, `probability`, `score` (0–100), `decile`,
 *   `grade` (A–D, with observed rates in `values.model.grades`), `outcome`, `reason1` to `reason3`
 * @throws DataError as `churn`
 *
 * Method and checks: see `churn`.
 * @example
 * const leads = await load("sample:leads");
 * const result = await leadScore(leads);
 * result.reading();
 */
export const leadScore = defineAnalysis({
  id: "lead-score",
  version: "1.0.0",
  title: leadQuestion.title,
  description: {
    en: "Scores leads by their chance of buying, judges the score on leads it has not seen, and says why.",
    "zh-CN": "按成交概率为线索评分，用未见过的线索检验评分，并说明原因。",
  },
  roles: leadRoles,
  options: leadOptions,
  reduce: (input) => reducePeople(leadQuestion, input),
  model: (prepared, options) => modelPeople(leadQuestion, prepared, options),
  checks: makeChecks(leadQuestion),
  charts: makeCharts(leadQuestion.vocabulary),
  columnLabels: makeColumnLabels(leadQuestion.vocabulary),
  reading: makeReading(leadQuestion.vocabulary),
});
