import { defineAnalysis } from "../define-analysis.js";
import { makeCharts } from "./charts/index.js";
import { makeChecks } from "./checks.js";
import { churnOptions } from "./churn-options.js";
import { churnRoles, unusedRoles } from "./churn-roles.js";
import { makeColumnLabels } from "./column-labels.js";
import { modelPeople } from "./model.js";
import { churnQuestion } from "./question.js";
import { makeReading } from "./reading.js";
import { reducePeople } from "./reduce.js";

/**
 * Which customers are about to leave, what goes with leaving, and whom is it worth contacting?
 *
 * One row is one customer with an outcome; or one order or event with a customer and a date, from which outcomes and features are made as of a day
 * so that nothing leaks from the future. Columns that look as if they were known only after the outcome are found, named and left out.
 *
 * @param data columns `outcome` and where there is one `customer`; or `customer` and `date`, and where there are any `amount`, `order`, `product`
 * @param options.positive value of the outcome that means churned (default: found by usual words such as Yes, 1, churned, 流失)
 * @param options.features columns to learn from (default: all that can be used); `exclude`: columns that must take no part
 * @param options.leaks "exclude" (default) or "keep": columns that were almost certainly known only after the outcome
 * @param options.timeColumn dates to split by: learn from the older rows, judge on the newest fifth (default: cross-validation)
 * @param options.days for a log: days silent that count as churned (default: from the gaps between activities)
 * @param options.saveValue what a kept customer is worth; `contactCost` (default 0) and `contactSuccess` (0–1, default 0.2)
 * @param options.folds 2 to 20 (default 5); `seed` (default 1); `compare`: boosted trees in the same folds (default true)
 * @param options.regularisation ridge penalty (default 0, or 1 where the data need it); `confidence` of all intervals (default 0.95)
 * @returns `values` (`ChurnValues`), a table with one row per customer, the likeliest first (`customer`, `probability`, `score`, `decile`, `grade`,
 *   `outcome`, `reason1` to `reason3`), and tables `coefficients`, `deciles`, `calibration`, `profit`, `leaks`, `features`
 * @throws DataError `no-rows`, `columns-missing`, `outcome-empty`, `outcome-ambiguous`, `positive-missing`, `time-column-unreadable`,
 *   `no-usable-rows`, `column-missing`, `column-unreadable`, `option-unknown`, `option-invalid`
 *
 * Method: logistic regression by Newton's method; everything that judges it is computed out of fold. DeLong et al. (1988) for the AUC.
 * Checked: statsmodels 0.15 and scikit-learn on Telco and marketing_campaign (log-likelihood, coefficients, AUC, average precision, losses).
 * @example
 * const customers = await load("sample:churn");
 * const result = await churn(customers, { saveValue: 200, contactCost: 5 });
 * result.reading();
 */
export const churn = defineAnalysis({
  id: "churn",
  version: "1.0.0",
  title: churnQuestion.title,
  description: {
    en: "Learns who leaves, judges the model on customers it has not seen, and ranks customers with their reasons.",
    "zh-CN": "学习哪些客户会流失，用未见过的客户检验模型，并给出按风险排序的名单与原因。",
  },
  roles: churnRoles,
  unused: unusedRoles,
  options: churnOptions,
  reduce: (input) => reducePeople(churnQuestion, input),
  model: (prepared, options) => modelPeople(churnQuestion, prepared, options),
  checks: makeChecks(churnQuestion),
  charts: makeCharts(churnQuestion.vocabulary),
  columnLabels: makeColumnLabels(churnQuestion.vocabulary),
  reading: makeReading(churnQuestion.vocabulary),
});
