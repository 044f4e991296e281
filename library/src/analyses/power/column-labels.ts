import type { ColumnLabels } from "../../tables/html-table.js";
import type { PowerValues } from "./values.js";

/** How the tables of weeks and of prices are headed. */
export const columnLabels = (_values: PowerValues): ColumnLabels => ({
  week: { title: { en: "Week", "zh-CN": "周" } },
  units: { title: { en: "Users in all", "zh-CN": "总用户数" } },
  smallestArm: { title: { en: "Users in the smallest arm", "zh-CN": "最小组用户数" } },
  powerPercent: { title: { en: "Power (%)", "zh-CN": "统计功效（%）" } },
  detectablePercent: { title: { en: "Smallest effect found (%)", "zh-CN": "最小可检测效果（%）" } },
  detectableAbsolute: { title: { en: "Smallest effect found (absolute)", "zh-CN": "最小可检测效果（绝对值）" } },
  detectableLevel: { title: { en: "Level it would reach", "zh-CN": "达到的水平" } },
  times: { title: { en: "Times the effect", "zh-CN": "期望效果的倍数" } },
  effectPercent: { title: { en: "Effect (%)", "zh-CN": "效果（%）" } },
  effectAbsolute: { title: { en: "Effect (absolute)", "zh-CN": "效果（绝对值）" } },
  effectLevel: { title: { en: "Level it would reach", "zh-CN": "达到的水平" } },
  total: { title: { en: "Users in all", "zh-CN": "总用户数" } },
  weeks: { title: { en: "Weeks", "zh-CN": "周数" } },
});
