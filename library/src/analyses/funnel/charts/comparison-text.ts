import { format, type Language } from "../../../language/index.js";
import type { ComparedStep, Comparison } from "../values.js";
import { pointsInterval, unitCount } from "../vocabulary.js";
import { population, say } from "./chart-text.js";

/** Whether the interval of a difference leaves zero out. */
export const isClear = ({ interval: [low, high] }: ComparedStep): boolean => low > 0 || high < 0;

/** `4.1 points less`, with the sign in words. */
function difference({ difference: points }: ComparedStep, language: Language): string {
  const size = format(language).points(Math.abs(points));
  if (language === "zh-CN") return points < 0 ? `低 ${size}` : `高 ${size}`;
  return `${size} ${points < 0 ? "less" : "more"}`;
}

export const title = say<[comparison: Comparison]>({
  en: ({ percent }, { first, second, overall }) => {
    if (!overall) return `"${first}" and "${second}" cannot be compared: nobody entered one of them`;
    const rates = `${percent(overall.second.value)} convert in "${second}", ${percent(overall.first.value)} in "${first}"`;
    const interval = `95 % CI ${pointsInterval(overall.interval, "en")}`;
    return isClear(overall) ? `${rates}: ${difference(overall, "en")} (${interval})` : `${rates}: no clear difference (${interval})`;
  },
  "zh-CN": ({ percent }, { first, second, overall }) => {
    if (!overall) return `“${first}”与“${second}”无法比较：其中一组无人进入`;
    const rates = `“${second}”转化率 ${percent(overall.second.value)}，“${first}”为 ${percent(overall.first.value)}`;
    const interval = `95% 置信区间 ${pointsInterval(overall.interval, "zh-CN")}`;
    return isClear(overall) ? `${rates}：${difference(overall, "zh-CN")}（${interval}）` : `${rates}：差异不明确（${interval}）`;
  },
});

export const nothing = say<[]>({
  en: () => "There are no groups to compare: no comparison was asked for",
  "zh-CN": () => "没有可比较的分组：未要求比较",
});

export const subtitle = say<[comparison: Comparison]>({
  en: (words, { first, second, entered }) =>
    `Difference in percentage points, "${second}" less "${first}", with 95 % intervals; steps: share of the step before; ` +
    `"${first}" ${unitCount(words.values, entered[0], "en")}, "${second}" ${unitCount(words.values, entered[1], "en")}; ${population.en(words)}`,
  "zh-CN": (words, { first, second, entered }) =>
    `“${second}”减“${first}”的百分点差异与 95% 置信区间；各步为占上一步的比例；“${first}”${unitCount(words.values, entered[0], "zh-CN")}，` +
    `“${second}”${unitCount(words.values, entered[1], "zh-CN")}；${population["zh-CN"](words)}`,
});

export const description = say<[comparison: Comparison]>({
  en: ({ percent }, { first, second, steps }) =>
    `Differences between "${first}" and "${second}": ${steps.map(({ name, first: one, second: other }) => `${name} ${percent(one.value)} and ${percent(other.value)}`).join("; ")}.`,
  "zh-CN": ({ percent }, { first, second, steps }) =>
    `“${first}”与“${second}”各步的差异：${steps.map(({ name, first: one, second: other }) => `${name} ${percent(one.value)} 与 ${percent(other.value)}`).join("；")}。`,
});

export const whole = { en: "Whole funnel", "zh-CN": "整个漏斗" };
export const differenceHeading = { en: "Points", "zh-CN": "百分点" };
