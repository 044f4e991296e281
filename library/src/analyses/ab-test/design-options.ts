import { z } from "zod";
import { columnOption } from "../column-option.js";
import { optionText } from "./option-text.js";

/** Options on how the test was designed and what its table looks like. */
export const designOptions = {
  control: z
    .string()
    .optional()
    .meta(
      optionText(
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
      optionText(
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
      optionText(
        { en: "Summary table", "zh-CN": "汇总表" },
        {
          en: "true: one row is one arm, with its units and conversions, or its sum and sum of squares (or mean and standard deviation); an object names these columns. Left out: found by the columns.",
          "zh-CN": "true：每行为一个组别，含单位数和转化数，或合计与平方和（或均值与标准差）；也可用对象指明这些列。不填则按列名识别。",
        },
      ),
    ),
};
