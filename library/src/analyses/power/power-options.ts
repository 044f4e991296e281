import { z } from "zod";
import type { Text } from "../../language/language.js";

const text = (title: Text, description: Text, ...examples: readonly number[]) => ({
  "x-text": { title, description },
  ...(examples.length > 0 ? { examples: [...examples] } : {}),
});

const metricOptions = {
  metric: z
    .enum(["proportion", "mean", "ratio", "quantile"])
    .default("proportion")
    .meta(
      text(
        { en: "Metric", "zh-CN": "指标类型" },
        {
          en: "proportion: share of users who convert. mean: a number per user. ratio: a sum over a sum, such as revenue per order. quantile: such as the median.",
          "zh-CN":
            "proportion：转化用户的占比。mean：每位用户的数值均值。ratio：两个合计之比，例如每单收入。quantile：分位数，例如中位数。",
        },
      ),
    ),
  baseline: z.number().meta(
    text(
      { en: "Baseline", "zh-CN": "基准值" },
      {
        en: "What the control will show: a rate from 0 to 1, a mean, a ratio or a quantile, from past data.",
        "zh-CN": "对照组预计的水平：0 到 1 的比率、均值、比值或分位数，取自历史数据。",
      },
      0.05,
    ),
  ),
  standardDeviation: z
    .number()
    .gt(0)
    .optional()
    .meta(
      text(
        { en: "Standard deviation", "zh-CN": "标准差" },
        {
          en: "Between users, from past data; of the numerator for a ratio. Needed for all metrics but a proportion.",
          "zh-CN": "用户之间的标准差，取自历史数据；ratio 指标为分子的标准差。除 proportion 外均需填写。",
        },
        60,
      ),
    ),
  quantile: z
    .number()
    .min(0.001)
    .max(0.999)
    .default(0.5)
    .meta(
      text(
        { en: "Quantile", "zh-CN": "分位" },
        {
          en: "Metric quantile: 0.5 is the median, 0.9 the 90th percentile.",
          "zh-CN": "quantile 指标：0.5 为中位数，0.9 为第 90 百分位数。",
        },
      ),
    ),
  denominatorMean: z
    .number()
    .gt(0)
    .optional()
    .meta(
      text(
        { en: "Mean of the denominator", "zh-CN": "分母均值" },
        { en: "Metric ratio: mean per user of what is divided by, such as orders.", "zh-CN": "ratio 指标：分母（例如订单数）的人均值。" },
        1.5,
      ),
    ),
  denominatorDeviation: z
    .number()
    .min(0)
    .optional()
    .meta(
      text(
        { en: "Standard deviation of the denominator", "zh-CN": "分母标准差" },
        { en: "Metric ratio: between users.", "zh-CN": "ratio 指标：用户之间的标准差。" },
        0.8,
      ),
    ),
  correlation: z
    .number()
    .min(-1)
    .max(1)
    .default(0)
    .meta(
      text(
        { en: "Correlation", "zh-CN": "相关系数" },
        {
          en: "Metric ratio: between numerator and denominator over users; 0 is the careful choice.",
          "zh-CN": "ratio 指标：用户层面分子与分母的相关系数；不确定时取 0 较稳妥。",
        },
      ),
    ),
};

const effectOptions = {
  effect: z
    .number()
    .optional()
    .meta(
      text(
        { en: "Effect", "zh-CN": "期望效果" },
        {
          en: "The smallest change worth finding: 0.05 is 5 % of the baseline. Left out, the smallest change that can be found is computed.",
          "zh-CN": "值得发现的最小变化：0.05 即基准值的 5%。不填则计算能检测到的最小变化。",
        },
        0.1,
      ),
    ),
  effectScale: z
    .enum(["relative", "absolute"])
    .default("relative")
    .meta(
      text(
        { en: "Effect is", "zh-CN": "效果的单位" },
        {
          en: "relative: a share of the baseline. absolute: in the metric's own unit, 0.01 of a rate is one point.",
          "zh-CN": "relative：相对基准值的比例。absolute：以指标自身的单位计，比率的 0.01 即 1 个百分点。",
        },
      ),
    ),
  margin: z
    .number()
    .gt(0)
    .optional()
    .meta(
      text(
        { en: "Non-inferiority margin", "zh-CN": "非劣效界值" },
        {
          en: "Turns the question round: how many users show that the change is not worse by more than this; on the scale of the effect.",
          "zh-CN": "改为非劣效检验：需要多少用户才能说明变差不超过该界值；单位与效果相同。",
        },
        0.02,
      ),
    ),
  direction: z
    .enum(["increase", "decrease"])
    .default("increase")
    .meta(
      text(
        { en: "Direction", "zh-CN": "方向" },
        {
          en: "Which way is better, where the effect is left out or a margin is given.",
          "zh-CN": "未填效果或填写了界值时，指标往哪个方向变化为好。",
        },
      ),
    ),
};

const trafficOptions = {
  weeklyUnits: z
    .number()
    .gt(0)
    .optional()
    .meta(
      text(
        { en: "Users per week", "zh-CN": "每周用户数" },
        { en: "New users who enter the test in a week, all arms together.", "zh-CN": "每周进入实验的新用户数，各组合计。" },
        10000,
      ),
    ),
  weeks: z
    .int()
    .min(1)
    .max(104)
    .default(4)
    .meta(
      text(
        { en: "Planned weeks", "zh-CN": "计划周数" },
        {
          en: "How long the test may run: what it can find in this time is shown.",
          "zh-CN": "实验可以运行多久，结果会给出这段时间内能检测到的效果。",
        },
      ),
    ),
  units: z
    .int()
    .min(4)
    .max(1e12)
    .optional()
    .meta(
      text(
        { en: "Users in all", "zh-CN": "总用户数" },
        {
          en: "Users of all arms together, where their number is given and not the weeks.",
          "zh-CN": "已知总用户数（各组合计）而非周数时填写。",
        },
        50000,
      ),
    ),
  arms: z
    .int()
    .min(2)
    .max(20)
    .default(2)
    .meta(text({ en: "Arms", "zh-CN": "组数" }, { en: "How many arms, the control included.", "zh-CN": "实验组别数，含对照组。" })),
  allocation: z
    .array(z.number().gt(0))
    .optional()
    .meta(
      text(
        { en: "Allocation", "zh-CN": "流量分配" },
        {
          en: "Shares of the arms, control first, such as 50,25,25; equal without it.",
          "zh-CN": "各组流量占比，对照组在前，例如 50,25,25；不填则均分。",
        },
      ),
    ),
};

const testOptions = {
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

/** The options of the calculation; each with its words in both languages. */
export const powerOptions = z.object({ ...metricOptions, ...effectOptions, ...trafficOptions, ...testOptions });

/** The options with their defaults. */
export type PowerSettings = z.output<typeof powerOptions>;
