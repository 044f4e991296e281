import type { RoleNeeds } from "../analysis.js";

/** The columns of an A/B test. One row is one unit, one event of a unit, or one arm of a summary table. */
export const abTestRoles = {
  variant: {
    required: true,
    title: { en: "Arm", "zh-CN": "实验组别" },
    description: { en: "The arm that the unit was put into.", "zh-CN": "该单位被分入的组别。" },
  },
  customer: {
    required: false,
    title: { en: "Unit", "zh-CN": "实验单位" },
    description: {
      en: "Who was put into an arm: an id of the visitor or customer; without it every row is a unit of its own.",
      "zh-CN": "被分组的对象：访客或客户编号；没有此列时每行视为一个独立单位。",
    },
  },
  date: {
    required: false,
    title: { en: "Date", "zh-CN": "日期" },
    description: { en: "When the unit entered, or when the event happened.", "zh-CN": "该单位进入实验或事件发生的时间。" },
  },
  outcome: {
    required: false,
    title: { en: "Outcome", "zh-CN": "结果" },
    description: {
      en: "Whether the unit converted; the first metric where no metrics are named.",
      "zh-CN": "该单位是否转化；未指定指标时作为主要指标。",
    },
  },
  amount: {
    required: false,
    title: { en: "Amount", "zh-CN": "金额" },
    description: {
      en: "What the unit spent; a metric where no metrics are named.",
      "zh-CN": "该单位的消费金额；未指定指标时作为指标之一。",
    },
  },
} as const satisfies RoleNeeds;

export type AbTestNeeds = typeof abTestRoles;
