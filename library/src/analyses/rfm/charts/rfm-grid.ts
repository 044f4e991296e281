import { frame, rampScale, sizes, textOnColour, type DrawChart, type Layers } from "../../../charts/index.js";
import { format } from "../../../language/index.js";
import type { GridCell, RfmValues } from "../values.js";
import { caption, population, say } from "./chart-text.js";

const left = 44;
const cellHeight = 52;

/** The cell that brings most revenue or, where nobody spent anything, has most customers. */
const leading = ({ grid, revenue }: RfmValues): GridCell | undefined => {
  const size = (cell: GridCell) => (revenue > 0 ? cell.revenue : cell.customers);
  return grid.reduce<GridCell | undefined>((best, cell) => (best && size(best) >= size(cell) ? best : cell), undefined);
};

const title = say<[GridCell | undefined]>({
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

const subtitle = say<[]>({
  en: (words) => `Customers (large) and revenue (small, and colour) by score; ${population.en(words)}`,
  "zh-CN": (words) => `各得分组合的客户数（大字）与收入（小字和颜色）；${population["zh-CN"](words)}`,
});

const description = say<[GridCell | undefined]>({
  en: ({ values, compact }, best) =>
    `Grid of ${values.groups} recency scores by ${values.groups} frequency scores; best customers top right. ` +
    `The cell with most revenue is recency ${best?.recency ?? "–"}, frequency ${best?.frequency ?? "–"}: ${compact(best?.customers)} customers, ${compact(best?.revenue)} revenue.`,
  "zh-CN": ({ values, compact }, best) =>
    `${values.groups}×${values.groups} 网格：横轴为最近一次消费得分，纵轴为消费频率得分，右上角为最佳客户。` +
    `收入最高的格子为最近一次消费 ${best?.recency ?? "–"} 分、消费频率 ${best?.frequency ?? "–"} 分：${compact(best?.customers)} 名客户，收入 ${compact(best?.revenue)}。`,
});

const words = {
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

/** The layers from back to front: tiles, customers, revenue. */
function layers(values: RfmValues, names: (typeof words)["en"], language: "en" | "zh-CN"): Layers {
  const { compact } = format(language);
  const cells = values.grid.map((cell) => ({ ...cell, people: compact(cell.customers), money: compact(cell.revenue) }));
  const scores = Array.from({ length: values.groups }, (_, index) => index + 1);
  const position = {
    x: {
      field: "recency",
      type: "ordinal" as const,
      scale: { domain: scores, paddingInner: 0 },
      axis: { title: names.recency, labelAngle: 0, titleAnchor: "end" as const, titlePadding: 8 },
    },
    y: {
      field: "frequency",
      type: "ordinal" as const,
      scale: { domain: scores.toReversed(), paddingInner: 0 },
      axis: {
        title: names.frequency,
        titleAngle: 0,
        titleAlign: "left" as const,
        titleAnchor: "start" as const,
        titleX: -left,
        titleY: -8,
        titleBaseline: "bottom" as const,
        labelAlign: "left" as const,
        labelPadding: left - 16,
      },
    },
  };
  const tooltip = [
    { field: "recency", type: "ordinal" as const, title: names.r },
    { field: "frequency", type: "ordinal" as const, title: names.f },
    { field: "people", type: "nominal" as const, title: names.customers },
    { field: "money", type: "nominal" as const, title: names.revenue },
  ];
  const color = textOnColour("revenue");
  const isEmpty = "datum.customers === 0";
  return [
    {
      data: { values: cells },
      encoding: position,
      layer: [
        {
          mark: { type: "rect" as const, style: "tile" },
          encoding: {
            color: {
              field: "revenue",
              type: "quantitative" as const,
              legend: null,
              scale: rampScale(cells.map(({ revenue }) => revenue)),
            },
            tooltip,
          },
        },
        {
          transform: [{ filter: `!(${isEmpty})` }],
          mark: { type: "text" as const, style: "strong", fontSize: 15, dy: -7 },
          encoding: { text: { field: "people" }, color },
        },
        {
          transform: [{ filter: `!(${isEmpty})` }],
          mark: { type: "text" as const, style: "value", dy: 11 },
          encoding: { text: { field: "money" }, color },
        },
        { transform: [{ filter: isEmpty }], mark: { type: "text" as const, style: "note", text: "0" } },
      ],
    },
  ];
}

/** How do customers and revenue spread over the scores? Recency to the right, frequency upwards: the best customers are top right. */
export const rfmGrid: DrawChart<RfmValues> = (values, context) => {
  const best = leading(values);
  const text = description(values, context, best);
  const spec = frame({
    title: title(values, context, best),
    subtitle: subtitle(values, context),
    caption: caption(values, context, context.source),
    description: text,
    width: (context.width ?? sizes.width) - left,
    height: cellHeight * values.groups,
    left,
    below: 52,
    layers: layers(values, words[context.language], context.language),
  });
  return { spec, description: text };
};
