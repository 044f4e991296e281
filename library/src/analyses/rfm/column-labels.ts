import type { ColumnLabels } from "../../tables/html-table.js";
import type { RfmValues } from "./values.js";

/** How the table of customers is headed; segments are shown by their names. */
export const columnLabels = ({ segments }: RfmValues): ColumnLabels => ({
  customer: { title: { en: "Customer", "zh-CN": "客户" } },
  recencyDays: { title: { en: "Recency (days)", "zh-CN": "最近一次消费（天前）" } },
  frequency: { title: { en: "Frequency (orders)", "zh-CN": "消费频率（次）" } },
  monetary: { title: { en: "Monetary", "zh-CN": "消费金额" } },
  r: { title: { en: "R", "zh-CN": "R" } },
  f: { title: { en: "F", "zh-CN": "F" } },
  m: { title: { en: "M", "zh-CN": "M" } },
  cell: { title: { en: "RFM", "zh-CN": "RFM" } },
  segment: { title: { en: "Segment", "zh-CN": "分群" }, values: Object.fromEntries(segments.map(({ id, name }) => [id, name])) },
});
