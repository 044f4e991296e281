import { featureName } from "../feature-name.js";
import { oddsText } from "../figure-text.js";
import type { CoefficientValues, DriverValues } from "../values.js";
import { population, type Sentence } from "./drawing.js";

/** The sentences of the odds ratios. `first` is the clear driver that tells customers apart best. */
export const title: Sentence<[first: DriverValues | undefined]> = {
  en: (drawing, first) => {
    const { values, words } = drawing;
    if (!first) return `No column is clearly tied to ${words.event}`;
    const odds = `the odds of ${words.event} are ${oddsText(first.oddsRatio.value, drawing)} times as high`;
    const name = `"${featureName(first.feature, values, "en")}" tells most`;
    if (first.kind === "category") return `${name}: ${odds} with "${first.level ?? ""}" as with "${first.against ?? ""}"`;
    return `${name}: ${odds} for ${drawing.number(first.step)} ${first.kind === "date" ? "days earlier" : "more"}`;
  },
  "zh-CN": (drawing, first) => {
    const { values, words } = drawing;
    if (!first) return `没有哪一列与${words.event}有明确关联`;
    const odds = `${words.event}优势比为 ${oddsText(first.oddsRatio.value, drawing)}`;
    const name = `“${featureName(first.feature, values, "zh-CN")}”区分力最强`;
    if (first.kind === "category") return `${name}：“${first.level ?? ""}”相对“${first.against ?? ""}”的${odds}`;
    return `${name}：每${first.kind === "date" ? `早 ${drawing.number(first.step)} 天` : `增加 ${drawing.number(first.step)}`}，${odds}`;
  },
};

export const subtitle: Sentence<[shown: number, all: number]> = {
  en: (drawing, shown, all) =>
    `Odds ratios of ${drawing.words.event}, the other columns equal${shown < all ? ` (the ${shown} strongest of ${all})` : ""}; lines: ${drawing.confidence} intervals, ` +
    `pale: not clear; log scale; ${population.en(drawing)}`,
  "zh-CN": (drawing, shown, all) =>
    `其他列相同时的${drawing.words.event}优势比${shown < all ? `（${all} 项中最强的 ${shown} 项）` : ""}；细线为 ${drawing.confidence} 置信区间，浅色为不明确；` +
    `对数刻度；${population["zh-CN"](drawing)}`,
};

export const description: Sentence<[texts: readonly string[]]> = {
  en: ({ words }, texts) => `Odds ratios of ${words.event} by column, with intervals: ${texts.join("; ")}.`,
  "zh-CN": ({ words }, texts) => `各列的${words.event}优势比及区间：${texts.join("；")}。`,
};

/** What of a column an estimate is about: `: One year vs Month to month`, `, 10 more`. */
export const rowDetail: Sentence<[row: CoefficientValues, isDate: boolean]> = {
  en: (drawing, { kind, level, other, reference, step }, isDate) => {
    if (kind === "missing") return ": not known";
    if (kind === "number") return `, ${drawing.number(step)} ${isDate ? "days earlier" : "more"}`;
    return `: ${other ? "rare levels" : (level ?? "")}${reference === undefined ? "" : ` vs ${reference}`}`;
  },
  "zh-CN": (drawing, { kind, level, other, reference, step }, isDate) => {
    if (kind === "missing") return "：缺失";
    if (kind === "number") return isDate ? `，每早 ${drawing.number(step)} 天` : `，每增加 ${drawing.number(step)}`;
    return `：${other ? "其他少见取值" : (level ?? "")}${reference === undefined ? "" : `（参照：${reference}）`}`;
  },
};

export const sides: Sentence = {
  en: () => "← rarer|more often →",
  "zh-CN": () => "← 较少|较多 →",
};

export const names = {
  en: { name: "What", figure: "Odds ratio", interval: "Interval" },
  "zh-CN": { name: "项目", figure: "优势比", interval: "置信区间" },
};
