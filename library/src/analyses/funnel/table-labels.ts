import type { Text } from "../../language/language.js";
import type { ColumnLabel, ColumnLabels } from "../../tables/html-table.js";
import type { FunnelValues } from "./values.js";

const label = (en: string, chinese: string, values?: Readonly<Record<string, Text>>): ColumnLabel => ({
  title: { en, "zh-CN": chinese },
  ...(values && { values }),
});

const low = label("95 % low", "95% 下限");
const high = label("95 % high", "95% 上限");
const step = label("Step", "步骤序号");
const name = label("Name", "步骤");
const entered = label("Entered", "进入");
const converted = label("Converted", "转化");

/** Headings of the table of steps. */
export const columnLabels: ColumnLabels = {
  step,
  name,
  count: label("Reached", "到达"),
  ofFirst: label("% of entries", "占进入（%）"),
  ofFirstLow: low,
  ofFirstHigh: high,
  ofPrevious: label("% of step before", "占上一步（%）"),
  ofPreviousLow: low,
  ofPreviousHigh: high,
  lost: label("Lost", "流失"),
  medianStep: label("Median time of the step (s)", "该步用时中位数（秒）"),
  medianEntry: label("Median time from entry (s)", "自进入起用时中位数（秒）"),
};

export const trendLabels: ColumnLabels = {
  day: label("Day of entry", "进入日期"),
  entered,
  converted,
  rate: label("Conversion (%)", "转化率（%）"),
  low,
  high,
  complete: label("Window closed", "窗口期已结束", { yes: { en: "yes", "zh-CN": "是" }, no: { en: "no", "zh-CN": "否" } }),
};

export const histogramLabels: ColumnLabels = {
  from: label("From (s)", "起（秒）"),
  to: label("Up to (s)", "止（秒）"),
  count: label("Conversions", "转化数"),
};

export const breakdownLabels: ColumnLabels = {
  kind: label("Kind", "类别", {
    value: { en: "value", "zh-CN": "取值" },
    other: { en: "all others", "zh-CN": "其余合计" },
    missing: { en: "no value", "zh-CN": "无取值" },
  }),
  group: label("Group", "分组"),
  step,
  name,
  count: label("Reached", "到达"),
  ofFirst: label("% of entries", "占进入（%）"),
  low,
  high,
  ofPrevious: label("% of step before", "占上一步（%）"),
  medianSeconds: label("Median time to convert (s)", "转化时长中位数（秒）"),
};

/** Headings with the names of the two groups. */
export const comparisonLabels = ({ comparison }: Pick<FunnelValues, "comparison">): ColumnLabels => {
  const { first = "", second = "" } = comparison ?? {};
  return {
    step,
    name: label("Step", "步骤", { "*": { en: "whole funnel", "zh-CN": "整个漏斗" } }),
    firstRate: label(`${first} (%)`, `${first}（%）`),
    firstCount: label(`${first} (n)`, `${first}（n）`),
    secondRate: label(`${second} (%)`, `${second}（%）`),
    secondCount: label(`${second} (n)`, `${second}（n）`),
    difference: label("Difference (points)", "差异（百分点）"),
    low,
    high,
    p: label("p", "p 值"),
  };
};

export const driverLabels: ColumnLabels = {
  column: label("Column", "列"),
  value: label("Value", "取值"),
  converted,
  stopped: label("Not converted", "未转化"),
  oddsRatio: label("Odds ratio", "优势比"),
  low,
  high,
  p: label("p", "p 值"),
  pHolm: label("p (Holm)", "p 值（Holm 校正）"),
};

/** Headings of the list of units; steps are shown by their names. */
export const peopleLabels = ({ steps }: Pick<FunnelValues, "steps">): ColumnLabels => ({
  customer: label("User", "用户"),
  session: label("Session", "会话"),
  reached: label(
    "Came to",
    "到达步骤",
    Object.fromEntries(steps.map(({ index, name: own }) => [String(index), { en: `${index} ${own}`, "zh-CN": `${index} ${own}` }])),
  ),
  entered: label("Entered (UTC)", "进入时间（UTC）"),
  last: label("Last step (UTC)", "最后一步时间（UTC）"),
});
