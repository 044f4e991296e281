import type { Driver, Drivers } from "../values.js";
import { ratioInterval, ratioText, unitCount, unitWord } from "../vocabulary.js";
import { population, say, together } from "./chart-text.js";

/** Whether a driver may be named: it is clear after all that were compared are counted. */
export const isClear = ({ pHolm }: Driver): boolean => pHolm < 0.05;

const distance = ({ oddsRatio }: Driver): number => Math.abs(Math.log(oddsRatio));

const strongest = ({ found }: Drivers): Driver | undefined =>
  found.filter(isClear).toSorted((one, other) => distance(other) - distance(one))[0];

export const title = say<[drivers: Drivers]>({
  en: ({ values }, drivers) => {
    const driver = strongest(drivers);
    if (!driver)
      return `Nothing goes clearly with conversion among the ${drivers.compared === 1 ? "one value" : `${drivers.compared} values`} compared`;
    const who = `${unitWord(values, "en")} with "${driver.value}"`.replace(/^./, (letter) => letter.toUpperCase());
    const odds = `odds ratio ${ratioText(driver.oddsRatio, "en")}, 95 % CI ${ratioInterval(driver.interval, "en")}`;
    return `${who} convert ${driver.goesWith === "conversion" ? "more" : "less"} often (${odds})`;
  },
  "zh-CN": ({ values }, drivers) => {
    const driver = strongest(drivers);
    if (!driver) return `比较的 ${drivers.compared} 项中，没有哪一项与转化明显相关`;
    const odds = `优势比 ${ratioText(driver.oddsRatio, "zh-CN")}，95% 置信区间 ${ratioInterval(driver.interval, "zh-CN")}`;
    return `有“${driver.value}”的${unitWord(values, "zh-CN")}转化率更${driver.goesWith === "conversion" ? "高" : "低"}（${odds}）`;
  },
});

export const nothing = say<[]>({
  en: ({ values }) => {
    if (!values.drivers) return "There is nothing to compare converted and others by: no drivers were asked for";
    return "There is nothing to compare converted and others by: every value is too rare, or one side is empty";
  },
  "zh-CN": ({ values }) =>
    values.drivers ? "无法比较转化与未转化：各取值过少，或其中一方没有人" : "无法比较转化与未转化：未要求分析影响因素",
});

export const subtitle = say<[drivers: Drivers]>({
  en: (words, { converted, stopped, isSkewed }) =>
    `Odds ratio of conversion with 95 % intervals (log scale); pale: not clear after correction; both sides are looked at equally long; ` +
    `${together(unitCount(words.values, converted, "en"))} who converted and ${together(words.count(stopped))} others; ` +
    `${isSkewed ? "one side is more than ten times the other, so the ratios rest on few; " : ""}${population.en(words)}`,
  "zh-CN": (words, { converted, stopped, isSkewed }) =>
    `转化的优势比与 95% 置信区间（对数刻度）；浅色表示校正后不明确；两方的观察时间相同；${unitCount(words.values, converted, "zh-CN")}转化、${unitCount(words.values, stopped, "zh-CN")}未转化；` +
    `${isSkewed ? "两方人数相差十倍以上，优势比依据的样本很少；" : ""}${population["zh-CN"](words)}`,
});

export const description = say<[drivers: Drivers]>({
  en: (_, { found }) =>
    `Odds ratios of conversion: ${found.map(({ value, oddsRatio, interval: range }) => `${value} ${ratioText(oddsRatio, "en")} (${ratioInterval(range, "en")})`).join("; ")}.`,
  "zh-CN": (_, { found }) =>
    `转化的优势比：${found.map(({ value, oddsRatio, interval: range }) => `${value} ${ratioText(oddsRatio, "zh-CN")}（${ratioInterval(range, "zh-CN")}）`).join("；")}。`,
});

export const headings = {
  en: { converted: "Converted", others: "Others", odds: "Odds ratio" },
  "zh-CN": { converted: "转化者", others: "未转化者", odds: "优势比" },
};
