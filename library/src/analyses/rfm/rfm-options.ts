import { z } from "zod";
import type { Text } from "../../language/language.js";
import type { RoleNeeds, Settings } from "../analysis.js";
import { optionConflict } from "../errors.js";
import { rfmTitle } from "./title.js";

const text = (title: Text, description: Text) => ({ "x-text": { title, description } });

/** The columns of RFM. One row is one order, or one line of an order when there is an order column. */
export const rfmRoles = {
  customer: {
    required: true,
    title: { en: "Customer", "zh-CN": "客户" },
    description: { en: "Who bought: an id or a name that stays the same.", "zh-CN": "购买者：固定不变的编号或名称。" },
  },
  date: {
    required: true,
    title: { en: "Order date", "zh-CN": "下单日期" },
    description: { en: "When the order was placed.", "zh-CN": "下单的日期或时间。" },
  },
  amount: {
    required: false,
    title: { en: "Amount", "zh-CN": "金额" },
    description: { en: "What the row is worth; otherwise quantity times price.", "zh-CN": "该行的金额；没有此列时用数量乘以单价。" },
  },
  quantity: {
    required: false,
    title: { en: "Quantity", "zh-CN": "数量" },
    description: { en: "Pieces in the row, used where there is no amount.", "zh-CN": "该行的件数，没有金额列时使用。" },
  },
  price: {
    required: false,
    title: { en: "Unit price", "zh-CN": "单价" },
    description: { en: "Price of one piece, used where there is no amount.", "zh-CN": "单件价格，没有金额列时使用。" },
  },
  order: {
    required: false,
    title: { en: "Order", "zh-CN": "订单" },
    description: {
      en: "The order that a row belongs to; without it every row counts as one order.",
      "zh-CN": "该行所属的订单编号；没有此列时每行计为一笔订单。",
    },
  },
} as const satisfies RoleNeeds;

export type RfmNeeds = typeof rfmRoles;

/** The options of RFM; each with its words in both languages. */
export const rfmOptions = z.object({
  groups: z
    .int()
    .min(3)
    .max(5)
    .default(5)
    .meta(
      text(
        { en: "Groups per score", "zh-CN": "每项得分的组数" },
        { en: "How many groups each score has, 3 to 5.", "zh-CN": "每项得分分为几组，3 到 5。" },
      ),
    ),
  scores: z
    .enum(["quantile", "rank"])
    .default("quantile")
    .meta(
      text(
        { en: "Scores", "zh-CN": "打分方式" },
        {
          en: "quantile: equal values always get equal scores. rank: groups of equal size, ties by customer id.",
          "zh-CN": "quantile：数值相同则得分相同。rank：各组人数相等，数值相同时按客户编号排序。",
        },
      ),
    ),
  segments: z
    .enum(["eleven", "eight", "rfm-R"])
    .default("eleven")
    .meta(
      text(
        { en: "Segments", "zh-CN": "分群方案" },
        {
          en: "Names for the scores: eleven or eight segments, or the ten of the R package rfm.",
          "zh-CN": "得分对应的分群：十一类、八类，或 R 语言 rfm 包的十类。",
        },
      ),
    ),
  cancellations: z
    .enum(["exclude", "net"])
    .default("exclude")
    .meta(
      text(
        { en: "Cancellations", "zh-CN": "取消订单" },
        {
          en: "exclude: cancelled rows take no part. net: they are taken off what the customer spent.",
          "zh-CN": "exclude：取消的行不参与计算。net：从该客户的消费金额中扣减。",
        },
      ),
    ),
  compat: z
    .enum(["rfm-R"])
    .optional()
    .meta(
      text(
        { en: "Same as", "zh-CN": "兼容模式" },
        {
          en: "rfm-R: scores and segments exactly as the R package rfm 0.3.0 gives them.",
          "zh-CN": "rfm-R：得分与分群与 R 语言 rfm 包 0.3.0 完全一致。",
        },
      ),
    ),
});

/** The options with their defaults, and the day to count from when one was given. */
export type RfmSettings = Settings<typeof rfmOptions>;

/**
 * The options as they are applied: `compat: "rfm-R"` decides on scores, groups and segments.
 *
 * @throws DataError `option-conflict` when another option contradicts it
 */
export function settle(options: RfmSettings): RfmSettings {
  if (options.compat === undefined) return options;
  const decided = { groups: [5], scores: ["quantile"], segments: ["rfm-R", "eleven"] } as const;
  for (const option of ["groups", "scores", "segments"] as const) {
    if (!(decided[option] as readonly unknown[]).includes(options[option])) {
      throw optionConflict({
        analysis: rfmTitle,
        option,
        found: String(options[option]),
        other: 'compat: "rfm-R"',
        needed: String(decided[option][0]),
      });
    }
  }
  return { ...options, segments: "rfm-R" };
}
