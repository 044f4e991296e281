import type { ColumnLabels } from "../../tables/html-table.js";

const level = { en: "Level it would reach", "zh-CN": "达到的水平" };
const levelPercent = { en: "Level it would reach (%)", "zh-CN": "达到的水平（%）" };

/** How the tables of weeks and of prices are headed. */
export const columnLabels: ColumnLabels = {
  week: { title: { en: "Week", "zh-CN": "周" } },
  units: { title: { en: "Users in all", "zh-CN": "总用户数" } },
  smallestArm: { title: { en: "Users in the smallest arm", "zh-CN": "最小组用户数" } },
  powerPercent: { title: { en: "Power (%)", "zh-CN": "统计功效（%）" } },
  detectablePercent: { title: { en: "Smallest effect found (%)", "zh-CN": "最小可检测效果（%）" } },
  detectablePoints: { title: { en: "Smallest effect found (points)", "zh-CN": "最小可检测效果（百分点）" } },
  detectableLevelPercent: { title: levelPercent },
  detectableAbsolute: { title: { en: "Smallest effect found (absolute)", "zh-CN": "最小可检测效果（绝对值）" } },
  detectableLevel: { title: level },
  times: { title: { en: "Times the effect", "zh-CN": "期望效果的倍数" } },
  effectPercent: { title: { en: "Effect (%)", "zh-CN": "效果（%）" } },
  effectPoints: { title: { en: "Effect (points)", "zh-CN": "效果（百分点）" } },
  effectLevelPercent: { title: levelPercent },
  effectAbsolute: { title: { en: "Effect (absolute)", "zh-CN": "效果（绝对值）" } },
  effectLevel: { title: level },
  total: { title: { en: "Users in all", "zh-CN": "总用户数" } },
  weeks: { title: { en: "Weeks", "zh-CN": "周数" } },
};
