import { conclusionNames } from "./column-labels.js";
import type { Language } from "../../language/language.js";
import { isOneUnit, simpsonOf, type Headline } from "./reading-facts.js";
import { decidingEffect, differenceScale, say, type Sentence, type TestFormat } from "./reading-format.js";
import type { AbTestValues, ComparisonValues, MetricValues } from "./values.js";

/** How sure the effect is: interval, p and n, `(95 % CI 15.4–35.8 %, p < 0.001, n = 5,994 and 5,976)`. */
export const sureness: Sentence<[values: AbTestValues, metric: MetricValues, comparison: ComparisonValues]> = {
  en: (f, values, metric, comparison) => {
    const told = decidingEffect(metric, comparison, values.scale);
    const isAdjusted = comparison.pAdjusted !== undefined && comparison.pAdjusted !== comparison.p;
    const p = comparison.pAdjusted ?? comparison.p;
    const kind = values.sequential === "none" ? "CI" : "CI that holds at every look";
    return [
      ...(told ? [`${f.sure(values.intervalConfidence)} ${kind} ${f.between(told.effect.interval, told.scale)}`] : []),
      ...(p === undefined ? [] : [`${values.sides === "one" ? "one-sided " : ""}${isAdjusted ? "adjusted " : ""}${f.p(p)}`]),
      `n = ${f.count(comparison.units.arm)} and ${f.count(comparison.units.control)}`,
    ].join(", ");
  },
  "zh-CN": (f, values, metric, comparison) => {
    const told = decidingEffect(metric, comparison, values.scale);
    const isAdjusted = comparison.pAdjusted !== undefined && comparison.pAdjusted !== comparison.p;
    const p = comparison.pAdjusted ?? comparison.p;
    const kind = values.sequential === "none" ? "置信区间" : "随时有效置信区间";
    return [
      ...(told ? [`${f.sure(values.intervalConfidence)} ${kind} ${f.between(told.effect.interval, told.scale)}`] : []),
      ...(p === undefined ? [] : [`${values.sides === "one" ? "单侧 " : ""}${isAdjusted ? "校正后 " : ""}${f.p(p)}`]),
      `n=${f.count(comparison.units.arm)} 和 ${f.count(comparison.units.control)}`,
    ].join("，");
  },
};

/** The effect on the scale that decides, and as a relative lift where that is another one: `+3.1 points or +25.6 %`. */
export function effectText(f: TestFormat, { values, metric, comparison }: Headline): string {
  const told = decidingEffect(metric, comparison, values.scale);
  if (!told) return f.level(metric, undefined);
  const { relative } = comparison;
  const more = relative && told.effect !== relative ? [f.signed(relative.value, "percent")] : [];
  return [f.signed(told.effect.value, told.scale), ...more].join(f.language === "en" ? " or " : "，即 ");
}

const clear: Sentence<[headline: Headline, isWin: boolean, isInterim: boolean]> = {
  en: (f, headline, isWin, isInterim) => {
    const { values, metric, comparison } = headline;
    const { arm, control } = comparison.levels;
    return (
      `${isInterim ? "So far " : ""}"${comparison.arm}" does ${isWin ? "better" : "worse"} than "${comparison.control}" on "${metric.name}": ` +
      `${f.level(metric, arm)} against ${f.level(metric, control)}, ${effectText(f, headline)} (${sureness.en(f, values, metric, comparison)}).`
    );
  },
  "zh-CN": (f, headline, isWin, isInterim) => {
    const { values, metric, comparison } = headline;
    const { arm, control } = comparison.levels;
    return (
      `${isInterim ? "截至目前，" : ""}“${comparison.arm}”的“${metric.name}”${isWin ? "优于" : "差于"}“${comparison.control}”：` +
      `${f.level(metric, arm)} 对 ${f.level(metric, control)}，${effectText(f, headline)}（${sureness["zh-CN"](f, values, metric, comparison)}）。`
    );
  },
};

const notClear: Sentence<[headline: Headline, isInterim: boolean]> = {
  en: (f, headline, isInterim) => {
    const { values, metric, comparison } = headline;
    const { arm, control } = comparison.levels;
    return (
      `${isInterim ? "So far there is no" : "No"} clear difference between "${comparison.arm}" and "${comparison.control}" on "${metric.name}": ` +
      `${f.level(metric, arm)} against ${f.level(metric, control)}, ${effectText(f, headline)} (${sureness.en(f, values, metric, comparison)}).`
    );
  },
  "zh-CN": (f, headline, isInterim) => {
    const { values, metric, comparison } = headline;
    const { arm, control } = comparison.levels;
    return (
      `${isInterim ? "截至目前，" : ""}“${comparison.arm}”与“${comparison.control}”的“${metric.name}”没有明确差异：` +
      `${f.level(metric, arm)} 对 ${f.level(metric, control)}，${effectText(f, headline)}（${sureness["zh-CN"](f, values, metric, comparison)}）。`
    );
  },
};

const tooFew: Sentence<[headline: Headline]> = {
  en: (f, { metric, comparison: { arm, control, units, levels } }) =>
    `Too few to tell: n = ${f.count(units.arm)} in "${arm}" and ${f.count(units.control)} in "${control}", ` +
    `where "${metric.name}" stands at ${f.level(metric, levels.arm)} and ${f.level(metric, levels.control)}.`,
  "zh-CN": (f, { metric, comparison: { arm, control, units, levels } }) =>
    `样本太少，无法判断：“${arm}”n=${f.count(units.arm)}，“${control}”n=${f.count(units.control)}，` +
    `“${metric.name}”分别为 ${f.level(metric, levels.arm)} 和 ${f.level(metric, levels.control)}。`,
};

const noVariation: Sentence<[headline: Headline]> = {
  en: (f, { metric, comparison: { units, levels } }) =>
    `There is nothing to compare: "${metric.name}" is ${f.level(metric, levels.control)} for every unit of both arms ` +
    `(n = ${f.count(units.arm)} and ${f.count(units.control)}).`,
  "zh-CN": (f, { metric, comparison: { units, levels } }) =>
    `无从比较：两组中每个单位的“${metric.name}”都是 ${f.level(metric, levels.control)}（n=${f.count(units.arm)} 和 ${f.count(units.control)}）。`,
};

const oneUnit: Sentence<[headline: Headline]> = {
  en: (f, headline) => {
    const { metric, comparison } = headline;
    const { arm = "", value, absolute, p = 1, conclusion } = comparison.outlier ?? {};
    const scale = differenceScale(metric);
    return (
      `One unit decides the result on "${metric.name}": with it "${comparison.arm}" stands at ${effectText(f, headline)} against ` +
      `"${comparison.control}"; without its ${f.level(metric, value)} in "${arm}" the difference is ` +
      `${absolute === undefined ? f.number(absolute) : f.signed(absolute, scale)} (${conclusion ? conclusionNames[conclusion].en : ""}, ${f.p(p)}) instead of ` +
      `${comparison.absolute ? f.signed(comparison.absolute.value, scale) : f.number(undefined)} ` +
      `(n = ${f.count(comparison.units.arm)} and ${f.count(comparison.units.control)}).`
    );
  },
  "zh-CN": (f, headline) => {
    const { metric, comparison } = headline;
    const { arm = "", value, absolute, p = 1, conclusion } = comparison.outlier ?? {};
    const scale = differenceScale(metric);
    return (
      `“${metric.name}”的结论取决于单个单位：计入它时“${comparison.arm}”相对“${comparison.control}”为 ${effectText(f, headline)}；` +
      `剔除“${arm}”中数值为 ${f.level(metric, value)} 的这个单位后，差异为 ` +
      `${absolute === undefined ? f.number(absolute) : f.signed(absolute, scale)}（${conclusion ? conclusionNames[conclusion]["zh-CN"] : ""}，${f.p(p)}），而不是 ` +
      `${comparison.absolute ? f.signed(comparison.absolute.value, scale) : f.number(undefined)}` +
      `（n=${f.count(comparison.units.arm)} 和 ${f.count(comparison.units.control)}）。`
    );
  },
};

/** The sign of the whole is that of the mix. */
const mixed: Sentence<[headline: Headline, column: string, plain: number, standardised: number]> = {
  en: (f, { metric, comparison }, column, plain, standardised) =>
    `The overall difference misleads (Simpson's paradox): "${comparison.arm}" stands at ${f.signed(plain, differenceScale(metric))} against ` +
    `"${comparison.control}" on "${metric.name}", but at ${f.signed(standardised, differenceScale(metric))} when both arms have the same mix of ` +
    `"${column}" (n = ${f.count(comparison.units.arm)} and ${f.count(comparison.units.control)}).`,
  "zh-CN": (f, { metric, comparison }, column, plain, standardised) =>
    `总体差异具有误导性（辛普森悖论）：“${comparison.arm}”的“${metric.name}”相对“${comparison.control}”为 ${f.signed(plain, differenceScale(metric))}，` +
    `但若两组的“${column}”构成相同，则为 ${f.signed(standardised, differenceScale(metric))}` +
    `（n=${f.count(comparison.units.arm)} 和 ${f.count(comparison.units.control)}）。`,
};

/** The test itself is broken: nothing is said of the change. */
const broken: Sentence<[values: AbTestValues]> = {
  en: (f, { sampleRatio, crossed, arms, units }) => {
    if (sampleRatio.verdict !== "blocks")
      return `The test is broken and says nothing about the change: ${f.percent(crossed.share)} of the units (${f.count(crossed.units)}) were in more than one arm.`;
    const worst = arms.find(({ arm }) => arm === sampleRatio.worst.arm);
    return (
      `The test is broken and says nothing about the change: "${sampleRatio.worst.arm}" has ${f.percent(worst?.share)} of the units instead of ` +
      `${f.percent(worst?.expectedShare)} (sample-ratio mismatch, ${f.p(sampleRatio.p)}, n = ${f.count(units)}).`
    );
  },
  "zh-CN": (f, { sampleRatio, crossed, arms, units }) => {
    if (sampleRatio.verdict !== "blocks")
      return `本次测试已失效，不能说明改动的效果：${f.percent(crossed.share)} 的单位（${f.count(crossed.units)} 个）出现在多个组别中。`;
    const worst = arms.find(({ arm }) => arm === sampleRatio.worst.arm);
    return (
      `本次测试已失效，不能说明改动的效果：“${sampleRatio.worst.arm}”占全部单位的 ${f.percent(worst?.share)}，而设计为 ` +
      `${f.percent(worst?.expectedShare)}（样本比例失衡 SRM，${f.p(sampleRatio.p)}，n=${f.count(units)}）。`
    );
  },
};

/** The finding: what the deciding metric says of the arm that the decision is about, or what stands in the way of saying it. */
export function readFinding(headline: Headline, language: Language): string {
  const { values, comparison } = headline;
  const { conclusion, reasons } = comparison;
  if (conclusion === "blocked" || values.decision.decision === "fix-the-test") return say(broken, language, values);
  const simpson = simpsonOf(headline);
  if (simpson?.plain !== undefined && simpson.standardised !== undefined)
    return say(mixed, language, headline, values.segments?.column ?? "", simpson.plain, simpson.standardised);
  if (reasons.includes("no-variation")) return say(noVariation, language, headline);
  if (conclusion === "too-few") return say(tooFew, language, headline);
  if (isOneUnit(headline)) return say(oneUnit, language, headline);
  const isInterim = values.plan.state === "not-reached" && !values.plan.isSequential;
  if (conclusion === "no-clear-difference") return say(notClear, language, headline, isInterim);
  return say(clear, language, headline, conclusion === "clear-win", isInterim);
}
