import type { ChartContext } from "../../../charts/index.js";
import { headlineOf, simpsonOf, type Headline } from "../reading-facts.js";
import { say as sayIn, type Sentence, type TestFormat } from "../reading-format.js";
import type { AbTestValues } from "../values.js";

export type InEachLanguage<Parts extends readonly unknown[]> = Sentence<Parts>;

/** Chooses the sentence of the context's language and hands it the formats. */
export const say = <Parts extends readonly unknown[]>(
  sentence: InEachLanguage<Parts>,
  { language }: ChartContext,
  ...parts: Parts
): string => sayIn(sentence, language, ...parts);

/** Kept on one line: spaces that no line breaks at. */
const together = (text: string): string => text.replaceAll(" ", "\u00a0");

/** Of whom and when: `n = 11,990 units, 3 Mar 2025 – 16 Mar 2025`. */
export const population: InEachLanguage<[values: AbTestValues]> = {
  en: (f, { units, period }) =>
    [
      together(`n = ${f.count(units)} ${units === 1 ? "unit" : "units"}`),
      ...(period ? [together(f.period(period.from, period.to))] : []),
    ].join(", "),
  "zh-CN": (f, { units, period }) => [`n=${f.count(units)} 个单位`, ...(period ? [f.period(period.from, period.to)] : [])].join("，"),
};

const methods = {
  none: undefined,
  "confidence-sequence": { en: "confidence sequence", "zh-CN": "置信序列" },
  "group-sequential": { en: "group-sequential", "zh-CN": "成组序贯" },
} as const;
const corrections = { none: undefined, holm: "Holm", "benjamini-hochberg": "Benjamini–Hochberg" } as const;

/** The line below each chart: source, control and method. */
export const caption: InEachLanguage<[values: AbTestValues, source: string | undefined]> = {
  en: (_, { control, correction, sequential }, source) =>
    [
      ...(source === undefined ? [] : [`Source: ${source}`]),
      `control: ${control}`,
      ...(correction.comparisons > 1 && corrections[correction.method] ? [`p adjusted by ${corrections[correction.method]}`] : []),
      ...(methods[sequential] ? [methods[sequential].en] : []),
    ].join(" · "),
  "zh-CN": (_, { control, correction, sequential }, source) =>
    [
      ...(source === undefined ? [] : [`数据来源：${source}`]),
      `对照组：${control}`,
      ...(correction.comparisons > 1 && corrections[correction.method] ? [`p 值经 ${corrections[correction.method]} 校正`] : []),
      ...(methods[sequential] ? [methods[sequential]["zh-CN"]] : []),
    ].join(" · "),
};

/** What the intervals are: `95 % intervals`. */
export const intervals: InEachLanguage<[values: AbTestValues]> = {
  en: (f, { intervalConfidence, sequential }) =>
    `${f.sure(intervalConfidence)} intervals${sequential === "none" ? "" : " that hold at every look"}`,
  "zh-CN": (f, { intervalConfidence, sequential }) => `${f.sure(intervalConfidence)} ${sequential === "none" ? "" : "随时有效"}置信区间`,
};

/** Does the test as a whole say nothing? */
export const isBroken = ({ decision }: AbTestValues): boolean => decision.decision === "fix-the-test";

/** The title of every chart of a test that says nothing. */
export const brokenTitle: InEachLanguage<[values: AbTestValues]> = {
  en: (f, { sampleRatio, crossed }) =>
    sampleRatio.verdict === "blocks"
      ? `The sizes of the arms do not fit the design (${f.p(sampleRatio.p)}): nothing here shows what the change did`
      : `${f.percent(crossed.share)} of the units were in more than one arm: nothing here shows what the change did`,
  "zh-CN": (f, { sampleRatio, crossed }) =>
    sampleRatio.verdict === "blocks"
      ? `各组样本量与设计不符（${f.p(sampleRatio.p)}），图中内容不能说明改动的效果`
      : `${f.percent(crossed.share)} 的单位出现在多个组别中，图中内容不能说明改动的效果`,
};

const mixedTitle: InEachLanguage<[headline: Headline, column: string]> = {
  en: (_, { metric }, column) =>
    `The overall difference on "${metric.name}" has the sign of the mix of "${column}", not of the change (Simpson's paradox)`,
  "zh-CN": (_, { metric }, column) => `“${metric.name}”总体差异的方向取决于“${column}”的构成，而不是改动（辛普森悖论）`,
};

/** The title where what is drawn says nothing of the change: the test is broken, or the mix of the arms speaks. */
export function doubt(found: Headline, context: ChartContext): string | undefined {
  if (isBroken(found.values)) return say(brokenTitle, context, found.values);
  return simpsonOf(found) && say(mixedTitle, context, found, found.values.segments?.column ?? "");
}

/** The comparison that the charts single out. */
export const headline = (values: AbTestValues): Headline | undefined => headlineOf(values);

/** A chance as nobody misreads it: never quite 0 or 100 %. */
export const chanceText = (f: TestFormat, chance: number): string => {
  const space = f.language === "en" ? " " : "";
  if (chance > 0.999) return `>${space}${f.percent(0.999)}`;
  return chance < 0.001 ? `<${space}${f.percent(0.001)}` : f.percent(chance);
};
