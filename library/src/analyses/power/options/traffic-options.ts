import { z } from "zod";
import { text } from "./option-text.js";

/** Who takes part, and how they are shared among the arms. */
export const trafficOptions = {
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
    .optional()
    .meta(
      text(
        { en: "Planned weeks", "zh-CN": "计划周数" },
        {
          en: "How long the test may run: what it can find in this time is shown; 4 weeks where no effect is given.",
          "zh-CN": "实验可以运行多久，结果会给出这段时间内能检测到的效果；未填效果时按 4 周计。",
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
