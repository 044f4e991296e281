import { z } from "zod";
import { text } from "./option-text.js";

/** What is measured: the kind of the metric and what is known of it from past data. */
export const metricOptions = {
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
