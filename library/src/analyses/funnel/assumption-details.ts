import type { Text } from "../../language/language.js";
import { texts } from "../texts.js";
import type { FunnelSettings } from "./funnel-options.js";
import { peopleLimit, thoroughRowLimit } from "./read-details.js";
import type { ReducedFunnel } from "./reduce.js";
import type { FunnelValues } from "./values.js";

/** What the assumptions are told from. */
export interface AssumptionFacts {
  readonly values: FunnelValues;
  readonly reduced: ReducedFunnel;
  readonly options: FunnelSettings;
}

export const days = ({ values, reduced }: AssumptionFacts): Text =>
  texts(
    (f) =>
      `Times without a zone are taken as UTC; days are those of ${values.timeZone}. The data end with the last event (${f.date(reduced.days[1])}); ` +
      (values.dailyLine === "split"
        ? "the daily line counts each unit once, on the day of its entry."
        : "the daily line is a funnel of its own for each day, so that a unit can count on several days."),
    (f) =>
      `不带时区的时间按 UTC 处理，日期按 ${values.timeZone} 划分。数据截至最后一个事件（${f.date(reduced.days[1])}）；` +
      (values.dailyLine === "split" ? "每日趋势中每个对象只在其进入当天计一次。" : "每日趋势为每天单独的漏斗，同一对象可在多天计入。"),
  );

export function attributed({ values: { breakdown } }: AssumptionFacts): Text[] {
  if (!breakdown) return [];
  const at = breakdown.attribution;
  if (at === "step") {
    return [
      {
        en: `Groups are by the value of "${breakdown.column}" at step ${breakdown.step}; who did not reach it is in the group without a value.`,
        "zh-CN": `按第 ${breakdown.step} 步时“${breakdown.column}”的取值分组；未到达该步者归入无取值组。`,
      },
    ];
  }
  return [
    {
      en: `Groups are by the ${at} value of "${breakdown.column}" on a unit's way through the funnel.`,
      "zh-CN": `按各对象在漏斗路径上“${breakdown.column}”的${at === "first" ? "首个" : "末个"}取值分组。`,
    },
  ];
}

export const valued = ({ values: { value } }: AssumptionFacts): Text[] =>
  value
    ? [
        {
          en: `A conversion is worth the amount in "${value.column}" at the last step; of several at the same time, the largest.`,
          "zh-CN": `转化价值取最后一步“${value.column}”的金额；同一时刻有多个时取最大者。`,
        },
      ]
    : [];

export const intervals: Text = {
  en: "Intervals are 95 % and treat the units as a sample of such units: Wilson for shares, Newcombe for differences, order statistics for medians, Student for means.",
  "zh-CN":
    "区间均为 95% 置信区间，把现有对象视为同类对象的一个样本：占比用 Wilson 区间，差异用 Newcombe 区间，中位数用次序统计量，均值用 Student 区间。",
};

export const drivers = ({ values }: AssumptionFacts): Text[] =>
  values.drivers
    ? [
        {
          en: "Odds ratios have a prior count of one and look at rows from entry to conversion; those who stopped are looked at as long as those who converted took, each of their times used as often as every other, so that neither side has more time to do anything. P-values are Fisher's, adjusted by Holm. They say what goes together, not what brings it about.",
          "zh-CN":
            "优势比在每格加 1 作为先验，范围为进入至转化；未转化者的观察时长依次取自转化者的转化时长，因此两方有同样多的时间。p 值为 Fisher 精确检验并经 Holm 校正。它们只说明同时出现，不说明因果。",
        },
      ]
    : [];

export function leftOut({ values, reduced, options }: AssumptionFacts): Text[] {
  const isLarge = reduced.quality === undefined;
  const noDrivers = !values.drivers && options.drivers === "auto" && isLarge;
  return [
    ...(isLarge
      ? [
          texts(
            (f) =>
              `Repeated events, very busy users and steps in another order were not looked for${noDrivers ? ", nor what goes with conversion" : ""}, because there are more than ${f.count(thoroughRowLimit)} rows.`,
            (f) =>
              `数据超过 ${f.count(thoroughRowLimit)} 行，未检查重复事件、异常活跃用户和步骤先后${noDrivers ? "，也未计算转化相关因素" : ""}。`,
          ),
        ]
      : []),
    ...(reduced.people
      ? []
      : [
          texts(
            (f) => `Units are not listed one by one, because more than ${f.count(peopleLimit)} entered.`,
            (f) => `进入者超过 ${f.count(peopleLimit)}，未逐一列出。`,
          ),
        ]),
  ];
}
