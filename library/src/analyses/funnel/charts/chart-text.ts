import type { ChartContext } from "../../../charts/index.js";
import { format, type Format, type Language } from "../../../language/index.js";
import type { FunnelValues } from "../values.js";
import { unitCount, windowText } from "../vocabulary.js";

/** What every sentence of a chart may need: the values and the formats of its language. */
export interface Words extends Format {
  readonly values: FunnelValues;
}

export type InEachLanguage<Parts extends unknown[]> = Readonly<Record<Language, (words: Words, ...parts: Parts) => string>>;

/** Chooses the sentence of the context's language and hands it the formats. */
export const say =
  <Parts extends unknown[]>(sentence: InEachLanguage<Parts>) =>
  (values: FunnelValues, { language }: ChartContext, ...parts: Parts): string =>
    sentence[language]({ values, ...format(language) }, ...parts);

/** Kept on one line: spaces that no line breaks at. */
export const together = (text: string): string => text.replaceAll(" ", "\u00a0");

/** Of how many, within what and when: `n = 4,004 users, window 7 days, 7 Apr 2025 – 29 Jun 2025`. */
export const population: InEachLanguage<[]> = {
  en: ({ values, period }) =>
    [
      together(`n = ${unitCount(values, values.entered, "en")}`),
      together(`window ${windowText(values.window, "en")}`),
      together(period(values.period.from, values.period.to)),
    ].join(", "),
  "zh-CN": ({ values, period }) =>
    `n=${unitCount(values, values.entered, "zh-CN")}，窗口期 ${windowText(values.window, "zh-CN")}，${period(values.period.from, values.period.to)}`,
};

const orders = {
  ordered: { en: "steps in order", "zh-CN": "按顺序" },
  strict: { en: "steps in order, nothing in between", "zh-CN": "严格按顺序" },
  any: { en: "steps in any order", "zh-CN": "不限顺序" },
} as const;

const vendors = { posthog: "PostHog", mixpanel: "Mixpanel", amplitude: "Amplitude", clickhouse: "ClickHouse" } as const;

/** The line below each chart: source and how steps are counted. */
export const caption = say<[source: string | undefined]>({
  en: ({ values }, source) =>
    [
      ...(source === undefined ? [] : [`Source: ${source}`]),
      orders[values.order].en,
      `counted as ${vendors[values.semantics]} does`,
      `days in ${values.timeZone}`,
    ].join(" · "),
  "zh-CN": ({ values }, source) =>
    [
      ...(source === undefined ? [] : [`数据来源：${source}`]),
      orders[values.order]["zh-CN"],
      `按 ${vendors[values.semantics]} 口径统计`,
      `时区 ${values.timeZone}`,
    ].join(" · "),
});
