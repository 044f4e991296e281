import type { Text } from "../../language/language.js";
import { texts } from "../texts.js";
import { shareText } from "./words.js";
import type { PowerValues } from "./values.js";

const englishShare = shareText("en");
const chineseShare = shareText("zh-CN");

const methods: Readonly<Record<PowerValues["method"], Text>> = {
  welch: {
    en: "The standard error is that of the future comparison: each arm has its own variance (Welch), a mean with Student's t.",
    "zh-CN": "标准误按将来的比较方式计算：各组使用各自的方差（Welch），均值用 t 分布。",
  },
  pooled: {
    en: "Without an effect both arms have one common rate (Fleiss), with one each has its own.",
    "zh-CN": "无效果时两组采用合并比率（Fleiss），有效果时各用各的比率。",
  },
  base: {
    en: "Without an effect both arms have the baseline rate (Evan Miller), with one each has its own.",
    "zh-CN": "无效果时两组均采用基准比率（Evan Miller），有效果时各用各的比率。",
  },
  arcsine: {
    en: "Rates are compared on the arcsine scale, where their variance is the same everywhere (Cohen's h).",
    "zh-CN": "比率在反正弦尺度上比较，方差处处相同（Cohen's h）。",
  },
  growthbook: {
    en: "As GrowthBook's calculator: relative lift by the delta method, the control's variance in both arms.",
    "zh-CN": "与 GrowthBook 计算器一致：用 delta 方法计算相对提升，两组均采用对照组的方差。",
  },
};

const error = ({ sides, confidence, comparisons, question }: PowerValues): Text => {
  const isOneSided = sides === "one" || question === "non-inferiority";
  return texts(
    (f) =>
      `The test is ${isOneSided ? "one-sided" : "two-sided"} at ${englishShare(confidence)} confidence` +
      (comparisons > 1 ? `; its error is shared by ${f.count(comparisons)} comparisons with the control (the hardest step of Holm).` : "."),
    (f) =>
      `检验为${isOneSided ? "单侧" : "双侧"}，置信水平 ${chineseShare(confidence)}` +
      (comparisons > 1 ? `；误差由与对照组的 ${f.count(comparisons)} 个比较分担（按 Holm 最严格的一步）。` : "。"),
  );
};

const sequence = ({ sequential, looks }: PowerValues): Text | undefined => {
  if (sequential === "none") return undefined;
  if (sequential === "confidence-sequence") {
    return {
      en: "The sequence is read at twelve looks at equal distances; the power is the chance that one of them finds the effect.",
      "zh-CN": "置信序列按等间隔查看十二次计算；统计功效为其中任意一次检测到效果的概率。",
    };
  }
  return texts(
    (f) => `The result is read at ${f.count(looks)} looks at equal distances; the power is the chance that one of them crosses its bound.`,
    (f) => `按等间隔查看 ${f.count(looks)} 次计算；统计功效为其中任意一次越过界限的概率。`,
  );
};

const spread = ({ metric, varianceReduction }: PowerValues): Text[] => {
  const reduced: Text[] =
    varianceReduction > 0
      ? [
          texts(
            () => `CUPED is expected to take away ${englishShare(varianceReduction)} of the variance.`,
            () => `预计 CUPED 可去除 ${chineseShare(varianceReduction)} 的方差。`,
          ),
        ]
      : [];
  if (metric === "proportion") return reduced;
  const kinds: Readonly<Record<"mean" | "ratio" | "quantile", Text>> = {
    mean: { en: "The spread between users is the same in all arms.", "zh-CN": "假定各组用户之间的差异相同。" },
    ratio: {
      en: "The spread of the ratio is that of its tangent (delta method) and the same in all arms.",
      "zh-CN": "比值的差异按其切线（delta 方法）计算，各组相同。",
    },
    quantile: {
      en: "Values are taken to be normal around the quantile; skewed values need a pilot.",
      "zh-CN": "假定数值在该分位数附近近似正态；偏态数据需先做小规模试验。",
    },
  };
  return [kinds[metric], ...reduced];
};

const pairing = ({ arms, shares }: PowerValues): Text[] =>
  arms === 2 && shares[0] === shares[1]
    ? []
    : [
        {
          en: "The numbers are for the comparison of the control with the smallest of the other arms.",
          "zh-CN": "数字对应对照组与其余各组中最小一组的比较。",
        },
      ];

/** What was assumed on the way to the numbers, in the order in which it matters. */
export const assumptions = (values: PowerValues): Text[] => [
  error(values),
  methods[values.method],
  ...[sequence(values)].filter((text) => text !== undefined),
  ...spread(values),
  ...pairing(values),
];
