import { frame, rampScale, sizes, textOnColour, titleAbove, titleAtEnd, type DrawChart, type Layers } from "../../../charts/index.js";
import { format } from "../../../language/index.js";
import type { GridCell, RfmValues } from "../values.js";
import { caption } from "./chart-text.js";
import { description, subtitle, title, words } from "./rfm-grid-text.js";

const left = sizes.axis;

/** The cell that brings most revenue or, where nobody spent anything, has most customers. */
const leading = ({ grid, revenue }: RfmValues): GridCell | undefined => {
  const size = (cell: GridCell) => (revenue > 0 ? cell.revenue : cell.customers);
  return grid.reduce<GridCell | undefined>((best, cell) => (best && size(best) >= size(cell) ? best : cell), undefined);
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
      axis: { ...titleAtEnd(names.recency), labelAngle: 0 },
    },
    y: {
      field: "frequency",
      type: "ordinal" as const,
      scale: { domain: scores.toReversed(), paddingInner: 0 },
      axis: {
        ...titleAbove(names.frequency, left),
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
          mark: { type: "text" as const, style: "number", dy: -7 },
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
    height: sizes.cell * values.groups,
    left,
    below: sizes.belowAxis,
    layers: layers(values, words[context.language], context.language),
  });
  return { spec, description: text };
};
