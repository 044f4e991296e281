import { clearLevel } from "../facts.js";
import { effectName, pText } from "../effect-text.js";
import type { EffectValues, ProportionalValues, SurvivalValues } from "../values.js";
import { unitNames } from "../vocabulary.js";
import { population, say, shortened } from "./chart-text.js";

interface Drawn {
  readonly check: ProportionalValues;
  readonly effect: EffectValues;
}

/** The ratio in the first and in the last bin. */
export const endsOf = ({ check: { bins }, effect: { step } }: Drawn): readonly [first: number, last: number] => [
  Math.exp((bins[0]?.value ?? 0) * step),
  Math.exp((bins.at(-1)?.value ?? 0) * step),
];

type Ends = readonly [number, number];

export const title = say<[found: Drawn, ends: Ends]>({
  en: (words, { check, effect }, [first, last]) => {
    const name = effectName(shortened(effect), words, "en");
    if (check.pValue >= clearLevel) return `No hazard ratio changes clearly over time; the least steady is ${name}`;
    return `The hazard ratio of ${name} ${check.correlation > 0 ? "grows" : "falls"} with time: about ${words.number(first)} at first, ${words.number(last)} at the end`;
  },
  "zh-CN": (words, { check, effect }, [first, last]) => {
    const name = effectName(shortened(effect), words, "zh-CN");
    if (check.pValue >= clearLevel) return `没有风险比随时间明显变化；最不稳定的是${name}`;
    return `${name}的风险比随时间${check.correlation > 0 ? "上升" : "下降"}：起初约 ${words.number(first)}，末期约 ${words.number(last)}`;
  },
});

export const subtitle = say<[found: Drawn]>({
  en: (words, { check }) =>
    `Hazard ratio over time with 95 % CI, ${words.count(check.bins.length)} bins of equally many events, log scale, dashed the model's one value; change over time: ${pText(check.pValue, words, "en")}; ${population.en(words)}`,
  "zh-CN": (words, { check }) =>
    `风险比随时间的变化及 95% 置信区间，按事件数等分为 ${words.count(check.bins.length)} 段，对数刻度，虚线为模型的单一数值；随时间变化的检验 ${pText(check.pValue, words, "zh-CN")}；${population["zh-CN"](words)}`,
});

export const description = say<[found: Drawn, ends: Ends]>({
  en: (words, { check, effect }, [first, last]) =>
    `Hazard ratio of ${effectName(effect, words, "en")} over time: about ${words.number(first)} in the first bin and ${words.number(last)} in the last of ${words.count(check.bins.length)}; ` +
    `the model's one value is ${words.number(effect.ratio)}; change over time ${pText(check.pValue, words, "en")}.`,
  "zh-CN": (words, { check, effect }, [first, last]) =>
    `${effectName(effect, words, "zh-CN")}的风险比随时间的变化：共 ${words.count(check.bins.length)} 段，首段约 ${words.number(first)}，末段约 ${words.number(last)}；` +
    `模型给出的单一数值为 ${words.number(effect.ratio)}；随时间变化的检验 ${pText(check.pValue, words, "zh-CN")}。`,
});

export const noCheck = say<[]>({
  en: ({ values }) =>
    values.regression?.model === "weibull"
      ? "No hazard ratio to check over time: the Weibull model has none"
      : "No hazard ratio to check over time: it takes covariates and at least 20 events",
  "zh-CN": ({ values }) =>
    values.regression?.model === "weibull"
      ? "没有可检验的风险比：Weibull 模型不给出风险比"
      : "没有可检验的风险比：需要协变量和至少 20 个事件",
});

export const method = { en: "scaled Schoenfeld residuals of the Cox model", "zh-CN": "Cox 模型的缩放 Schoenfeld 残差" };

export const words = {
  en: {
    time: ({ unit }: SurvivalValues) => `Time (${unitNames[unit].en.many})`,
    ratio: "↑ Hazard ratio",
    at: "Between",
    figure: "Hazard ratio",
    interval: "95 % CI",
    events: "Events",
  },
  "zh-CN": {
    time: ({ unit }: SurvivalValues) => `时间（${unitNames[unit]["zh-CN"]}）`,
    ratio: "↑ 风险比",
    at: "时段",
    figure: "风险比",
    interval: "95% 置信区间",
    events: "事件数",
  },
};
