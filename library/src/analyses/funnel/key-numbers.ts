import { format } from "../../language/format.js";
import type { Language } from "../../language/language.js";
import type { KeyNumber } from "../key-number.js";
import type { FunnelValues, Share } from "./values.js";
import { durationInterval, durationText, fewEntries, unitCount, windowText } from "./vocabulary.js";

function shareNumber(label: string, share: Share, language: Language): KeyNumber {
  const { percent, percentInterval, count } = format(language);
  const interval = percentInterval(share.interval);
  const note = language === "en" ? `95 % interval ${interval}, n = ${count(share.n)}` : `95% 置信区间 ${interval}，n=${count(share.n)}`;
  return { label, value: percent(share.value), note };
}

function conversionNumber(values: FunnelValues, conversion: Share, language: Language): KeyNumber {
  const span = windowText(values.window, language);
  const label =
    language === "en"
      ? `of ${unitCount(values, values.entered, "en")} convert within ${span}`
      : `转化率（${unitCount(values, values.entered, "zh-CN")}，${span}内）`;
  return shareNumber(label, conversion, language);
}

function leakNumber({ leak }: FunnelValues, language: Language): KeyNumber[] {
  if (!leak) return [];
  const label = language === "en" ? `stop between "${leak.fromName}" and "${leak.name}"` : `流失率（“${leak.fromName}”至“${leak.name}”）`;
  return [shareNumber(label, leak.share, language)];
}

/** What half of the leak is worth a month or, where the period is too short to say, how long conversion takes. */
function thirdNumber({ leak, time, converted }: FunnelValues, language: Language): KeyNumber[] {
  const { count, interval } = format(language);
  const { conversionsPerMonth: monthly, conversionsPerMonthInterval: range } = leak?.closing.half ?? {};
  if (monthly !== undefined && range !== undefined && converted > 0) {
    const label = language === "en" ? "more conversions a month if half of them went on" : "每月可多得的转化（若其中一半继续）";
    const text = interval(range.map(Math.round) as [number, number]);
    return [{ label, value: count(monthly), note: language === "en" ? `95 % interval ${text}` : `95% 置信区间 ${text}` }];
  }
  if (!time) return [];
  const label = language === "en" ? "median time to convert" : "转化时长中位数";
  const spread = time.medianInterval && durationInterval(time.medianInterval, language);
  const known = spread
    ? language === "en"
      ? `95 % interval ${spread}`
      : `95% 置信区间 ${spread}`
    : `n${language === "en" ? " = " : "="}${count(time.n)}`;
  return [{ label, value: durationText(time.median, language), note: known }];
}

/**
 * How many convert, how many stop at the biggest leak, and what half of that is worth a month: each with its interval.
 * Too few entries have no key numbers.
 */
export function funnelKeyNumbers(values: FunnelValues, language: Language): readonly KeyNumber[] {
  if (values.entered < fewEntries || !values.conversion) return [];
  return [conversionNumber(values, values.conversion, language), ...leakNumber(values, language), ...thirdNumber(values, language)];
}
