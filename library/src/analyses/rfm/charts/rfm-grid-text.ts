import type { GridCell } from "../values.js";
import { population, say } from "./chart-text.js";

export const title = say<[GridCell | undefined]>({
  en: ({ values, percent, count }, best) => {
    if (!best || best.customers === 0) return "There are no customers to score";
    if (best.customers === values.customers)
      return `All customers (${count(best.customers)}) have the same scores: recency ${best.recency}, frequency ${best.frequency}`;
    const customers = percent(best.customers / values.customers);
    const where =
      best.recency === values.groups && best.frequency === values.groups
        ? "who bought most recently and most often"
        : `with recency score ${best.recency} and frequency score ${best.frequency}`;
    if (values.revenue <= 0) return `Most customers of one cell, ${count(best.customers)} (${customers}), are those ${where}`;
    return `${percent(best.revenue / values.revenue)} of revenue comes from the ${customers} of customers ${where}`;
  },
  "zh-CN": ({ values, percent, count }, best) => {
    if (!best || best.customers === 0) return "没有可以评分的客户";
    if (best.customers === values.customers)
      return `全部 ${count(best.customers)} 名客户得分相同：最近一次消费 ${best.recency} 分、消费频率 ${best.frequency} 分`;
    const customers = percent(best.customers / values.customers);
    const who =
      best.recency === values.groups && best.frequency === values.groups
        ? "最近刚消费且消费最频繁的客户"
        : `最近一次消费 ${best.recency} 分、消费频率 ${best.frequency} 分的客户`;
    if (values.revenue <= 0) return `${who}最多：${count(best.customers)} 名，占 ${customers}`;
    return `${who}占客户的 ${customers}，贡献了 ${percent(best.revenue / values.revenue)} 的收入`;
  },
});

export const subtitle = say<[]>({
  en: (words) => `Customers (large) and revenue (small, and colour) by score; ${population.en(words)}`,
  "zh-CN": (words) => `各得分组合的客户数（大字）与收入（小字和颜色）；${population["zh-CN"](words)}`,
});

export const description = say<[GridCell | undefined]>({
  en: ({ values, compact }, best) =>
    `Grid of ${values.groups} recency scores by ${values.groups} frequency scores; best customers top right. ` +
    `The cell with most revenue is recency ${best?.recency ?? "–"}, frequency ${best?.frequency ?? "–"}: ${compact(best?.customers)} customers, ${compact(best?.revenue)} revenue.`,
  "zh-CN": ({ values, compact }, best) =>
    `${values.groups}×${values.groups} 网格：横轴为最近一次消费得分，纵轴为消费频率得分，右上角为最佳客户。` +
    `收入最高的格子为最近一次消费 ${best?.recency ?? "–"} 分、消费频率 ${best?.frequency ?? "–"} 分：${compact(best?.customers)} 名客户，收入 ${compact(best?.revenue)}。`,
});

export const words = {
  en: {
    recency: "Recency score: the higher, the more recent →",
    frequency: "↑ Frequency score: the higher, the more often",
    customers: "Customers",
    revenue: "Revenue",
    r: "Recency score",
    f: "Frequency score",
  },
  "zh-CN": {
    recency: "最近一次消费得分（越高越近）→",
    frequency: "↑ 消费频率得分（越高越频繁）",
    customers: "客户数",
    revenue: "收入",
    r: "最近一次消费得分",
    f: "消费频率得分",
  },
};
