import type { Text } from "../../language/language.js";
import type { ColumnLabels } from "../../tables/html-table.js";
import type { Conclusion, MetricRole, MetricType } from "./values.js";

/** What a comparison says, in two words. */
export const conclusionNames: Readonly<Record<Conclusion, Text>> = {
  "clear-win": { en: "clearly better", "zh-CN": "明确更好" },
  "clear-loss": { en: "clearly worse", "zh-CN": "明确更差" },
  "no-clear-difference": { en: "no clear difference", "zh-CN": "没有明确差异" },
  "too-few": { en: "too few to tell", "zh-CN": "样本太少" },
  blocked: { en: "test is broken", "zh-CN": "测试失效" },
};

const roles: Readonly<Record<MetricRole, Text>> = {
  primary: { en: "decides", "zh-CN": "决策指标" },
  secondary: { en: "explains", "zh-CN": "辅助指标" },
  guardrail: { en: "guardrail", "zh-CN": "护栏指标" },
};

const types: Readonly<Record<MetricType, Text>> = {
  proportion: { en: "rate", "zh-CN": "比率" },
  mean: { en: "mean", "zh-CN": "均值" },
  ratio: { en: "ratio", "zh-CN": "比值" },
  quantile: { en: "quantile", "zh-CN": "分位数" },
};

const kinds: Readonly<Record<string, Text>> = {
  missing: { en: "without a value", "zh-CN": "无取值" },
  other: { en: "all others", "zh-CN": "其他合计" },
};

/** How the tables of a test are headed; roles, types and conclusions are shown by their names. */
export const columnLabels = (): ColumnLabels => ({
  metric: { title: { en: "Metric", "zh-CN": "指标" } },
  arm: { title: { en: "Arm", "zh-CN": "组别" } },
  role: { title: { en: "Role", "zh-CN": "角色" }, values: roles },
  type: { title: { en: "Type", "zh-CN": "类型" }, values: types },
  controlUnits: { title: { en: "Units, control", "zh-CN": "对照组单位数" } },
  units: { title: { en: "Units", "zh-CN": "单位数" } },
  controlLevel: { title: { en: "Level, control", "zh-CN": "对照组水平" } },
  level: { title: { en: "Level", "zh-CN": "水平" } },
  absolute: { title: { en: "Difference", "zh-CN": "差异" } },
  absoluteLow: { title: { en: "Difference, low", "zh-CN": "差异下限" } },
  absoluteHigh: { title: { en: "Difference, high", "zh-CN": "差异上限" } },
  relative: { title: { en: "Lift (0.1 = 10 %)", "zh-CN": "相对提升（0.1 即 10%）" } },
  relativeLow: { title: { en: "Lift, low", "zh-CN": "提升下限" } },
  relativeHigh: { title: { en: "Lift, high", "zh-CN": "提升上限" } },
  p: { title: { en: "p", "zh-CN": "p 值" } },
  pAdjusted: { title: { en: "p, adjusted", "zh-CN": "校正后 p 值" } },
  chanceToWin: { title: { en: "Chance to win (0–1)", "zh-CN": "获胜概率（0–1）" } },
  conclusion: { title: { en: "Conclusion", "zh-CN": "结论" }, values: conclusionNames },
  share: { title: { en: "Share (0–1)", "zh-CN": "占比（0–1）" } },
  expectedShare: { title: { en: "By design (0–1)", "zh-CN": "设计占比（0–1）" } },
  rows: { title: { en: "Rows", "zh-CN": "行数" } },
  firstDay: { title: { en: "First day", "zh-CN": "首日" } },
  lastDay: { title: { en: "Last day", "zh-CN": "末日" } },
  meanExposureDays: { title: { en: "Mean days in the test", "zh-CN": "平均在测天数" } },
  missing: { title: { en: "Without a value", "zh-CN": "缺失" } },
  low: { title: { en: "Low", "zh-CN": "下限" } },
  high: { title: { en: "High", "zh-CN": "上限" } },
  conversions: { title: { en: "Conversions", "zh-CN": "转化数" } },
  sum: { title: { en: "Sum", "zh-CN": "合计" } },
  standardDeviation: { title: { en: "Standard deviation", "zh-CN": "标准差" } },
  segment: { title: { en: "Segment", "zh-CN": "细分" } },
  kind: { title: { en: "Kind", "zh-CN": "类别" }, values: kinds },
  day: { title: { en: "Day", "zh-CN": "日期" } },
  alwaysValidLow: { title: { en: "Low, at every look", "zh-CN": "随时有效下限" } },
  alwaysValidHigh: { title: { en: "High, at every look", "zh-CN": "随时有效上限" } },
});
