import { z } from "zod";
import { optionText } from "./option-text.js";

/** Options on how arms are compared. */
export const methodOptions = {
  sequential: z
    .enum(["none", "confidence-sequence", "group-sequential"])
    .default("none")
    .meta(
      optionText(
        { en: "Sequential", "zh-CN": "序贯检验" },
        {
          en: "none: one look at the planned end. confidence-sequence: looking at any time is allowed, intervals are wider. group-sequential: a planned number of looks.",
          "zh-CN": "none：仅在计划结束时查看一次。confidence-sequence：可随时查看，区间更宽。group-sequential：按计划的次数查看。",
        },
      ),
    ),
  tuning: z
    .int()
    .positive()
    .default(5000)
    .meta(
      optionText(
        { en: "Tuning", "zh-CN": "调节参数" },
        {
          en: "Confidence sequence: units of both arms at which its interval is tightest, best near the size at which you expect to decide.",
          "zh-CN": "置信序列：区间最窄时两组合计的单位数，宜接近预计作出决策时的样本量。",
        },
      ),
    ),
  spending: z
    .enum(["obrien-fleming", "pocock"])
    .default("obrien-fleming")
    .meta(
      optionText(
        { en: "Spending", "zh-CN": "α 消耗函数" },
        {
          en: "Group-sequential: obrien-fleming is strict early, pocock treats all looks alike.",
          "zh-CN": "成组序贯：obrien-fleming 前期严格，pocock 各次相近。",
        },
      ),
    ),
  correction: z
    .enum(["holm", "benjamini-hochberg", "none"])
    .default("holm")
    .meta(
      optionText(
        { en: "Correction", "zh-CN": "多重比较校正" },
        {
          en: "For several metrics and arms: holm limits the chance of any false alarm, benjamini-hochberg the share of false alarms.",
          "zh-CN": "多个指标和组别时：holm 控制出现任一误报的概率，benjamini-hochberg 控制误报的比例。",
        },
      ),
    ),
  confidence: z
    .number()
    .min(0.5)
    .max(0.999)
    .default(0.95)
    .meta(
      optionText(
        { en: "Confidence", "zh-CN": "置信水平" },
        { en: "Share of such intervals that hold the truth.", "zh-CN": "此类区间包含真值的比例。" },
      ),
    ),
  sides: z
    .enum(["two", "one"])
    .default("two")
    .meta(
      optionText(
        { en: "Sides", "zh-CN": "检验方向" },
        { en: "one: only an effect in the good direction counts.", "zh-CN": "one：只检验朝好的方向的效果。" },
      ),
    ),
  scale: z
    .enum(["absolute", "relative"])
    .default("absolute")
    .meta(
      optionText(
        { en: "Scale", "zh-CN": "判断尺度" },
        {
          en: "Which effect decides: the plain difference, or the relative lift as GrowthBook and PostHog do; both are shown.",
          "zh-CN": "以哪种效果判断：绝对差异，或相对提升（与 GrowthBook、PostHog 一致）；两者都会展示。",
        },
      ),
    ),
  priorMean: z
    .number()
    .default(0)
    .meta(
      optionText(
        { en: "Prior mean", "zh-CN": "先验均值" },
        { en: "Relative lift expected before the test.", "zh-CN": "实验前预期的相对提升。" },
      ),
    ),
  priorDeviation: z
    .number()
    .positive()
    .optional()
    .meta(
      optionText(
        { en: "Prior standard deviation", "zh-CN": "先验标准差" },
        {
          en: "How far relative lifts usually lie from the prior mean, 0.1 is 10 %; left out: the prior is flat.",
          "zh-CN": "相对提升通常偏离先验均值的程度，0.1 即 10%；不填则为无信息先验。",
        },
      ),
    ),
};
