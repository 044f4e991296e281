import { z } from "zod";
import { optionText } from "./option-text.js";

/** Options on when the test ends and how often it was looked at. */
export const planOptions = {
  plannedUnits: z
    .int()
    .positive()
    .optional()
    .meta(
      optionText(
        { en: "Planned units", "zh-CN": "计划样本量" },
        { en: "Units of all arms together that the test was planned for.", "zh-CN": "实验计划的总样本量（各组合计）。" },
      ),
    ),
  plannedStart: z.iso
    .date()
    .optional()
    .meta(
      optionText(
        { en: "Planned start", "zh-CN": "计划开始日期" },
        { en: "First day of the test; earlier rows take no part.", "zh-CN": "实验的第一天；更早的行不参与计算。" },
      ),
    ),
  plannedEnd: z.iso
    .date()
    .optional()
    .meta(
      optionText(
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
      optionText(
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
      optionText(
        { en: "Planned looks", "zh-CN": "计划查看次数" },
        { en: "Group-sequential: looks that the test was planned with.", "zh-CN": "成组序贯：计划的查看次数。" },
      ),
    ),
};
