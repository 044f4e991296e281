import { frame, numberLabels, rampScale, sizes, titleAbove, titleAtEnd, type DrawChart, type Layers } from "../../../charts/index.js";
import { format, type Language } from "../../../language/index.js";
import type { RfmValues } from "../values.js";
import { caption } from "./chart-text.js";
import { description, orderRange, subtitle, title, words } from "./recency-frequency-text.js";

const left = sizes.axis;

/** Ticks at 1, 2, 5, 10, 20, 50 … as far as the data goes. */
function ticks(most: number): number[] {
  const all = [1, 2, 5].flatMap((first) => Array.from({ length: 9 }, (_, power) => first * 10 ** power));
  return all.filter((tick) => tick < most).sort((a, b) => a - b);
}

function layers({ density }: RfmValues, width: number, language: Language): Layers {
  const formats = format(language);
  const names = words[language];
  const bins = density
    .filter(({ customers }) => customers > 0)
    .map((bin) => ({
      days: bin.recencyDays[0],
      daysEnd: bin.recencyDays[1],
      orders: Math.max(bin.frequency[0], 0.5),
      ordersEnd: bin.frequency[1],
      customers: bin.customers,
      daysText: formats.interval(bin.recencyDays),
      ordersText: orderRange(bin, formats),
      customersText: formats.count(bin.customers),
    }));
  const lastDay = Math.max(1, ...bins.map(({ daysEnd }) => daysEnd));
  const first = Math.min(1, ...bins.map((bin) => bin.orders));
  const most = Math.max(2, ...bins.map(({ ordersEnd }) => ordersEnd));
  return [
    {
      data: { values: bins },
      mark: { type: "rect" as const, style: "bin" },
      encoding: {
        x: {
          field: "days",
          type: "quantitative" as const,
          scale: { domain: [0, lastDay], nice: false },
          axis: { ...titleAtEnd(names.days), domain: true, tickCount: 8 },
        },
        x2: { field: "daysEnd" },
        y: {
          field: "orders",
          type: "quantitative" as const,
          scale: { type: "log" as const, domain: [first, most], nice: false },
          axis: {
            ...titleAbove(names.orders, left),
            values: ticks(most),
            grid: true,
            labelExpr: numberLabels(language),
          },
        },
        y2: { field: "ordersEnd" },
        color: {
          field: "customers",
          type: "quantitative" as const,
          scale: rampScale(bins.map(({ customers }) => customers)),
          legend: {
            title: names.customers,
            orient: "none" as const,
            direction: "horizontal" as const,
            titleOrient: "left" as const,
            legendX: width - sizes.legendWidth,
            legendY: -sizes.legendAbove,
            gradientLength: sizes.legendLength,
            gradientThickness: sizes.legendThickness,
            tickCount: 3,
            labelExpr: numberLabels(language),
          },
        },
        tooltip: [
          { field: "daysText", type: "nominal" as const, title: names.days },
          { field: "ordersText", type: "nominal" as const, title: names.orders.slice(2) },
          { field: "customersText", type: "nominal" as const, title: names.customers },
        ],
      },
    },
  ];
}

/** Where do customers stand between "long ago, once" and "just now, often"? Each tile is a range of days by a range of orders. */
export const recencyFrequency: DrawChart<RfmValues> = (values, context) => {
  const width = (context.width ?? sizes.width) - left;
  const text = description(values, context);
  const spec = frame({
    title: title(values, context),
    subtitle: subtitle(values, context),
    caption: caption(values, context, context.source),
    description: text,
    width,
    height: sizes.density,
    left,
    below: sizes.belowAxis,
    layers: layers(values, width, context.language),
  });
  return { spec, description: text };
};
