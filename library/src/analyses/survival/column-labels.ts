import type { Text } from "../../language/language.js";
import type { ColumnLabels } from "../../tables/html-table.js";
import { unitNames } from "./vocabulary.js";
import type { SurvivalValues } from "./values.js";

const title = (en: string, zh: string): { readonly title: Text } => ({ title: { en, "zh-CN": zh } });

const statuses: Readonly<Record<string, Text>> = {
  estimated: { en: "estimated", "zh-CN": "已估计" },
  constant: { en: "constant", "zh-CN": "取值不变" },
  collinear: { en: "follows from the others", "zh-CN": "可由其他列推出" },
  infinite: { en: "no finite value", "zh-CN": "无有限估计" },
};

/** How the tables of survival are headed. */
export const columnLabels = ({ unit, regression }: SurvivalValues): ColumnLabels => {
  const { en, "zh-CN": zh } = unitNames[unit];
  const isWeibull = regression?.model === "weibull";
  return {
    group: title("Group", "分组"),
    time: title(`Time (${en.many})`, `时间（${zh}）`),
    atRisk: title("Still watched", "仍在观察"),
    events: title("Events", "事件数"),
    censored: title("Watching ended", "观察结束"),
    survival: title("Share without the event", "未发生事件的比例"),
    low: title("95 % CI, low", "95% 区间下限"),
    high: title("95 % CI, high", "95% 区间上限"),
    customers: title("Customers", "客户数"),
    median: title(`Median (${en.many})`, `中位数（${zh}）`),
    medianLow: title("Median, low", "中位数下限"),
    medianHigh: title("Median, high", "中位数上限"),
    mean: title(`Mean (${en.many})`, `平均（${zh}）`),
    meanLow: title("Mean, low", "平均下限"),
    meanHigh: title("Mean, high", "平均上限"),
    meanUntil: title("Mean of the first", "平均所取的时段"),
    one: title("One group", "一组"),
    other: title("Other group", "另一组"),
    chiSquare: title("Chi-square", "卡方"),
    pValue: title("p", "p 值"),
    adjusted: title("p, Holm", "Holm 校正 p 值"),
    covariate: title("Covariate", "协变量"),
    level: title("Level", "水平"),
    reference: title("Compared with", "参照"),
    step: title("Per change of", "变化量"),
    ratio: isWeibull ? title("Time ratio", "时长倍数") : title("Hazard ratio", "风险比"),
    ratioLow: title("95 % CI, low", "95% 区间下限"),
    ratioHigh: title("95 % CI, high", "95% 区间上限"),
    coefficient: title("Coefficient", "系数"),
    standardError: title("Standard error", "标准误"),
    correlation: title("Correlation with time", "与时间的相关"),
    status: { ...title("Status", "状态"), values: statuses },
    days: title("Days silent", "沉默天数"),
    silences: title("Silences", "沉默段数"),
    returned: title("Returned", "回来"),
    share: title("Share that returned", "回访比例"),
  };
};
