import { hierarchy, treemap, treemapSquarify, type HierarchyRectangularNode } from "d3-hierarchy";
import { frame, shorten, sizes, textOnColour, textWidth, type ChartContext, type DrawChart, type Layers } from "../../../charts/index.js";
import { format } from "../../../language/index.js";
import type { RfmValues, SegmentValues } from "../values.js";
import { caption, population, say } from "./chart-text.js";

const strong = { size: sizes.label, isBold: true };
const plain = { size: sizes.label };
const inset = 8;
const lineHeight = 17;

const largest = ({ segments }: RfmValues): SegmentValues | undefined =>
  segments.reduce<SegmentValues | undefined>((best, segment) => (best && best.customers >= segment.customers ? best : segment), undefined);

const title = say<[SegmentValues | undefined]>({
  en: ({ values, percent, count }, best) => {
    if (!best || best.customers === 0) return "There are no customers to put into segments";
    if (best.customers === values.customers) return `All ${count(values.customers)} customers are in one segment, "${best.name.en}"`;
    return `"${best.name.en}" is the largest segment: ${percent(best.customerShare.value)} of customers bring ${percent(best.revenueShare.value)} of revenue`;
  },
  "zh-CN": ({ values, percent, count }, best) => {
    if (!best || best.customers === 0) return "没有可以分群的客户";
    if (best.customers === values.customers) return `全部 ${count(values.customers)} 名客户都属于同一分群“${best.name["zh-CN"]}”`;
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
    `按客户数绘制的分群矩形树图：${values.segments.map(({ name, customers, revenueShare }) => `${name["zh-CN"]} ${count(customers)} 名（收入占比 ${percent(revenueShare.value)}）`).join(";")}。`,
});

const words = {
  en: { segment: "Segment", customers: "Customers", revenue: "Share of revenue", of: (text: string) => `${text} of revenue` },
  "zh-CN": { segment: "分群", customers: "客户数", revenue: "收入占比", of: (text: string) => `收入占比 ${text}` },
};

type Leaf = HierarchyRectangularNode<{ readonly segment?: SegmentValues }>;

/** Rectangles whose areas are the numbers of customers, as square as can be; segments without customers have none. */
function rectangles({ segments }: RfmValues, width: number, height: number): Leaf[] {
  const children = segments.filter(({ customers }) => customers > 0).map((segment) => ({ segment }));
  const root = hierarchy<{ readonly segment?: SegmentValues; readonly children?: readonly { readonly segment: SegmentValues }[] }>({
    children,
  })
    .sum(({ segment }) => segment?.customers ?? 0)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  return treemap<{ readonly segment?: SegmentValues }>().tile(treemapSquarify).size([width, height]).round(true)(root).leaves();
}

/** As many lines as fit: the name (shortened where that helps), customers with their share, share of revenue. */
function lines(leaf: Leaf, segment: SegmentValues, { language }: ChartContext): { name: string; details: string[] } {
  const { compact, percent } = format(language);
  const width = leaf.x1 - leaf.x0 - 2 * inset;
  const room = Math.floor((leaf.y1 - leaf.y0 - 2 * inset + 4) / lineHeight);
  const people = [`${compact(segment.customers)} · ${percent(segment.customerShare.value)}`, compact(segment.customers)];
  const money = [words[language].of(percent(segment.revenueShare.value)), percent(segment.revenueShare.value)];
  const fitting = (choices: readonly string[]) => choices.find((text) => textWidth(text, plain) <= width);
  const details = [fitting(people), fitting(money.slice(0, 1))].filter((text) => text !== undefined);
  return { name: room >= 1 ? shorten(segment.name[language], width, strong) : "", details: details.slice(0, Math.max(0, room - 1)) };
}

function layers(values: RfmValues, width: number, context: ChartContext): Layers {
  const names = words[context.language];
  const { count, percent } = format(context.language);
  const tiles = rectangles(values, width, sizes.treemap).flatMap((leaf) => {
    const { segment } = leaf.data;
    if (!segment) return [];
    const revenueShare = Number.isFinite(segment.revenueShare.value) ? segment.revenueShare.value : 0;
    const texts = { segment: segment.name[context.language], people: count(segment.customers), money: percent(segment.revenueShare.value) };
    return [
      {
        ...texts,
        revenueShare,
        x: leaf.x0,
        x2: leaf.x1,
        y: leaf.y0,
        y2: leaf.y1,
        left: leaf.x0 + inset,
        top: leaf.y0 + inset,
        ...lines(leaf, segment, context),
      },
    ];
  });
  const pixels = (field: string, extent: number) => ({
    field,
    type: "quantitative" as const,
    scale: { domain: [0, extent], nice: false, zero: true },
    axis: null,
  });
  const down = (field: string) => ({
    ...pixels(field, sizes.treemap),
    scale: { domain: [0, sizes.treemap], reverse: true, nice: false, zero: true },
  });
  const tooltip = [
    { field: "segment", type: "nominal" as const, title: names.segment },
    { field: "people", type: "nominal" as const, title: names.customers },
    { field: "money", type: "nominal" as const, title: names.revenue },
  ];
  const color = textOnColour("revenueShare");
  const at = { x: pixels("left", width), y: down("top") };
  const text = { type: "text" as const, align: "left" as const, baseline: "top" as const };
  return [
    {
      data: { values: tiles },
      layer: [
        {
          mark: { type: "rect" as const, style: "tile" },
          encoding: {
            x: pixels("x", width),
            x2: { field: "x2" },
            y: down("y"),
            y2: { field: "y2" },
            color: {
              field: "revenueShare",
              type: "quantitative" as const,
              legend: null,
              scale: { type: "sqrt" as const, range: "ramp" as const, interpolate: "rgb" as const, domainMin: 0 },
            },
            tooltip,
          },
        },
        { mark: { ...text, style: "strong" }, encoding: { ...at, text: { field: "name" }, color } },
        { mark: { ...text, style: "value", dy: lineHeight, lineHeight }, encoding: { ...at, text: { field: "details" }, color } },
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
    below: 12,
    layers: layers(values, width, context),
  });
  return { spec, description: text };
};
