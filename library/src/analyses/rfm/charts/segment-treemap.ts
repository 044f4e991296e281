import { frame, rampScale, sizes, textOnColour, type ChartContext, type DrawChart, type Layers } from "../../../charts/index.js";
import type { RfmValues, SegmentValues } from "../values.js";
import { alone, caption, isAlone, population, say } from "./chart-text.js";
import { treemapTiles } from "./treemap-tiles.js";

const largest = ({ segments }: RfmValues): SegmentValues | undefined =>
  segments.reduce<SegmentValues | undefined>((best, segment) => (best && best.customers >= segment.customers ? best : segment), undefined);

const title = say<[SegmentValues | undefined]>({
  en: (words, best) => {
    const { percent } = words;
    if (!best || isAlone(words, best)) return alone.en(words, best);
    return `"${best.name.en}" is the largest segment: ${percent(best.customerShare.value)} of customers bring ${percent(best.revenueShare.value)} of revenue`;
  },
  "zh-CN": (words, best) => {
    const { percent } = words;
    if (!best || isAlone(words, best)) return alone["zh-CN"](words, best);
    return `“${best.name["zh-CN"]}”是人数最多的分群：占客户的 ${percent(best.customerShare.value)}，贡献了 ${percent(best.revenueShare.value)} 的收入`;
  },
});

const subtitle = say<[]>({
  en: (words) => `Area: customers. Colour: share of revenue, the stronger the more. ${population.en(words)}`,
  "zh-CN": (words) => `面积为客户数，颜色越醒目，收入占比越高；${population["zh-CN"](words)}`,
});

const description = say<[]>({
  en: ({ values, count, percent }) =>
    `Treemap of segments by number of customers: ${values.segments.map(({ name, customers, revenueShare }) => `${name.en} ${count(customers)} (${percent(revenueShare.value)} of revenue)`).join("; ")}.`,
  "zh-CN": ({ values, count, percent }) =>
    `按客户数绘制的分群矩形树图：${values.segments.map(({ name, customers, revenueShare }) => `${name["zh-CN"]} ${count(customers)} 名（收入占比 ${percent(revenueShare.value)}）`).join("；")}。`,
});

const words = {
  en: { segment: "Segment", customers: "Customers", revenue: "Share of revenue" },
  "zh-CN": { segment: "分群", customers: "客户数", revenue: "收入占比" },
};

const pixels = (field: string, extent: number, reverse = false) => ({
  field,
  type: "quantitative" as const,
  scale: { domain: [0, extent], nice: false, zero: true, reverse },
  axis: null,
});

function layers(values: RfmValues, width: number, context: ChartContext): Layers {
  const names = words[context.language];
  const tiles = treemapTiles(values, width, context);
  const across = (field: string) => pixels(field, width);
  const down = (field: string) => pixels(field, sizes.treemap, true);
  const tooltip = [
    { field: "segment", type: "nominal" as const, title: names.segment },
    { field: "people", type: "nominal" as const, title: names.customers },
    { field: "money", type: "nominal" as const, title: names.revenue },
  ];
  const color = textOnColour("revenueShare");
  const text = { type: "text" as const, align: "left" as const, baseline: "top" as const, lineHeight: sizes.tileLine };
  return [
    {
      data: { values: tiles },
      layer: [
        {
          mark: { type: "rect" as const, style: "tile" },
          encoding: {
            ...{ x: across("x"), x2: { field: "x2" }, y: down("y"), y2: { field: "y2" }, tooltip },
            color: {
              field: "revenueShare",
              type: "quantitative" as const,
              legend: null,
              scale: rampScale(tiles.map(({ revenueShare }) => revenueShare)),
            },
          },
        },
        { mark: { ...text, style: "strong" }, encoding: { x: across("left"), y: down("top"), text: { field: "name" }, color } },
        { mark: { ...text, style: "value" }, encoding: { x: across("left"), y: down("below"), text: { field: "details" }, color } },
      ],
    },
  ];
}

/** How large are the segments beside each other? Area is customers, colour is the share of revenue. */
export const segmentTreemap: DrawChart<RfmValues> = (values, context) => {
  const width = context.width ?? sizes.width;
  const text = description(values, context);
  const spec = frame({
    title: title(values, context, largest(values)),
    subtitle: subtitle(values, context),
    caption: caption(values, context, context.source),
    description: text,
    width,
    height: sizes.treemap,
    left: 0,
    below: sizes.below,
    layers: layers(values, width, context),
  });
  return { spec, description: text };
};
