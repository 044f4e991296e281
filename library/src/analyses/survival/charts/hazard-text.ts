import type { Format, Language } from "../../../language/index.js";
import { effectName } from "../effect-text.js";
import { strongestEffect } from "../facts.js";
import type { EffectValues, RegressionValues } from "../values.js";
import { wordsOf } from "../vocabulary.js";
import { inTitle, say, shortened } from "./chart-text.js";

type Model = RegressionValues["model"];

/** What of the covariate a row is about: its level, or the step of a number. */
export const rowDetail: Readonly<Record<Language, (effect: EffectValues, f: Format) => string>> = {
  en: ({ level, reference, step }, f) =>
    level !== undefined
      ? `: ${level}${reference === undefined ? "" : ` (against ${reference})`}`
      : step === 1
        ? ""
        : `, per ${f.number(step)}`,
  "zh-CN": ({ level, reference, step }, f) =>
    level !== undefined
      ? `：${level}${reference === undefined ? "" : `（对比 ${reference}）`}`
      : step === 1
        ? ""
        : `，每 ${f.number(step)}`,
};

export const title = say<[]>({
  en: (words) => {
    const { values, number } = words;
    const strongest = strongestEffect(values);
    if (!strongest) return "No covariate goes clearly with an earlier or later event";
    const what = values.regression?.model === "weibull" ? "times as long a time" : "times the risk";
    const other = strongest.reference === undefined ? "" : ` of "${inTitle(strongest.reference)}"`;
    return `${effectName(shortened(strongest), words, "en")} goes with ${number(strongest.ratio)} ${what}${other}`;
  },
  "zh-CN": (words) => {
    const { values, number } = words;
    const strongest = strongestEffect(values);
    if (!strongest) return "没有协变量与事件的早晚有明确关系";
    const what = values.regression?.model === "weibull" ? "时长" : "风险";
    const other = strongest.reference === undefined ? "原来的 " : `“${inTitle(strongest.reference)}”的 `;
    return `${effectName(shortened(strongest), words, "zh-CN")}：${what}为${other}${number(strongest.ratio)} 倍`;
  },
});

export const subtitle = say<[rows: number]>({
  en: (words, rows) => {
    const { values, count } = words;
    const { effects = [], model, customers, events } = values.regression ?? {};
    const what = model === "weibull" ? "Time ratios" : "Hazard ratios";
    const shown = effects.length > rows ? `; ${count(rows)} of ${count(effects.length)} rows` : "";
    return `${what} with 95 % CI, log scale, other covariates held equal; pale where not clear${shown}; n = ${count(customers)} customers, ${count(events)} ${wordsOf(values, "en").counted}`;
  },
  "zh-CN": (words, rows) => {
    const { values, count } = words;
    const { effects = [], model, customers, events } = values.regression ?? {};
    const what = model === "weibull" ? "时长倍数" : "风险比";
    const shown = effects.length > rows ? `；显示 ${count(effects.length)} 行中的 ${count(rows)} 行` : "";
    return `${what}及 95% 置信区间，对数刻度，其他协变量相同；颜色浅者不明确${shown}；n=${count(customers)} 名客户，其中${wordsOf(values, "zh-CN").counted} ${count(events)} 名`;
  },
});

export const description = say<[rows: readonly string[]]>({
  en: ({ values }, rows) =>
    `${values.regression?.model === "weibull" ? "Time ratios" : "Hazard ratios"} with 95 % intervals: ${rows.join("; ")}.`,
  "zh-CN": ({ values }, rows) => `${values.regression?.model === "weibull" ? "时长倍数" : "风险比"}及 95% 置信区间：${rows.join("；")}。`,
});

export const noModel = say<[]>({
  en: ({ values }) =>
    values.regression
      ? "No ratio can be estimated from these covariates"
      : "No regression to draw: give covariates to see what goes with an earlier event",
  "zh-CN": ({ values }) =>
    values.regression ? "这些协变量的比值均无法估计" : "没有可以绘制的回归：请指定 covariates，以查看与事件早晚有关的因素",
});

export const method: Readonly<Record<Language, Readonly<Record<Model, string>>>> = {
  en: { cox: "Cox model, Wald intervals", weibull: "Weibull model of accelerated failure time, Wald intervals" },
  "zh-CN": { cox: "Cox 模型，Wald 区间", weibull: "Weibull 加速失效时间模型，Wald 区间" },
};

/** What lies left and right of no effect. */
export const sides: Readonly<Record<Language, Readonly<Record<Model, readonly [string, string]>>>> = {
  en: { cox: ["lower risk", "higher risk"], weibull: ["shorter", "longer"] },
  "zh-CN": { cox: ["风险较低", "风险较高"], weibull: ["较短", "较长"] },
};

export const words = {
  en: {
    cox: { name: "Covariate", figure: "Hazard ratio", interval: "95 % CI" },
    weibull: { name: "Covariate", figure: "Time ratio", interval: "95 % CI" },
  },
  "zh-CN": {
    cox: { name: "协变量", figure: "风险比", interval: "95% 置信区间" },
    weibull: { name: "协变量", figure: "时长倍数", interval: "95% 置信区间" },
  },
};
