import { shorten, sizes, type ChartContext } from "../../../charts/index.js";
import { format, type Format, type Language } from "../../../language/index.js";
import type { EffectValues, SurvivalValues } from "../values.js";
import { wordsOf } from "../vocabulary.js";

/** What every sentence of a chart may need: the values and the formats of its language. */
export interface Words extends Format {
  readonly values: SurvivalValues;
}

export type InEachLanguage<Parts extends unknown[]> = Readonly<Record<Language, (words: Words, ...parts: Parts) => string>>;

/** Chooses the sentence of the context's language and hands it the formats. */
export const say =
  <Parts extends unknown[]>(sentence: InEachLanguage<Parts>) =>
  (values: SurvivalValues, { language }: ChartContext, ...parts: Parts): string =>
    sentence[language]({ values, ...format(language) }, ...parts);

/** A name from the data, as long as a title can bear it. */
export const inTitle = (name: string): string => shorten(name, 190, { size: sizes.title, isBold: true });

/** An effect with its names as long as a title can bear them. */
export const shortened = (effect: EffectValues): EffectValues => ({
  ...effect,
  covariate: inTitle(effect.covariate),
  ...(effect.level === undefined ? {} : { level: inTitle(effect.level) }),
});

/** Kept on one line: spaces that no line breaks at. */
const together = (text: string): string => text.replaceAll(" ", "\u00a0");

/** Of whom and when: `n = 7,043 customers, 1,869 lost`. */
export const population: InEachLanguage<[]> = {
  en: ({ values, count, period }) =>
    together(`n = ${count(values.customers)} ${values.customers === 1 ? "customer" : "customers"}`) +
    `, ${together(`${count(values.events)} ${wordsOf(values, "en").counted}`)}` +
    (values.period ? `, ${together(period(values.period.from, values.period.to))}` : ""),
  "zh-CN": ({ values, count, period }) =>
    `n=${count(values.customers)} 名客户，其中${wordsOf(values, "zh-CN").counted} ${count(values.events)} 名` +
    (values.period ? `，${period(values.period.from, values.period.to)}` : ""),
};

/** The line below each chart: source and method. */
export const caption = say<[source: string | undefined, method: string]>({
  en: ({ values, date }, source, method) =>
    [
      ...(source === undefined ? [] : [`Source: ${source}`]),
      ...(method ? [method] : []),
      ...(values.asOf ? [`watched until the day before ${date(values.asOf)}`] : []),
    ].join(" · "),
  "zh-CN": ({ values, date }, source, method) =>
    [
      ...(source === undefined ? [] : [`数据来源：${source}`]),
      ...(method ? [method] : []),
      ...(values.asOf ? [`观察到 ${date(values.asOf)} 的前一天`] : []),
    ].join(" · "),
});
