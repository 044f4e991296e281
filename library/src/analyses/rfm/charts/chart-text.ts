import type { ChartContext } from "../../../charts/index.js";
import { format, type Format, type Language } from "../../../language/index.js";
import type { RfmValues, SegmentValues } from "../values.js";

/** What every sentence of a chart may need: the values and the formats of its language. */
export interface Words extends Format {
  readonly values: RfmValues;
}

type InEachLanguage<Parts extends unknown[]> = Readonly<Record<Language, (words: Words, ...parts: Parts) => string>>;

/** Chooses the sentence of the context's language and hands it the formats. */
export const say =
  <Parts extends unknown[]>(sentence: InEachLanguage<Parts>) =>
  (values: RfmValues, { language }: ChartContext, ...parts: Parts): string =>
    sentence[language]({ values, ...format(language) }, ...parts);

/** Kept on one line: spaces that no line breaks at. */
export const together = (text: string): string => text.replaceAll(" ", "\u00a0");

/** Of whom and when: `n = 4,338 customers, 1 Dec 2010 – 9 Dec 2011`. */
export const population: InEachLanguage<[]> = {
  en: ({ values, count, period }) =>
    `${together(`n = ${count(values.customers)} ${values.customers === 1 ? "customer" : "customers"}`)}, ${together(period(values.period.from, values.period.to))}`,
  "zh-CN": ({ values, count, period }) => `n=${count(values.customers)} 名客户，${period(values.period.from, values.period.to)}`,
};

/** The line below each chart: source, as-of and parameters. */
export const caption = say<[source: string | undefined]>({
  en: ({ values, date }, source) =>
    [
      ...(source === undefined ? [] : [`Source: ${source}`]),
      `recency counted back from ${date(values.asOf)}`,
      `scores 1–${values.groups}`,
    ].join(" · "),
  "zh-CN": ({ values, date }, source) =>
    [...(source === undefined ? [] : [`数据来源：${source}`]), `最近一次消费截至 ${date(values.asOf)}`, `得分 1–${values.groups} 分`].join(
      " · ",
    ),
});

/** Whether there is nothing to compare: no customer, or all of them in one segment. */
export const isAlone = ({ values }: Words, best: SegmentValues): boolean => best.customers === 0 || best.customers === values.customers;

/** The title of a chart of segments where there is nothing to compare. */
export const alone: InEachLanguage<[best: SegmentValues | undefined]> = {
  en: ({ values, count }, best) => {
    if (!best || best.customers === 0) return "There are no customers to put into segments";
    if (values.customers === 1) return `The only customer is in the segment "${best.name.en}"`;
    return `All ${count(values.customers)} customers are in one segment, "${best.name.en}"`;
  },
  "zh-CN": ({ values, count }, best) => {
    if (!best || best.customers === 0) return "没有可以分群的客户";
    if (values.customers === 1) return `唯一的客户属于分群“${best.name["zh-CN"]}”`;
    return `全部 ${count(values.customers)} 名客户都属于同一分群“${best.name["zh-CN"]}”`;
  },
};
