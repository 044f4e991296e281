import { z } from "zod";
import type { Text } from "../../language/language.js";
import type { Settings } from "../analysis.js";
import { columnOption } from "../column-option.js";
import { metricOption } from "./metric-option.js";

const text = (title: Text, description: Text) => ({ "x-text": { title, description } });

const metricOptions = {
  metrics: z
    .array(metricOption)
    .min(1)
    .optional()
    .meta(
      text(
        { en: "Metrics", "zh-CN": "指标" },
        {
          en: "Columns that are compared, the first one decides; objects say more, such as { column, type, denominator, covariate, winsorise, role }. Left out: the outcome, then the amount.",
          "zh-CN":
            "要比较的列，第一个为决策指标；也可用对象给出更多信息，例如 { column, type, denominator, covariate, winsorise, role }。不填则取结果列和金额列。",
        },
      ),
    ),
  guardrails: z
    .array(metricOption)
    .optional()
    .meta(
      text(
        { en: "Guardrails", "zh-CN": "护栏指标" },
        { en: "Columns that must not get worse, whatever the other metrics say.", "zh-CN": "无论其他指标如何，都不得变差的列。" },
      ),
    ),
  lowerIsBetter: z
    .array(z.string())
    .optional()
    .meta(
      text(
        { en: "Lower is better", "zh-CN": "越低越好" },
        {
          en: "Names of the metrics of which less is better, such as refunds or unsubscribed.",
          "zh-CN": "越低越好的指标，例如退款、退订。",
        },
      ),
    ),
  margin: z
    .number()
    .gt(0)
    .lt(1)
    .optional()
    .meta(
      text(
        { en: "Non-inferiority margin", "zh-CN": "非劣效界值" },
        {
          en: "Largest relative loss on a guardrail that is accepted, 0.02 is 2 %; without it a guardrail fails only on a clear loss.",
          "zh-CN": "护栏指标可接受的最大相对下降，0.02 即 2%；不填则仅在明显变差时判为未守住。",
        },
      ),
    ),
  covariate: columnOption({
    title: { en: "Covariate (CUPED)", "zh-CN": "协变量（CUPED）" },
    description: {
      en: "What a unit did before the test, such as earlier spend: makes the intervals of means and proportions narrower.",
      "zh-CN": "单位在实验开始前的行为，例如此前的消费，可使均值和比例的区间更窄。",
    },
  }),
  winsorise: z
    .number()
    .gt(0)
    .lt(1)
    .optional()
    .meta(
      text(
        { en: "Winsorise", "zh-CN": "缩尾" },
        {
          en: "Values of means and ratios above this quantile of all units are set to it, 0.99 caps the largest hundredth.",
          "zh-CN": "均值和比率指标中高于该分位数的值按该分位数计，0.99 即压缩最大的百分之一。",
        },
      ),
    ),
  missing: z
    .enum(["exclude", "zero"])
    .default("exclude")
    .meta(
      text(
        { en: "Missing values", "zh-CN": "缺失值" },
        {
          en: "exclude: a unit without a value takes no part in that metric. zero: it counts as 0.",
          "zh-CN": "exclude：没有值的单位不参与该指标。zero：按 0 计。",
        },
      ),
    ),
};

const designOptions = {
  control: z
    .string()
    .optional()
    .meta(
      text(
        { en: "Control", "zh-CN": "对照组" },
        {
          en: "The arm that the others are compared with; left out, it is found by names such as control, A or baseline.",
          "zh-CN": "其他组与之比较的组别；不填则按 control、A、对照组 等名称识别。",
        },
      ),
    ),
  ratio: z
    .array(z.number().positive())
    .min(2)
    .optional()
    .meta(
      text(
        { en: "Designed ratio", "zh-CN": "设计的分流比例" },
        {
          en: "Shares of the arms by design, control first and the others in the order of their names: [1, 1] or [50, 25, 25]; left out: equal.",
          "zh-CN": "按设计各组的比例，对照组在前，其余按名称排序：[1, 1] 或 [50, 25, 25]；不填则视为相等。",
        },
      ),
    ),
  segment: columnOption({
    title: { en: "Segment", "zh-CN": "细分" },
    description: { en: "Shows the effect for each value of this column.", "zh-CN": "按此列的取值分别展示效果。" },
  }),
  strata: columnOption({
    title: { en: "Strata", "zh-CN": "分层" },
    description: {
      en: "Post-stratification: the effect is weighted over the values of this column, which must be known before the test.",
      "zh-CN": "事后分层：按此列的取值加权计算效果，该列须在实验开始前已知。",
    },
  }),
  summary: z
    .union([
      z.boolean(),
      z.strictObject({
        units: z.string().optional(),
        conversions: z.string().optional(),
        sum: z.string().optional(),
        sumSquares: z.string().optional(),
        mean: z.string().optional(),
        standardDeviation: z.string().optional(),
        denominator: z.string().optional(),
        denominatorSquares: z.string().optional(),
        products: z.string().optional(),
      }),
    ])
    .optional()
    .meta(
      text(
        { en: "Summary table", "zh-CN": "汇总表" },
        {
          en: "true: one row is one arm, with its units and conversions, or its sum and sum of squares (or mean and standard deviation); an object names these columns. Left out: found by the columns.",
          "zh-CN": "true：每行为一个组别，含单位数和转化数，或合计与平方和（或均值与标准差）；也可用对象指明这些列。不填则按列名识别。",
        },
      ),
    ),
};

const planOptions = {
  plannedUnits: z
    .int()
    .positive()
    .optional()
    .meta(
      text(
        { en: "Planned units", "zh-CN": "计划样本量" },
        { en: "Units of all arms together that the test was planned for.", "zh-CN": "实验计划的总样本量（各组合计）。" },
      ),
    ),
  plannedStart: z.iso
    .date()
    .optional()
    .meta(
      text(
        { en: "Planned start", "zh-CN": "计划开始日期" },
        { en: "First day of the test; earlier rows take no part.", "zh-CN": "实验的第一天；更早的行不参与计算。" },
      ),
    ),
  plannedEnd: z.iso
    .date()
    .optional()
    .meta(
      text(
        { en: "Planned end", "zh-CN": "计划结束日期" },
        { en: "Last day of the test as planned, such as 2024-03-28.", "zh-CN": "计划的最后一天，例如 2024-03-28。" },
      ),
    ),
  looks: z
    .int()
    .min(1)
    .max(1000)
    .default(1)
    .meta(
      text(
        { en: "Looks", "zh-CN": "查看次数" },
        { en: "How often the result was looked at, this time included.", "zh-CN": "到目前为止查看结果的次数，含本次。" },
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
        { en: "Group-sequential: looks that the test was planned with.", "zh-CN": "成组序贯：计划的查看次数。" },
      ),
    ),
};

const methodOptions = {
  sequential: z
    .enum(["none", "confidence-sequence", "group-sequential"])
    .default("none")
    .meta(
      text(
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
      text(
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
      text(
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
      text(
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
      text(
        { en: "Confidence", "zh-CN": "置信水平" },
        { en: "Share of such intervals that hold the truth.", "zh-CN": "此类区间包含真值的比例。" },
      ),
    ),
  sides: z
    .enum(["two", "one"])
    .default("two")
    .meta(
      text(
        { en: "Sides", "zh-CN": "检验方向" },
        { en: "one: only an effect in the good direction counts.", "zh-CN": "one：只检验朝好的方向的效果。" },
      ),
    ),
  scale: z
    .enum(["absolute", "relative"])
    .default("absolute")
    .meta(
      text(
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
      text({ en: "Prior mean", "zh-CN": "先验均值" }, { en: "Relative lift expected before the test.", "zh-CN": "实验前预期的相对提升。" }),
    ),
  priorDeviation: z
    .number()
    .positive()
    .optional()
    .meta(
      text(
        { en: "Prior standard deviation", "zh-CN": "先验标准差" },
        {
          en: "How far relative lifts usually lie from the prior mean, 0.1 is 10 %; left out: the prior is flat.",
          "zh-CN": "相对提升通常偏离先验均值的程度，0.1 即 10%；不填则为无信息先验。",
        },
      ),
    ),
};

/** The options of an A/B test; each with its words in both languages. */
export const abTestOptions = z.object({ ...metricOptions, ...designOptions, ...planOptions, ...methodOptions });

/** The options with their defaults. */
export type AbTestSettings = Settings<typeof abTestOptions>;
