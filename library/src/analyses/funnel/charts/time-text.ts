import { durationInterval, durationText, unitCount, unitTitle } from "../vocabulary.js";
import { population, say } from "./chart-text.js";

export const title = say<[]>({
  en: ({ values }) => {
    const { median = 0, medianInterval, n = 0 } = values.time ?? {};
    if (n === 1) return `The only conversion took ${durationText(median, "en")}`;
    const interval = medianInterval ? ` (95 % CI ${durationInterval(medianInterval, "en")})` : "";
    return `Half of those who convert take no more than ${durationText(median, "en")}${interval}`;
  },
  "zh-CN": ({ values }) => {
    const { median = 0, medianInterval, n = 0 } = values.time ?? {};
    if (n === 1) return `唯一一次转化用时 ${durationText(median, "zh-CN")}`;
    const interval = medianInterval ? `（95% 置信区间 ${durationInterval(medianInterval, "zh-CN")}）` : "";
    return `一半的转化在 ${durationText(median, "zh-CN")}内完成${interval}`;
  },
});

export const nothing = say<[]>({
  en: ({ values: { converted } }) =>
    `There are no conversion times to draw: ${converted > 0 ? "there is one step only" : "nobody converted"}`,
  "zh-CN": ({ values: { converted } }) => `没有转化时长可画：${converted > 0 ? "只有一个步骤" : "无人完成转化"}`,
});

export const subtitle = say<[]>({
  en: (words) =>
    `${unitTitle(words.values, "en")} who converted by time from the first to the last step (${words.count(words.values.converted)}); ${population.en(words)}`,
  "zh-CN": (words) =>
    `从首步到末步的用时分布（转化 ${unitCount(words.values, words.values.converted, "zh-CN")}）；${population["zh-CN"](words)}`,
});

export const description = say<[]>({
  en: (words) => {
    const { time } = words.values;
    return `Histogram of the conversion times of ${unitCount(words.values, time?.n ?? 0, "en")}: median ${durationText(time?.median ?? 0, "en")}, mean ${durationText(time?.mean ?? 0, "en")}, nine in ten within ${durationText(time?.p90 ?? 0, "en")}.`;
  },
  "zh-CN": (words) => {
    const { time } = words.values;
    return `${unitCount(words.values, time?.n ?? 0, "zh-CN")}的转化时长分布：中位数 ${durationText(time?.median ?? 0, "zh-CN")}，平均 ${durationText(time?.mean ?? 0, "zh-CN")}，九成在 ${durationText(time?.p90 ?? 0, "zh-CN")}内。`;
  },
});

export const words = {
  en: { time: "Time to convert", median: "median", p90: "9 in 10", range: "Time" },
  "zh-CN": { time: "转化时长", median: "中位数", p90: "九成以内", range: "用时" },
};
