import { positionOf, type Scores, type Segment, type SegmentMap } from "./segment-map.js";

const segments: readonly Segment[] = [
  { id: "champions", name: { en: "Champions", "zh-CN": "冠军客户" } },
  { id: "loyal", name: { en: "Loyal", "zh-CN": "忠诚客户" } },
  { id: "potential-loyalists", name: { en: "Potential loyalists", "zh-CN": "潜在忠诚客户" } },
  { id: "new", name: { en: "New", "zh-CN": "新客户" } },
  { id: "promising", name: { en: "Promising", "zh-CN": "有潜力客户" } },
  { id: "need-attention", name: { en: "Need attention", "zh-CN": "需关注客户" } },
  { id: "about-to-sleep", name: { en: "About to sleep", "zh-CN": "即将沉睡客户" } },
  { id: "at-risk", name: { en: "At risk", "zh-CN": "流失风险客户" } },
  { id: "cant-lose-them", name: { en: "Can't lose them", "zh-CN": "不可流失客户" } },
  { id: "hibernating", name: { en: "Hibernating", "zh-CN": "沉睡客户" } },
  { id: "lost", name: { en: "Lost", "zh-CN": "已流失客户" } },
];

/**
 * One row per recency level 5 to 1, one column per level of value: under 2, 2 to under 3, 3 to under 4, 4 and above.
 * A row reads: how recent they are, then from the least to the most valuable.
 */
const grid: Readonly<Record<number, readonly [string, string, string, string]>> = {
  5: ["new", "potential-loyalists", "loyal", "champions"],
  4: ["promising", "potential-loyalists", "loyal", "champions"],
  3: ["about-to-sleep", "need-attention", "loyal", "loyal"],
  2: ["hibernating", "about-to-sleep", "at-risk", "at-risk"],
  1: ["lost", "hibernating", "at-risk", "cant-lose-them"],
};

/** A score (or a mean of two) on the scale of 1 to 5, whatever the number of groups. */
const onFive = (score: number, groups: number): number => 1 + ((score - 1) * 4) / (groups - 1);

function assign({ recency, frequency, monetary, groups }: Scores): number {
  const row = grid[Math.round(onFive(recency, groups))];
  const value = onFive((frequency + monetary) / 2, groups);
  return positionOf(segments, row?.[Math.min(3, Math.max(0, Math.floor(value + 1e-9) - 1))] ?? "");
}

/** Eleven segments by recency and by value, the mean of the frequency and monetary scores. */
export const eleven: SegmentMap = {
  id: "eleven",
  segments,
  rule: {
    en: "Each customer has one of eleven segments, by the recency score and the mean of the frequency and monetary scores, both on a scale of 1 to 5. With four groups per score nobody can be Need attention, with three nobody Promising.",
    "zh-CN":
      "按最近一次消费得分，以及消费频率与消费金额得分的均值（均折算为 1–5 分），每位客户归入十一个分群之一。得分为四组时不会出现需关注客户，三组时不会出现有潜力客户。",
  },
  assign,
};
