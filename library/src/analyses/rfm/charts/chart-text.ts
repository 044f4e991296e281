import type { ChartContext } from "../../../charts/index.js";
import { format, type Format, type Language } from "../../../language/index.js";
import type { RfmValues } from "../values.js";

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
