import type { Headline } from "../reading-facts.js";
import type { Told } from "../reading-format.js";
import type { InEachLanguage } from "./chart-text.js";

/** The title where there is nothing to compare. */
export const alone: InEachLanguage<[]> = {
  en: () => "There is one arm only: nothing can be compared",
  "zh-CN": () => "只有一个组别，无从比较",
};

/** What a title says of the headline's effect. */
export const finding: InEachLanguage<[headline: Headline, told: Told | undefined]> = {
  en: (f, { metric, comparison: { arm, control, conclusion, units } }, told) => {
    if (conclusion === "too-few") return `Too few to tell on "${metric.name}": n = ${f.count(units.arm)} and ${f.count(units.control)}`;
    const size = told ? `: ${f.signed(told.effect.value, told.scale)} (${f.between(told.effect.interval, told.scale)})` : "";
    if (conclusion === "clear-win") return `"${arm}" does better than "${control}" on "${metric.name}"${size}`;
    if (conclusion === "clear-loss") return `"${arm}" does worse than "${control}" on "${metric.name}"${size}`;
    return `No clear difference between "${arm}" and "${control}" on "${metric.name}"${size}`;
  },
  "zh-CN": (f, { metric, comparison: { arm, control, conclusion, units } }, told) => {
    if (conclusion === "too-few") return `“${metric.name}”样本太少，无法判断：n=${f.count(units.arm)} 和 ${f.count(units.control)}`;
    const size = told ? `：${f.signed(told.effect.value, told.scale)}（${f.between(told.effect.interval, told.scale)}）` : "";
    if (conclusion === "clear-win") return `“${arm}”的“${metric.name}”优于“${control}”${size}`;
    if (conclusion === "clear-loss") return `“${arm}”的“${metric.name}”差于“${control}”${size}`;
    return `“${arm}”与“${control}”的“${metric.name}”没有明确差异${size}`;
  },
};

/** Names of axes and of what a tooltip tells. */
export const words = {
  en: {
    name: "Row",
    value: "Value",
    interval: "Interval",
    lift: "Lift",
    chance: "Chance to win",
    other: "All others",
    missing: "Without a value",
    day: "Day",
    difference: "Difference",
    units: "Units",
  },
  "zh-CN": {
    name: "名称",
    value: "数值",
    interval: "区间",
    lift: "提升",
    chance: "获胜概率",
    other: "其他合计",
    missing: "无取值",
    day: "日期",
    difference: "差异",
    units: "单位数",
  },
} as const;
