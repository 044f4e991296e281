import type { Headline } from "../reading-facts.js";
import { differenceScale } from "../reading-format.js";
import type { MetricValues } from "../values.js";
import type { InEachLanguage } from "./chart-text.js";
import type { Look } from "./look.js";

/** Where there is no day to draw. */
export const noDays: InEachLanguage<[metric: MetricValues]> = {
  en: (_, { name }) => `There are no days to draw for "${name}": the data has no dates, or too few units on each`,
  "zh-CN": (_, { name }) => `“${name}”没有可绘制的日期：数据中没有日期，或每天的单位太少`,
};

/** On which days an early look would have seen a clear difference that the last day does not show in that direction. */
const misleading = (looks: readonly Look[]): readonly Look[] => {
  const last = looks.at(-1);
  return looks.filter((look) => look.isClear && last !== undefined && !(last.isClear && last.value > 0 === look.value > 0));
};

/** The day from which on every look is clear. */
function clearSince(looks: readonly Look[]): Look | undefined {
  const unclear = looks.findLastIndex(({ isClear }) => !isClear);
  return looks[unclear + 1];
}

/** What the course of the days shows. */
export const title: InEachLanguage<[headline: Headline, looks: readonly Look[]]> = {
  en: (f, { metric, comparison: { arm } }, looks) => {
    const wrong = misleading(looks);
    const since = clearSince(looks);
    const last = looks.at(-1) as Look;
    const scale = differenceScale(metric);
    if (wrong.length > 0)
      return `A look on ${wrong.length === 1 ? f.date(wrong[0]?.day) : `one of ${f.count(wrong.length)} days`} would have seen a clear difference that the whole test does not show`;
    if (looks.length > 1 && since)
      return `"${arm}" is clearly ${since.value > 0 ? "above" : "below"} the control on "${metric.name}" from ${f.date(since.day)} on`;
    return `After ${f.count(looks.length)} ${looks.length === 1 ? "day" : "days"} the difference on "${metric.name}" stands at ${f.signed(last.value, scale)} (${f.between([last.low, last.high], scale)})`;
  },
  "zh-CN": (f, { metric, comparison: { arm } }, looks) => {
    const wrong = misleading(looks);
    const since = clearSince(looks);
    const last = looks.at(-1) as Look;
    const scale = differenceScale(metric);
    if (wrong.length > 0)
      return `若在${wrong.length === 1 ? f.date(wrong[0]?.day) : `其中 ${f.count(wrong.length)} 天中的任何一天`}查看，会看到明确的差异，而全程数据并不支持`;
    if (looks.length > 1 && since)
      return `自${f.date(since.day)}起，“${arm}”的“${metric.name}”明确${since.value > 0 ? "高于" : "低于"}对照组`;
    return `${f.count(looks.length)} 天后“${metric.name}”的差异为 ${f.signed(last.value, scale)}（${f.between([last.low, last.high], scale)}）`;
  },
};

export const subtitle: InEachLanguage<[headline: Headline, looks: readonly Look[]]> = {
  en: (f, { values, comparison: { arm, control } }, looks) =>
    `Difference between "${arm}" and "${control}" over all units up to that day; band: ${f.sure(values.intervalConfidence)} interval of a single look; dashed: ` +
    `interval that holds at every look; filled: a single look would call it clear; n = ${f.count(looks.at(-1)?.units)} at the end`,
  "zh-CN": (f, { values, comparison: { arm, control } }, looks) =>
    `截至当日全部单位中“${arm}”与“${control}”之差；色带为只看一次的 ${f.sure(values.intervalConfidence)} 置信区间，虚线为随时查看都有效的区间；` +
    `实心点表示只看一次会判为明确；期末 n=${f.count(looks.at(-1)?.units)}`,
};

export const description: InEachLanguage<[headline: Headline, looks: readonly Look[]]> = {
  en: (f, { metric, comparison: { arm, control } }, looks) => {
    const scale = differenceScale(metric);
    return `Difference between "${arm}" and "${control}" on "${metric.name}" day by day: ${looks.map(({ day, value, low, high }) => `${f.date(day)} ${f.signed(value, scale)} (${f.between([low, high], scale)})`).join("; ")}.`;
  },
  "zh-CN": (f, { metric, comparison: { arm, control } }, looks) => {
    const scale = differenceScale(metric);
    return `“${arm}”与“${control}”的“${metric.name}”逐日之差：${looks.map(({ day, value, low, high }) => `${f.date(day)} ${f.signed(value, scale)}（${f.between([low, high], scale)}）`).join("；")}。`;
  },
};
