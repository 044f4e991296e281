import type { Layers } from "../../../charts/index.js";
import { forestLayout, labelLine, type ForestLayout, type ForestRow, type ForestScale } from "./forest-layout.js";

/** Room below the rows for the labels of the ticks. */
export const forestBelow = labelLine + 18;

const looks = ["pale", "base", "accent"] as const;

/** Marks that are placed in pixels on a plot of a width and a height. */
function pixels(width: number, height: number) {
  const scale = (extent: number, reverse: boolean) => ({ domain: [0, extent], nice: false, zero: true, reverse });
  return {
    x: (field: string) => ({ field, type: "quantitative" as const, scale: scale(width, false), axis: null }),
    y: (field: string) => ({ field, type: "quantitative" as const, scale: scale(height, true), axis: null }),
  };
}

interface TextAt {
  readonly at: number;
  readonly down: number;
  readonly text: readonly string[];
}

type Pixels = ReturnType<typeof pixels>;

function texts(values: readonly TextAt[], { x, y }: Pixels, look: { style: string; align: "left" | "right" | "center" }): Layers {
  if (values.length === 0) return [];
  return [
    {
      data: { values: [...values] },
      mark: { type: "text" as const, ...look, baseline: "middle" as const, lineHeight: labelLine, tooltip: null },
      encoding: { x: x("at"), y: y("down"), text: { field: "text", type: "nominal" as const } },
    },
  ];
}

function grid({ ticks, referenceAt, height }: ForestLayout, { x, y }: Pixels): Layers {
  const lines = ticks.map(({ at }) => ({ at, top: labelLine + 2, end: height }));
  const rule = (values: typeof lines, style: string) => ({
    data: { values },
    mark: { type: "rule" as const, style, tooltip: null },
    encoding: { x: x("at"), y: y("top"), y2: { field: "end" } },
  });
  return [rule(lines, "gridline"), rule([{ at: referenceAt, top: labelLine + 2, end: height }], "baseline")];
}

function estimates({ places }: ForestLayout, { x, y }: Pixels, words: ForestWords): Layers {
  const values = places.map(({ name, detail = "", note, look, at, lowAt, highAt, middle, figure, interval }) => ({
    name: name + detail,
    note,
    look,
    at,
    lowAt,
    highAt,
    middle,
    figure,
    interval,
  }));
  const tooltip = [
    { field: "name", type: "nominal" as const, title: words.name },
    { field: "figure", type: "nominal" as const, title: words.figure },
    { field: "interval", type: "nominal" as const, title: words.interval },
    { field: "note", type: "nominal" as const, title: "n" },
  ];
  return [
    {
      data: { values },
      layer: [
        {
          mark: { type: "rule" as const, style: "interval" },
          encoding: { x: x("lowAt"), x2: { field: "highAt" }, y: y("middle"), tooltip },
        },
        ...looks.map((look) => ({
          transform: [{ filter: `datum.look === '${look}'` }],
          mark: { type: "point" as const, style: look, filled: true, size: 90, opacity: 1 },
          encoding: { x: x("at"), y: y("middle"), tooltip },
        })),
      ],
    },
  ];
}

export interface ForestWords {
  readonly name: string;
  readonly figure: string;
  readonly interval: string;
}

/** Estimates with their intervals, one a row, on one scale with a line where nothing is. */
export function forest(rows: readonly ForestRow[], scale: ForestScale, { width, words }: { width: number; words: ForestWords }) {
  const layout = forestLayout(rows, scale, width);
  const { places, ticks, height, referenceAt, left, right } = layout;
  const place = pixels(width, height);
  const names = places.map(({ lines, middle }) => ({ at: 0, down: middle - ((lines.length - 1) * labelLine) / 2, text: lines }));
  const figures = places.map(({ figure, middle }) => ({ at: width, down: middle, text: [figure] }));
  const labels = ticks.map(({ at, text }) => ({ at, down: height + labelLine / 2 + 4, text: [text] }));
  const [before, after] = scale.sides;
  const layers: Layers = [
    ...grid(layout, place),
    ...estimates(layout, place, words),
    ...texts(names, place, { style: "value", align: "left" }),
    ...texts(figures, place, { style: "value", align: "right" }),
    ...texts(labels, place, { style: "note", align: "center" }),
    ...texts(before && referenceAt - left > 60 ? [{ at: referenceAt - 8, down: labelLine / 2, text: [before] }] : [], place, {
      style: "heading",
      align: "right",
    }),
    ...texts(after && right - referenceAt > 60 ? [{ at: referenceAt + 8, down: labelLine / 2, text: [after] }] : [], place, {
      style: "heading",
      align: "left",
    }),
  ];
  return { layers, height };
}
