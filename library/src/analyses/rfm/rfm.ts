import { defineAnalysis } from "../define-analysis.js";
import { rfmCharts } from "./charts/index.js";
import { columnLabels } from "./column-labels.js";
import { rfmChecks } from "./checks.js";
import { modelRfm } from "./model.js";
import { readRfm } from "./reading.js";
import { reduceOrders } from "./reduce.js";
import { rfmOptions, rfmRoles } from "./rfm-options.js";
import { rfmTitle } from "./title.js";

/**
 * Which customers bought recently, often and for much, and which are slipping away?
 *
 * One row is one order, or one line of an order when there is an order column. Columns that are not named are found by their names and content.
 *
 * @param orders columns `customer`, `date`, `amount` (or `quantity` and `price`), and where there is one `order`
 * @param options.asOf day that recency counts back from, `2011-12-10` (default: the day after the last order)
 * @param options.groups groups per score, 3 to 5 (default 5)
 * @param options.scores "quantile": equal values share a score (default); "rank": groups of equal size, ties by customer id
 * @param options.segments "eleven" (default), "eight" or "rfm-R"
 * @param options.cancellations "exclude" (default) or "net": taken off what the customer spent
 * @param options.compat "rfm-R": scores and segments exactly as the R package rfm 0.3.0
 * @returns `values` (`RfmValues`) and a table with one row per customer: `customer`, `recencyDays`, `frequency` (orders), `monetary` (in the
 *   unit of the amounts), `r`, `f`, `m` (1 worst to `groups` best), `cell`, `segment`
 * @throws DataError `no-rows`, `no-usable-rows`, `column-unreadable`, `columns-missing`, `option-unknown`, `option-invalid`, `option-conflict`
 *
 * Method: scores by quantiles, Hughes (1994), Strategic Database Marketing; see `scoreByEdges` for ties. Intervals: Wilson for shares of
 * customers, influence functions for shares of revenue and the Gini coefficient.
 * Checked: R package rfm 0.3.0 on its own orders (Champions 158); pandas on UCI Online Retail (edges, cells 555 and 111, shares, Gini).
 * @example
 * const orders = await load("sample:orders");
 * const result = await rfm(orders, { segments: "eight" });
 * result.reading();
 */
export const rfm = defineAnalysis({
  id: "rfm",
  version: "1.0.0",
  title: rfmTitle,
  description: {
    en: "Scores customers by how recently, how often and for how much they bought, and names the segments.",
    "zh-CN": "按最近一次消费、消费频率和消费金额为客户打分并分群。",
  },
  roles: rfmRoles,
  oneOf: [["amount"], ["quantity", "price"]],
  options: rfmOptions,
  reduce: reduceOrders,
  model: modelRfm,
  checks: rfmChecks,
  charts: rfmCharts,
  columnLabels,
  reading: readRfm,
});
