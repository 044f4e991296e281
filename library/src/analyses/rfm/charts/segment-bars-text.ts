import type { SegmentValues } from "../values.js";
import { alone, isAlone, population, say } from "./chart-text.js";

/** The sentences of the segment bars; `best` is the segment that is singled out. */
export const title = say<[SegmentValues | undefined]>({
  en: (words, best) => {
    const { values, percent } = words;
    if (!best || isAlone(words, best)) return alone.en(words, best);
    if (values.revenue <= 0)
      return `No segment brings revenue; "${best.name.en}" is the largest with ${percent(best.customerShare.value)} of customers`;
    return `${percent(best.revenueShare.value)} of revenue comes from "${best.name.en}", who are ${percent(best.customerShare.value)} of customers`;
  },
  "zh-CN": (words, best) => {
    const { values, percent } = words;
    if (!best || isAlone(words, best)) return alone["zh-CN"](words, best);
    if (values.revenue <= 0) return `各分群均无收入；“${best.name["zh-CN"]}”人数最多，占客户的 ${percent(best.customerShare.value)}`;
    return `“${best.name["zh-CN"]}”占客户的 ${percent(best.customerShare.value)}，贡献了 ${percent(best.revenueShare.value)} 的收入`;
  },
});

export const subtitle = say<[]>({
  en: (words) =>
    `Share of customers and of revenue (${words.compact(words.values.revenue)} in all); lines are 95 % intervals; ${population.en(words)}`,
  "zh-CN": (words) =>
    `各分群的客户占比与收入占比（总收入 ${words.compact(words.values.revenue)}）；细线为 95% 置信区间；${population["zh-CN"](words)}`,
});

export const description = say<[]>({
  en: ({ values, percent }) =>
    `Bars per segment, share of customers and of revenue: ${values.segments.map(({ name, customerShare, revenueShare }) => `${name.en} ${percent(customerShare.value)} and ${percent(revenueShare.value)}`).join("; ")}.`,
  "zh-CN": ({ values, percent }) =>
    `各分群的客户占比与收入占比：${values.segments.map(({ name, customerShare, revenueShare }) => `${name["zh-CN"]} ${percent(customerShare.value)}、${percent(revenueShare.value)}`).join("；")}。`,
});

export const words = {
  en: { customers: "Customers", revenue: "Revenue", segment: "Segment", share: "Share", interval: "95 % interval", small: "n < 30" },
  "zh-CN": { customers: "客户", revenue: "收入", segment: "分群", share: "占比", interval: "95% 置信区间", small: "n<30" },
};
