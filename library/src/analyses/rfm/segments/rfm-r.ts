import type { Scores, Segment, SegmentMap } from "./segment-map.js";

type Range = readonly [low: number, high: number];

interface Rule extends Segment {
  readonly recency: Range;
  /** The range of the frequency score and of the monetary score alike. */
  readonly value: Range;
}

/** Names and bounds as the R package rfm documents them (0.2.0, vignette "RFM customer level data"). */
const rules: readonly Rule[] = [
  { id: "champions", name: { en: "Champions", "zh-CN": "冠军客户" }, recency: [4, 5], value: [4, 5] },
  { id: "loyal-customers", name: { en: "Loyal Customers", "zh-CN": "忠诚客户" }, recency: [2, 5], value: [3, 5] },
  { id: "potential-loyalist", name: { en: "Potential Loyalist", "zh-CN": "潜在忠诚客户" }, recency: [3, 5], value: [1, 3] },
  { id: "new-customers", name: { en: "New Customers", "zh-CN": "新客户" }, recency: [4, 5], value: [1, 1] },
  { id: "promising", name: { en: "Promising", "zh-CN": "有潜力客户" }, recency: [3, 4], value: [1, 1] },
  { id: "need-attention", name: { en: "Need Attention", "zh-CN": "需关注客户" }, recency: [2, 3], value: [2, 3] },
  { id: "about-to-sleep", name: { en: "About To Sleep", "zh-CN": "即将沉睡客户" }, recency: [2, 3], value: [1, 2] },
  { id: "at-risk", name: { en: "At Risk", "zh-CN": "流失风险客户" }, recency: [1, 2], value: [2, 5] },
  { id: "cant-lose-them", name: { en: "Can't Lose Them", "zh-CN": "不可流失客户" }, recency: [1, 1], value: [4, 5] },
  { id: "lost", name: { en: "Lost", "zh-CN": "已流失客户" }, recency: [1, 2], value: [1, 2] },
];

const segments: readonly Segment[] = [
  ...rules.map(({ id, name }) => ({ id, name })),
  { id: "others", name: { en: "Others", "zh-CN": "其他客户" } },
];

const isWithin = (score: number, [low, high]: Range): boolean => score >= low && score <= high;

/** The first rule that fits, else Others. The bounds are made for five groups. */
function assign({ recency, frequency, monetary }: Scores): number {
  const first = rules.findIndex(
    (rule) => isWithin(recency, rule.recency) && isWithin(frequency, rule.value) && isWithin(monetary, rule.value),
  );
  return first < 0 ? rules.length : first;
}

/** The ten segments of the R package rfm, and Others for the combinations that its bounds leave out. */
export const rfmR: SegmentMap = {
  id: "rfm-R",
  segments,
  rule: {
    en: "Each customer has the first of the ten segments of the R package rfm (bounds of version 0.2) that fits all three scores; customers that none fits are Others.",
    "zh-CN": "按 R 语言 rfm 包（0.2 版的界值）的十个分群依次匹配三项得分，取第一个符合者；均不符合的客户归入“其他客户”。",
  },
  assign,
};
