import type { Language } from "../../language/language.js";
import { findable, isOneUnit, isSound, simpsonOf, type Headline } from "./reading-facts.js";
import { decidingEffect, gap, say, type Sentence, type Told } from "./reading-format.js";
import type { AbTestValues } from "./values.js";

const randomised: Sentence<[values: AbTestValues]> = {
  en: (f, { period }) =>
    `Chance alone allotted the units and the arms have the sizes of the design, so the difference can be put down to the change; it is an average ` +
    `${period ? `over ${f.period(period.from, period.to)}` : "over the test"} and shows neither why nor whether it lasts.`,
  "zh-CN": (f, { period }) =>
    `各单位随机分组，各组样本量与设计相符，因此这一差异可以归因于改动；它是${period ? f.period(period.from, period.to) : "测试期间"}的平均效果，` +
    `既不说明原因，也不说明效果能否持续。`,
};

const notSound: Sentence<[]> = {
  en: () => "The arms are not alike in more than the change, so the difference cannot be put down to it.",
  "zh-CN": () => "两组除改动之外还有其他不同，因此这一差异不能归因于改动。",
};

const untold: Sentence<[]> = {
  en: () => "A difference between these arms, however large, may come from who is missing and not from the change.",
  "zh-CN": () => "这两组之间无论差异多大，都可能源于缺失的那部分人，而不是改动本身。",
};

const crossedOver: Sentence<[]> = {
  en: () =>
    "Those units saw both versions, and those who are left are no random choice, so that no difference can be put down to the change.",
  "zh-CN": () => "这些单位看过两个版本，而余下的单位已不是随机样本，因此任何差异都不能归因于改动。",
};

const room: Sentence<[told: Told, confidence: number]> = {
  en: (f, { effect, scale }, confidence) =>
    `No clear difference is not "no effect": a test of this size finds ${f.sized(findable(effect, confidence), scale)} or more four times ` +
    `in five, and effects anywhere in the interval ${f.between(effect.interval, scale)} fit the data.`,
  "zh-CN": (f, { effect, scale }, confidence) =>
    `没有明确差异不等于没有效果：这样规模的测试只有在真实差异达到 ${gap(f.sized(findable(effect, confidence), scale))}时才有八成把握发现，` +
    `区间 ${gap(f.between(effect.interval, scale))}内的效果都与数据相符。`,
};

const oneUnit: Sentence<[]> = {
  en: () => "A mean over all units says little where one of them outweighs thousands; neither sign can be put down to the change.",
  "zh-CN": () => "当一个单位抵得上数千个单位时，总体均值说明不了什么；无论正负，都不能归因于改动。",
};

const fewUnits: Sentence<[]> = {
  en: () => "With so few, chance alone makes large differences; neither a gain nor a loss can be ruled out.",
  "zh-CN": () => "样本这样少时，仅凭偶然就会出现很大的差异；既不能排除提升，也不能排除下降。",
};

/** What the finding does not show. */
export function readLimits(headline: Headline, language: Language): string {
  const { values, metric, comparison } = headline;
  const told = decidingEffect(metric, comparison, values.scale);
  if (values.sampleRatio.verdict === "blocks") return say(untold, language);
  if (values.crossed.verdict === "blocks") return say(crossedOver, language);
  if (comparison.conclusion === "too-few") return say(fewUnits, language);
  if (isOneUnit(headline)) return say(oneUnit, language);
  if (!isSound(headline) || simpsonOf(headline)) return say(notSound, language);
  if (comparison.conclusion === "no-clear-difference" && told) return say(room, language, told, values.confidence);
  return say(randomised, language, values);
}
