import { z } from "zod";
import { text } from "./option-text.js";

/** How the test will be made and read. */
export const testOptions = {
  power: z
    .number()
    .gt(0.05)
    .max(0.999)
    .default(0.8)
    .meta(
      text(
        { en: "Power", "zh-CN": "统计功效" },
        { en: "Chance that the effect is found when it is there.", "zh-CN": "效果确实存在时能检测到它的概率。" },
      ),
    ),
  confidence: z
    .number()
    .min(0.5)
    .max(0.9999)
    .default(0.95)
    .meta(
      text(
        { en: "Confidence", "zh-CN": "置信水平" },
        { en: "One less the chance of a false alarm, 0.95 is usual.", "zh-CN": "1 减去误报概率，通常取 0.95。" },
      ),
    ),
  sides: z
    .enum(["two", "one"])
    .default("two")
    .meta(
      text(
        { en: "Sides", "zh-CN": "单侧或双侧" },
        {
          en: "two: a change in either direction counts. one: only in the direction of the effect.",
          "zh-CN": "two：两个方向的变化都算。one：只看期望的方向。",
        },
      ),
    ),
  correction: z
    .enum(["holm", "none"])
    .default("holm")
    .meta(
      text(
        { en: "Correction", "zh-CN": "多重比较校正" },
        {
          en: "holm: with several arms the false alarms of all comparisons together keep the confidence. none: each for itself.",
          "zh-CN": "holm：多个实验组时，控制所有比较合计的误报概率。none：各比较单独计算。",
        },
      ),
    ),
  sequential: z
    .enum(["none", "confidence-sequence", "group-sequential"])
    .default("none")
    .meta(
      text(
        { en: "Looks", "zh-CN": "查看方式" },
        {
          en: "none: one look at the end. confidence-sequence: whenever one likes. group-sequential: at planned looks.",
          "zh-CN": "none：结束时只看一次。confidence-sequence：可随时查看。group-sequential：按计划的次数查看。",
        },
      ),
    ),
  spending: z
    .enum(["obrien-fleming", "pocock"])
    .default("obrien-fleming")
    .meta(
      text(
        { en: "Error spending", "zh-CN": "误差分配" },
        { en: "Group-sequential: hardly any error at first, or evenly.", "zh-CN": "成组序贯：前期几乎不分配误差，或均匀分配。" },
      ),
    ),
  plannedLooks: z
    .int()
    .min(1)
    .max(50)
    .default(5)
    .meta(
      text(
        { en: "Planned looks", "zh-CN": "计划查看次数" },
        { en: "Group-sequential: how many, at equal distances.", "zh-CN": "成组序贯：等间隔查看的次数。" },
      ),
    ),
  tuning: z
    .number()
    .gt(0)
    .default(5000)
    .meta(
      text(
        { en: "Tuning", "zh-CN": "调谐样本量" },
        { en: "Confidence sequence: users of two arms at which it is tightest.", "zh-CN": "置信序列：在两组合计多少用户时区间最窄。" },
      ),
    ),
  varianceReduction: z
    .number()
    .min(0)
    .max(0.95)
    .default(0)
    .meta(
      text(
        { en: "Variance reduction", "zh-CN": "方差缩减" },
        {
          en: "Share of the variance that CUPED takes away: the squared correlation with the time before.",
          "zh-CN": "CUPED 可去除的方差占比，即与实验前数据相关系数的平方。",
        },
      ),
    ),
  scale: z
    .enum(["absolute", "relative"])
    .default("absolute")
    .meta(
      text(
        { en: "Scale of the test", "zh-CN": "检验尺度" },
        {
          en: "Whether the test will decide on the difference or on the relative lift.",
          "zh-CN": "检验依据差值（absolute）还是相对提升（relative）。",
        },
      ),
    ),
  method: z
    .enum(["welch", "pooled", "base", "arcsine", "growthbook"])
    .default("welch")
    .meta(
      text(
        { en: "Method", "zh-CN": "计算方法" },
        {
          en: "welch: as abTest will compare. pooled (Fleiss), base (Evan Miller) and arcsine (statsmodels): for proportions. growthbook: as its calculator.",
          "zh-CN":
            "welch：与 abTest 的比较方式一致。pooled（Fleiss）、base（Evan Miller）、arcsine（statsmodels）：仅用于比率。growthbook：与其计算器一致。",
        },
      ),
    ),
};
