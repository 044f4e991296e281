import { z } from "zod";
import { columnOption } from "../column-option.js";
import { metricOption } from "./metric-option.js";
import { optionText } from "./option-text.js";

/** Options on what is compared. */
export const metricOptions = {
  metrics: z
    .array(metricOption)
    .min(1)
    .optional()
    .meta(
      optionText(
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
      optionText(
        { en: "Guardrails", "zh-CN": "护栏指标" },
        { en: "Columns that must not get worse, whatever the other metrics say.", "zh-CN": "无论其他指标如何，都不得变差的列。" },
      ),
    ),
  lowerIsBetter: z
    .array(z.string())
    .optional()
    .meta(
      optionText(
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
      optionText(
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
      optionText(
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
      optionText(
        { en: "Missing values", "zh-CN": "缺失值" },
        {
          en: "exclude: a unit without a value takes no part in that metric. zero: it counts as 0.",
          "zh-CN": "exclude：没有值的单位不参与该指标。zero：按 0 计。",
        },
      ),
    ),
};
