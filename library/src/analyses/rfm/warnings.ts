import type { Text } from "../../language/language.js";
import { texts } from "../texts.js";
import { describeSetAside } from "../set-aside.js";
import type { RfmValues } from "./values.js";

/** What the three measures are called. */
export const measureNames = {
  recency: { en: "recency", "zh-CN": "最近一次消费" },
  frequency: { en: "frequency", "zh-CN": "消费频率" },
  monetary: { en: "monetary", "zh-CN": "消费金额" },
} as const satisfies Record<keyof RfmValues["scoreSizes"], Text>;

/** Every warning of RFM, the languages side by side. */
export const rfmWarnings = {
  oneCustomer: (): Text => ({
    en: "There is one customer only: nothing can be compared, and the scores mean nothing.",
    "zh-CN": "只有一名客户，无从比较，得分没有意义。",
  }),
  fewCustomers: (customers: number): Text =>
    texts(
      (f) => `Too few to tell (n = ${f.count(customers)}): with fewer than 30 customers one of them moves every share.`,
      (f) => `样本太少，无法判断（n=${f.count(customers)}）：客户不足 30 名时，一名客户就会改变各项占比。`,
    ),
  noSpread: (customers: number): Text =>
    texts(
      (f) => `All ${f.count(customers)} customers have the same recency, frequency and monetary value: the data cannot rank them.`,
      (f) => `${f.count(customers)} 名客户的最近一次消费、消费频率和消费金额完全相同，数据无法区分高低。`,
    ),
  ties: (measure: Text, used: number, groups: number): Text => ({
    en: `Many customers share the same ${measure.en} value, so its score has ${used} of ${groups} groups; equal values are never pulled apart.`,
    "zh-CN": `许多客户的${measure["zh-CN"]}数值相同，该项得分只用到 ${groups} 组中的 ${used} 组；相同的数值不会被拆开。`,
  }),
  staleData: (values: RfmValues, days: number): Text =>
    texts(
      (f) =>
        `The last order is ${f.count(days)} days older than ${f.date(values.asOf)}: every customer looks less recent than they may be.`,
      (f) => `最后一笔订单比截止日期 ${f.date(values.asOf)} 早 ${f.count(days)} 天，所有客户看起来都比实际更久未消费。`,
    ),
  shortPeriod: (days: number): Text =>
    texts(
      (f) =>
        `The orders cover ${days === 1 ? "one day" : `${f.count(days)} days`}: too short for customers to show whether they come back.`,
      (f) => `订单只覆盖 ${f.count(days)} 天，时间太短，看不出客户是否会再次购买。`,
    ),
  withoutCustomer: (share: number, rows: number): Text =>
    texts(
      (f) => `${f.percent(share)} of revenue (${f.count(rows)} rows) belongs to no customer id and is in no segment.`,
      (f) => `有 ${f.percent(share)} 的收入（${f.count(rows)} 行）没有客户编号，未计入任何分群。`,
    ),
  cancellations: (share: number, rows: number): Text =>
    texts(
      (f) =>
        `Cancelled rows are large: ${f.count(rows)} rows, worth ${f.percent(share)} of what was sold. Compare with cancellations: "net".`,
      (f) => `取消的规模较大：${f.count(rows)} 行，金额相当于销售额的 ${f.percent(share)}。可设 cancellations: "net" 作对比。`,
    ),
  rowsNotUsed: ({ rows, setAside }: RfmValues): Text => {
    const kinds = describeSetAside(setAside);
    return texts(
      (f) => `${f.count(rows.read - rows.used)} of ${f.count(rows.read)} rows take no part: ${kinds.en}.`,
      (f) => `${f.count(rows.read)} 行中有 ${f.count(rows.read - rows.used)} 行未参与计算：${kinds["zh-CN"]}。`,
    );
  },
  repeatedRows: (rows: number): Text =>
    texts(
      (f) =>
        rows === 1
          ? "One row repeats another one in every column; it is counted twice."
          : `${f.count(rows)} rows repeat another one in every column; they are counted as they stand.`,
      (f) => `有 ${f.count(rows)} 行与其他行的所有列完全相同，均按原样计入。`,
    ),
} as const;
