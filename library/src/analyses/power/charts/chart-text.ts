import type { ChartContext } from "../../../charts/index.js";
import type { Language } from "../../../language/index.js";
import type { EffectSize, PowerValues } from "../values.js";
import { powerFormat, type PowerFormat } from "../words.js";

type InEachLanguage<Parts extends unknown[]> = Readonly<Record<Language, (f: PowerFormat, ...parts: Parts) => string>>;

/** Chooses the sentence of the context's language and hands it the formats. */
export const say =
  <Parts extends unknown[]>(sentence: InEachLanguage<Parts>) =>
  (values: PowerValues, { language }: Pick<ChartContext, "language">, ...parts: Parts): string =>
    sentence[language](powerFormat(values, language), ...parts);

/** What the test is after: an increase, a decrease, or a loss within the margin. */
export const wanted: InEachLanguage<[effect: EffectSize]> = {
  en: (f, effect) =>
    f.values.margin
      ? `a loss beyond ${f.size(f.values.margin)}`
      : `${effect.absolute < 0 ? "a decrease" : "an increase"} of ${f.size(effect)}`,
  "zh-CN": (f, effect) =>
    f.values.margin ? `超过 ${f.size(f.values.margin)} 的变差` : `${f.size(effect)} 的${effect.absolute < 0 ? "下降" : "提升"}`,
};

/** How the test is read. */
const reading: Readonly<Record<Language, Readonly<Record<PowerValues["sequential"], string>>>> = {
  en: { none: "one look", "confidence-sequence": "confidence sequence", "group-sequential": "group-sequential" },
  "zh-CN": { none: "只看一次", "confidence-sequence": "置信序列", "group-sequential": "成组序贯" },
};

/** The line below each chart: the settings. */
export const caption = say<[]>({
  en: (f) => {
    const { baseline, arms, sides, confidence, sequential, margin } = f.values;
    return [
      `Baseline ${f.level(baseline)}`,
      `${f.count(arms)} arms`,
      `${sides === "one" || margin ? "one-sided" : "two-sided"}, ${f.share(confidence)} confidence`,
      reading.en[sequential],
    ].join(" · ");
  },
  "zh-CN": (f) => {
    const { baseline, arms, sides, confidence, sequential, margin } = f.values;
    return [
      `基准值 ${f.level(baseline)}`,
      `${f.count(arms)} 组`,
      `${sides === "one" || margin ? "单侧" : "双侧"}，置信水平 ${f.share(confidence)}`,
      reading["zh-CN"][sequential],
    ].join(" · ");
  },
});
