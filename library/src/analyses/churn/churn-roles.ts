import type { Column, Role } from "../../data/dataset.js";
import type { RoleNeeds } from "../analysis.js";

/**
 * The columns of churn. Either one row is one customer, with an outcome; or one row is an order or an event, with a customer and a date, and the
 * outcome is made from what comes after a day.
 */
export const churnRoles = {
  customer: {
    required: false,
    title: { en: "Customer", "zh-CN": "客户" },
    description: { en: "Who it is: an id that stays the same.", "zh-CN": "客户身份：固定不变的编号。" },
  },
  outcome: {
    required: false,
    title: { en: "Outcome", "zh-CN": "结果" },
    description: {
      en: "Whether the customer left; without it, a customer and a date are needed.",
      "zh-CN": "客户是否流失；没有此列时需要客户列和日期列。",
    },
  },
  date: {
    required: false,
    title: { en: "Date", "zh-CN": "日期" },
    description: {
      en: "When the order or the event of a log happened. In a table of customers, dates are features.",
      "zh-CN": "订单或事件发生的时间（流水数据）。客户表中的日期列作为特征使用。",
    },
  },
  amount: {
    required: false,
    title: { en: "Amount", "zh-CN": "金额" },
    description: {
      en: "What a row of a log is worth; otherwise quantity times price.",
      "zh-CN": "流水中该行的金额；没有此列时用数量乘以单价。",
    },
  },
  quantity: {
    required: false,
    title: { en: "Quantity", "zh-CN": "数量" },
    description: { en: "Pieces in a row of a log.", "zh-CN": "流水中该行的件数。" },
  },
  price: {
    required: false,
    title: { en: "Unit price", "zh-CN": "单价" },
    description: { en: "Price of one piece in a log.", "zh-CN": "流水中的单件价格。" },
  },
  order: {
    required: false,
    title: { en: "Order", "zh-CN": "订单" },
    description: { en: "The order that a row of a log belongs to.", "zh-CN": "流水中该行所属的订单编号。" },
  },
  product: {
    required: false,
    title: { en: "Product", "zh-CN": "商品" },
    description: { en: "What was bought in a row of a log.", "zh-CN": "流水中该行购买的商品。" },
  },
  channel: {
    required: false,
    title: { en: "Channel", "zh-CN": "渠道" },
    description: { en: "Where a row of a log came from.", "zh-CN": "流水中该行的来源渠道。" },
  },
  event: {
    required: false,
    title: { en: "Event", "zh-CN": "事件" },
    description: { en: "What happened in a row of a log; any event counts as activity.", "zh-CN": "流水中发生的事件；任何事件都算活跃。" },
  },
} as const satisfies RoleNeeds;

export type ChurnNeeds = typeof churnRoles;

type Found = Readonly<Partial<Record<Role, Column>>>;

/**
 * Roles that say nothing beside the others: a table with an outcome has none of a log (its dates and amounts are features), and a log has no
 * outcome. Where both could be meant it is a table, unless days of silence are asked for.
 */
export function unusedRoles({ outcome, customer, date }: Found, { days }: { readonly days?: number | undefined }): (keyof ChurnNeeds)[] {
  if (!outcome) return [];
  if (days !== undefined && customer && date) return ["outcome"];
  return ["date", "amount", "quantity", "price", "order", "product", "channel", "event"];
}
