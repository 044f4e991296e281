import type { TrendDay } from "../values.js";
import { unitCount, unitWord, windowText } from "../vocabulary.js";
import { population, say } from "./chart-text.js";

const openDays = (periods: readonly TrendDay[]): number => periods.filter(({ isComplete, entered }) => !isComplete && entered > 0).length;

export const title = say<[periods: readonly TrendDay[], step: 1 | 7]>({
  en: ({ values, percent, percentInterval }, periods, step) => {
    const span = step === 1 ? "day" : "week";
    const open = openDays(periods);
    const { closedConversion: closed } = values;
    if (!closed)
      return `No entry ${span} has had its whole window of ${windowText(values.window, "en")} yet: all rates here can still rise`;
    const rate = `${percent(closed.value)} convert (95 % CI ${percentInterval(closed.interval)})`;
    return open > 0 && closed.value < 1
      ? `${rate}; the last ${open === 1 ? span : `${open} ${span}s`} can still rise`
      : `${rate}, by ${span} of entry`;
  },
  "zh-CN": ({ values, percent, percentInterval }, periods, step) => {
    const span = step === 1 ? "天" : "周";
    const open = openDays(periods);
    const { closedConversion: closed } = values;
    if (!closed)
      return `每${span}进入的${unitWord(values, "zh-CN")}都还没有走完 ${windowText(values.window, "zh-CN")}的窗口期：转化率仍会上升`;
    const rate = `转化率 ${percent(closed.value)}（95% 置信区间 ${percentInterval(closed.interval)}）`;
    return open > 0 && closed.value < 1 ? `${rate}；最近 ${open} ${span}仍会上升` : `${rate}，按进入${span}统计`;
  },
});

export const nothing = say<[]>({
  en: () => "There is no trend to draw: nobody entered the funnel",
  "zh-CN": ({ values }) => `没有趋势可画：没有${unitWord(values, "zh-CN")}进入漏斗`,
});

export const subtitle = say<[step: 1 | 7]>({
  en: (words, step) =>
    `Conversion by ${step === 1 ? "day" : "week"} of entry with 95 % intervals; dashed: window not over when the data ended; ${population.en(words)}`,
  "zh-CN": (words, step) =>
    `按进入${step === 1 ? "日" : "周"}统计的转化率与 95% 置信区间；虚线部分在数据截止时窗口期尚未结束；${population["zh-CN"](words)}`,
});

export const description = say<[periods: readonly TrendDay[], step: 1 | 7]>({
  en: (words, periods, step) => {
    const { values, date } = words;
    const [first, last] = [periods[0]?.day, periods.at(-1)?.day];
    return `Line of the conversion of ${unitCount(values, values.entered, "en")} by ${step === 1 ? "day" : "week"} of entry, ${date(first)} to ${date(last)}. ${title(values, { language: "en" }, periods, step)}.`;
  },
  "zh-CN": (words, periods, step) => {
    const { values, date } = words;
    const [first, last] = [periods[0]?.day, periods.at(-1)?.day];
    return `${unitCount(values, values.entered, "zh-CN")}按进入${step === 1 ? "日" : "周"}统计的转化率折线，${date(first)}至${date(last)}。${title(values, { language: "zh-CN" }, periods, step)}。`;
  },
});

export const words = {
  en: { rate: "↑ Conversion", day: "Day of entry", converted: "Converted", interval: "95 % interval", open: "window still open" },
  "zh-CN": { rate: "↑ 转化率", day: "进入日期", converted: "转化", interval: "95% 置信区间", open: "窗口期未结束" },
};
