import type { Text } from "../../language/language.js";
import { texts } from "../texts.js";
import { repeatedCellLimit, type ReducedOrders } from "./reduce.js";
import type { RfmSettings } from "./rfm-options.js";
import type { SegmentMap } from "./segments/segment-map.js";
import type { RfmValues } from "./values.js";

export interface AssumptionFacts {
  readonly values: RfmValues;
  readonly reduced: ReducedOrders;
  readonly options: RfmSettings;
  readonly map: SegmentMap;
}

/** What was assumed on the way to the numbers, in the order in which it matters. */
export const assumptions = (facts: AssumptionFacts): Text[] => [
  recency(facts),
  frequency(facts),
  monetary(facts),
  cancellations(facts),
  scores(facts),
  facts.map.rule,
  intervals,
  ...(facts.reduced.repeatedRows === undefined ? [repeatedRowsUnknown] : []),
];

const recency = ({ values, options }: AssumptionFacts): Text =>
  options.asOf === undefined
    ? texts(
        (f) => `Recency counts whole days back from ${f.date(values.asOf)}, the day after the last order.`,
        (f) => `最近一次消费按整天计算，截止日期为 ${f.date(values.asOf)}，即最后一笔订单的次日。`,
      )
    : texts(
        (f) => `Recency counts whole days back from ${f.date(values.asOf)}; orders after that day take no part.`,
        (f) => `最近一次消费按整天计算，截止日期为 ${f.date(values.asOf)}；此后的订单不参与计算。`,
      );

const frequency = ({ reduced }: AssumptionFacts): Text =>
  reduced.frequencyCounts === "orders"
    ? {
        en: "Frequency is the number of different orders of a customer; rows of one order count once.",
        "zh-CN": "消费频率为客户的不同订单数，同一订单的多行只计一次。",
      }
    : {
        en: "Frequency is the number of rows of a customer, because no order column was used: each row counts as one order.",
        "zh-CN": "未使用订单列，消费频率为客户的行数，每行计为一笔订单。",
      };

const monetary = ({ reduced }: AssumptionFacts): Text =>
  reduced.amountIs === "amount"
    ? { en: "Monetary is the sum of a customer's amounts in the period.", "zh-CN": "消费金额为客户在统计期内的金额合计。" }
    : {
        en: "Monetary is the sum of quantity times unit price of a customer in the period.",
        "zh-CN": "消费金额为客户在统计期内“数量 × 单价”的合计。",
      };

const cancellations = ({ options }: AssumptionFacts): Text =>
  options.cancellations === "net"
    ? {
        en: "Cancelled rows (a negative amount or quantity, or an order id with C before it) are taken off what the customer spent; they count neither as orders nor for recency.",
        "zh-CN": "取消的行（金额或数量为负，或订单编号以 C 开头）从客户的消费金额中扣减，不计入消费频率和最近一次消费。",
      }
    : {
        en: "Cancelled rows (a negative amount or quantity, or an order id with C before it) take no part; they are counted among the rows set aside.",
        "zh-CN": "取消的行（金额或数量为负，或订单编号以 C 开头）不参与计算，并计入搁置的行。",
      };

function scores({ options }: AssumptionFacts): Text {
  const { groups } = options;
  if (options.compat === "rfm-R") {
    return {
      en: "Scores compare with the quantiles (type 7) plus one, as the R package rfm does; a value that equals an edge belongs to the group above it.",
      "zh-CN": "得分与 R 语言 rfm 包一致：以分位数（第 7 类）加 1 为界，等于界值者归入上一组。",
    };
  }
  if (options.scores === "rank") {
    return {
      en: `Scores cut the ranks of the customers into ${groups} groups of equal size; equal values are ranked by customer id and may get different scores.`,
      "zh-CN": `得分按客户排名等分为 ${groups} 组；数值相同者按客户编号排序，得分可能不同。`,
    };
  }
  return {
    en: `Scores have ${groups} groups with quantiles (type 7) as edges; a value that equals an edge belongs to the group above it, the smallest value to the lowest group, and equal values always share a score.`,
    "zh-CN": `得分以分位数（第 7 类）为界分为 ${groups} 组；等于界值者归入上一组，最小值归入最低组，数值相同则得分相同。`,
  };
}

const intervals: Text = {
  en: "Intervals are 95 % and treat the customers as a sample of such customers: Wilson for shares of customers, influence functions for shares of revenue and the Gini coefficient. The best 10 and 20 % are the first ⌊share × customers⌋ by monetary value.",
  "zh-CN":
    "区间均为 95% 置信区间，把现有客户视为同类客户的一个样本：客户占比用 Wilson 区间，收入占比与基尼系数用影响函数。前 10% 与前 20% 指按消费金额排序的前 ⌊比例 × 客户数⌋ 名客户。",
};

const repeatedRowsUnknown: Text = texts(
  (f) => `Whether rows repeat each other was not looked at, because the data have more than ${f.count(repeatedCellLimit)} cells.`,
  (f) => `数据超过 ${f.count(repeatedCellLimit)} 个单元格，未检查是否有重复的行。`,
);
