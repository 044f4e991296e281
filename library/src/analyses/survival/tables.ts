import { table, type ColumnTable } from "arquero";
import { kaplanMeier } from "../../statistics/survival/kaplan-meier.js";
import type { NamedTable } from "../result-table.js";
import { columnLabels } from "./column-labels.js";
import { settle } from "./curves.js";
import type { GroupCounts } from "./reduce.js";
import type { SurvivalSettings } from "./survival-options.js";
import type { CurveValues, RegressionValues, SurvivalValues } from "./values.js";

type Columns = Readonly<Record<string, readonly unknown[] | Float64Array>>;

const tableOf = (columns: Columns): ColumnTable => table(Object.entries(columns) as [string, unknown[]][], Object.keys(columns));

const columnsOf = <Row>(rows: readonly Row[], cells: Readonly<Record<string, (row: Row) => unknown>>): ColumnTable =>
  tableOf(Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, rows.map(cell)])));

/** To a dozen digits; a cell stays empty where nothing is known. */
const known = (value: number): number | undefined => (Number.isFinite(value) ? settle(value) : undefined);

/** The life table: one row per group and distinct time. */
function lifeTable(groups: readonly GroupCounts[], { band }: Pick<SurvivalSettings, "band">, hasGroups: boolean): ColumnTable {
  const curves = groups.map(({ group, counts }) => ({ group, ...kaplanMeier(counts, { band }) }));
  const counted = (name: "times" | "atRisk" | "events" | "censored") => Float64Array.from(curves.flatMap((curve) => [...curve[name]]));
  const estimated = (name: "survival" | "low" | "high") => curves.flatMap((curve) => Array.from(curve[name], known));
  return tableOf({
    ...(hasGroups ? { group: curves.flatMap(({ group, times }) => Array.from(times, () => group)) } : {}),
    time: counted("times"),
    atRisk: counted("atRisk"),
    events: counted("events"),
    censored: counted("censored"),
    survival: estimated("survival"),
    low: estimated("low"),
    high: estimated("high"),
  });
}

const summary = (curves: readonly CurveValues[]): ColumnTable =>
  columnsOf(curves, {
    group: ({ group }) => group,
    customers: ({ customers }) => customers,
    events: ({ events }) => events,
    median: ({ median }) => median.value,
    medianLow: ({ median }) => median.low,
    medianHigh: ({ median }) => median.high,
    mean: ({ mean }) => mean.value,
    meanLow: ({ mean }) => mean.interval[0],
    meanHigh: ({ mean }) => mean.interval[1],
    meanUntil: ({ mean }) => mean.until,
  });

const effects = ({ effects: found }: RegressionValues): ColumnTable =>
  columnsOf(found, {
    covariate: ({ covariate }) => covariate,
    level: ({ level }) => level,
    reference: ({ reference }) => reference,
    step: ({ step }) => step,
    ratio: ({ ratio }) => ratio,
    ratioLow: ({ interval }) => interval?.[0],
    ratioHigh: ({ interval }) => interval?.[1],
    pValue: ({ pValue }) => pValue,
    coefficient: ({ coefficient }) => coefficient,
    standardError: ({ standardError }) => standardError,
    status: ({ status }) => status,
  });

/** Each check of a coefficient beside its name. */
const checks = ({ effects: found, proportional }: RegressionValues): ColumnTable =>
  columnsOf(proportional?.checks ?? [], {
    covariate: ({ effect }) => found[effect]?.covariate,
    level: ({ effect }) => found[effect]?.level,
    chiSquare: ({ chiSquare }) => chiSquare,
    pValue: ({ pValue }) => pValue,
    correlation: ({ correlation }) => correlation,
  });

const titles = {
  groups: { en: "Medians and means by group", "zh-CN": "各组的中位数与平均时长" },
  pairs: { en: "Groups compared two by two", "zh-CN": "两两对比" },
  cox: { en: "Hazard ratios", "zh-CN": "风险比" },
  weibull: { en: "Time ratios", "zh-CN": "时长倍数" },
  checks: { en: "Do the hazard ratios stay the same?", "zh-CN": "风险比是否随时间不变" },
  returns: { en: "How many return after a silence?", "zh-CN": "沉默之后有多少客户回来" },
} as const;

/** The life table, and further tables of what was asked for. */
export function survivalTables(values: SurvivalValues, groups: readonly GroupCounts[], options: SurvivalSettings) {
  const { comparison, regression, history } = values;
  const hasGroups = values.groups.length > 0;
  const labels = columnLabels(values);
  const named: Record<string, NamedTable> = {};
  if (hasGroups) named["groups"] = { title: titles.groups, table: summary(values.groups), labels };
  if (comparison && comparison.pairs.length > 0) {
    const { pairs } = comparison;
    const table = columnsOf(pairs, {
      one: ({ one }) => one,
      other: ({ other }) => other,
      chiSquare: ({ chiSquare }) => chiSquare,
      pValue: ({ pValue }) => pValue,
      adjusted: ({ adjusted }) => adjusted,
    });
    named["pairs"] = { title: titles.pairs, table, labels };
  }
  if (regression) named["effects"] = { title: titles[regression.model], table: effects(regression), labels };
  if (regression?.proportional) named["proportional"] = { title: titles.checks, table: checks(regression), labels };
  if (history) {
    const table = columnsOf(history.definition.curve, {
      days: ({ days }) => days,
      silences: ({ silences }) => silences,
      returned: ({ returned }) => returned,
      share: ({ share }) => share,
      low: ({ interval }) => interval[0],
      high: ({ interval }) => interval[1],
    });
    named["returns"] = { title: titles.returns, table, labels };
  }
  return { table: lifeTable(groups, options, hasGroups), tables: named };
}
