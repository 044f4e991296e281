import type { Scores, Segment, SegmentMap } from "./segment-map.js";

/** In the order of `assign`: monetary high before low, then recency, then frequency. */
const segments: readonly Segment[] = [
  { id: "champions", name: { en: "Champions", "zh-CN": "重要价值客户" } },
  { id: "high-value-newcomers", name: { en: "High-value newcomers", "zh-CN": "重要发展客户" } },
  { id: "high-value-drifting", name: { en: "High-value, drifting", "zh-CN": "重要保持客户" } },
  { id: "high-value-at-risk", name: { en: "High-value, at risk", "zh-CN": "重要挽留客户" } },
  { id: "regulars", name: { en: "Regulars", "zh-CN": "一般价值客户" } },
  { id: "newcomers", name: { en: "Newcomers", "zh-CN": "一般发展客户" } },
  { id: "low-value-drifting", name: { en: "Low-value, drifting", "zh-CN": "一般保持客户" } },
  { id: "low-value-lost", name: { en: "Low-value, lost", "zh-CN": "一般挽留客户" } },
];

function assign({ recency, frequency, monetary, groups }: Scores): number {
  const isLow = (score: number) => (score > (groups + 1) / 2 ? 0 : 1);
  return 4 * isLow(monetary) + 2 * isLow(recency) + isLow(frequency);
}

/** Eight segments by high or low recency, frequency and monetary scores. */
export const eight: SegmentMap = {
  id: "eight",
  segments,
  rule: {
    en: "Each customer has one of eight segments, by whether each score is high: above the middle of its scale (above 3 of 5).",
    "zh-CN": "按三项得分的高低，每位客户归入八个分群之一；得分高于量表中点（5 分制中高于 3 分）为高。",
  },
  assign,
};
