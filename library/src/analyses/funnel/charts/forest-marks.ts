import { sizes, type Layers } from "../../../charts/index.js";
import { across, down } from "./pixels.js";
import { notes } from "./row-marks.js";

/** An estimate with its interval on the scale of the plot; absent parts are not drawn. */
export interface Estimate {
  readonly value?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly look: "base" | "pale" | "accent";
  /** What it says beside its row, for the tooltip and beside the interval. */
  readonly text: string;
  readonly row: string;
}

/** Where one plot of estimates stands, and how its numbers become pixels. */
export interface ForestPlace {
  readonly width: number;
  readonly top: number;
  readonly height: number;
  readonly middles: readonly number[];
  at(value: number): number;
  /** Lines to read the estimates against, named below them; the main one is what they are compared with. */
  readonly ticks: readonly { readonly value: number; readonly text: string; readonly isMain?: boolean }[];
  /** Right edge of the column in which the estimates are written; they are not where there is none. */
  readonly textsAt?: number;
}

const looks = ["base", "pale", "accent"] as const;

function tickLayers({ width, top, height, at, ticks }: ForestPlace): Layers {
  const rule = (style: string, isMain: boolean): Layers => {
    const values = ticks.filter((tick) => (tick.isMain ?? false) === isMain).map(({ value }) => ({ x: at(value), top, bottom: height }));
    if (values.length === 0) return [];
    const mark = { type: "rule" as const, style, ...(isMain && { strokeDash: [3, 3] }) };
    return [{ data: { values }, mark, encoding: { x: across("x", width), y: down("top", height), y2: { field: "bottom" } } }];
  };
  const named = ticks.filter(({ text }) => text !== "").map(({ value, text }) => ({ x: at(value), y: height + sizes.inset, text: [text] }));
  return [...rule("gridline", false), ...rule("baseline", true), ...notes(named, [width, height], "center")];
}

/** Points with whiskers, one for each row, before the lines they are read against. */
export function forestLayers(estimates: readonly Estimate[], place: ForestPlace): Layers {
  const { width, height, middles, at, textsAt } = place;
  const drawn = estimates.flatMap(({ value, low, high, look, text, row }, index) => {
    if (value === undefined) return [];
    const whisker = { x: at(value), low: at(low ?? value), high: at(high ?? value) };
    return [{ ...whisker, textAt: textsAt ?? 0, y: middles[index] ?? 0, look, text, row }];
  });
  if (drawn.length === 0) return tickLayers(place);
  const y = down("y", height);
  const tooltip = [
    { field: "row", type: "nominal" as const, title: " " },
    { field: "text", type: "nominal" as const, title: " " },
  ];
  return [
    ...tickLayers(place),
    {
      data: { values: drawn },
      layer: [
        { mark: { type: "rule" as const, style: "interval" }, encoding: { x: across("low", width), x2: { field: "high" }, y } },
        ...looks.map((look) => ({
          transform: [{ filter: `datum.look === '${look}'` }],
          mark: { type: "point" as const, style: look, filled: true, size: 70, opacity: 1 },
          encoding: { x: across("x", width), y, tooltip },
        })),
        ...(textsAt !== undefined
          ? [
              {
                mark: { type: "text" as const, style: "value", align: "right" as const, baseline: "middle" as const, tooltip: null },
                encoding: { x: across("textAt", width), y, text: { field: "text", type: "nominal" as const } },
              },
            ]
          : []),
      ],
    },
  ];
}
