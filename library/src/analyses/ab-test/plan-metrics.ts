import type { Column, Dataset } from "../../data/dataset.js";
import { columnNamed } from "../../data/roles.js";
import type { ColumnsOf } from "../analysis.js";
import { metricIncomplete, metricsMissing } from "./errors.js";
import type { AbTestSettings } from "./ab-test-options.js";
import type { GivenMetric, MetricObject } from "./metric-option.js";
import type { AbTestNeeds } from "./roles.js";
import type { MetricRole, MetricType } from "./values.js";

/** A metric as the options describe it, before a look at the data. */
export interface PlannedMetric {
  readonly id: string;
  readonly name: string;
  readonly role: MetricRole;
  readonly direction: "increase" | "decrease";
  /** The direction was taken from the name. */
  readonly isDirectionGuessed: boolean;
  /** Absent: the column's content decides between proportion and mean. */
  readonly type: MetricType | undefined;
  readonly column: Column;
  readonly denominator: Column | undefined;
  readonly quantile: number;
  readonly success: string | undefined;
  readonly covariates: readonly Column[];
  readonly winsorise: { readonly percentile: number } | { readonly value: number } | undefined;
  readonly margin: number | undefined;
  readonly prior: { readonly mean: number; readonly standardDeviation: number } | undefined;
  readonly missing: "exclude" | "zero";
  readonly aggregate: "sum" | "mean" | "max" | "min" | undefined;
}

interface PlanInput {
  readonly dataset: Pick<Dataset<object>, "columns">;
  readonly columns: ColumnsOf<AbTestNeeds>;
  readonly options: AbTestSettings;
}

/** Words that name what a business wants less of. */
const unwanted =
  /refund|return(ed|s)?\b|unsubscrib|complain|bounce|churn|cancel|error|latency|load.?time|crash|退款|退货|退订|投诉|跳出|流失|取消|报错|崩溃|延迟|加载时长/i;

/**
 * The metrics in the order in which they are shown: primary, secondary, guardrails. The first metric decides unless an object says otherwise.
 *
 * @throws DataError `metrics-missing`, `column-missing` (with the nearest name), `metric-incomplete`
 */
export function planMetrics(input: PlanInput): PlannedMetric[] {
  const { metrics = defaultMetrics(input), guardrails = [] } = input.options;
  const given = metrics.map(asObject);
  const hasPrimary = given.some(({ role }) => role === "primary");
  const first = given.findIndex(({ role }) => role === undefined);
  const listed = [
    ...given.map((metric, index) => ({ ...metric, role: metric.role ?? (!hasPrimary && index === first ? "primary" : "secondary") })),
    ...guardrails.map((metric) => ({ ...asObject(metric), role: "guardrail" as const })),
  ];
  const order: readonly MetricRole[] = ["primary", "secondary", "guardrail"];
  const sorted = listed.toSorted((one, other) => order.indexOf(one.role) - order.indexOf(other.role));
  const names = sorted.map(nameOf);
  return sorted.map((metric, index) => plan(input, metric, uniqueId(names, index)));
}

const asObject = (metric: GivenMetric): MetricObject => (typeof metric === "string" ? { column: metric } : metric);

const nameOf = ({ name, column, denominator }: MetricObject): string => name ?? (denominator ? `${column} / ${denominator}` : column);

/** The name, with a number behind it from its second use on. */
function uniqueId(names: readonly string[], index: number): string {
  const name = names[index] as string;
  const before = names.slice(0, index).filter((one) => one === name).length;
  return before === 0 ? name : `${name} (${before + 1})`;
}

function defaultMetrics({ dataset, columns }: PlanInput): MetricObject[] {
  const found: MetricObject[] = [];
  if (columns.outcome) found.push({ column: columns.outcome.name });
  if (columns.amount) found.push({ column: columns.amount.name, type: "mean" });
  if (found.length > 0) return found;
  const used = Object.values(columns).map((column) => column?.name);
  const free = dataset.columns.filter(({ name }) => !used.includes(name));
  const nearest = free.find(({ type }) => ["boolean", "integer", "number"].includes(type)) ?? free[0] ?? dataset.columns[0];
  throw metricsMissing({ columns: dataset.columns.map(({ name }) => name), nearest: nearest?.name ?? "" });
}

function plan(input: PlanInput, metric: MetricObject & { role: MetricRole }, id: string): PlannedMetric {
  const { options } = input;
  const named = (name: string | undefined) => (name === undefined ? undefined : columnNamed(input.dataset.columns, name));
  const name = nameOf(metric);
  const type =
    metric.type ?? (metric.denominator ? "ratio" : metric.quantile ? "quantile" : metric.success === undefined ? undefined : "proportion");
  if (type === "ratio" && !metric.denominator) throw metricIncomplete({ column: metric.column, needed: "denominator" });
  if (type === "ratio" && metric.covariate && !metric.denominatorCovariate) {
    throw metricIncomplete({ column: metric.column, needed: "denominatorCovariate" });
  }
  const asked = metric.direction ?? (options.lowerIsBetter?.some((one) => one === name || one === metric.column) ? "decrease" : undefined);
  const isUnwanted = unwanted.test(name);
  return {
    id,
    name,
    role: metric.role,
    direction: asked ?? (isUnwanted ? "decrease" : "increase"),
    isDirectionGuessed: asked === undefined && isUnwanted,
    type,
    column: columnNamed(input.dataset.columns, metric.column),
    denominator: named(metric.denominator),
    quantile: metric.quantile ?? 0.5,
    success: metric.success === undefined ? undefined : String(metric.success),
    covariates: covariatesOf(metric, type, options).map((one) => columnNamed(input.dataset.columns, one)),
    winsorise: winsoriseOf(metric, options),
    margin: metric.margin ?? (metric.role === "guardrail" ? options.margin : undefined),
    prior: metric.prior ?? priorOf(options),
    missing: metric.missing ?? options.missing,
    aggregate: metric.aggregate,
  };
}

/** What a unit did before serves means and proportions; ratios need two such columns, quantiles have no use for it. */
function covariatesOf(metric: MetricObject, type: MetricType | undefined, { covariate }: AbTestSettings): string[] {
  if (type === "quantile") return [];
  if (type === "ratio") return metric.covariate && metric.denominatorCovariate ? [metric.covariate, metric.denominatorCovariate] : [];
  const before = metric.covariate ?? covariate;
  return before === undefined || before === metric.column ? [] : [before];
}

function winsoriseOf({ winsorise }: MetricObject, options: AbTestSettings): PlannedMetric["winsorise"] {
  const asked = winsorise ?? options.winsorise;
  return typeof asked === "number" ? { percentile: asked } : asked;
}

const priorOf = ({ priorMean, priorDeviation }: AbTestSettings): PlannedMetric["prior"] =>
  priorDeviation === undefined ? undefined : { mean: priorMean, standardDeviation: priorDeviation };
