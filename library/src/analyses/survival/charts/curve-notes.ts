import { sizes, type ChartContext, type Layers } from "../../../charts/index.js";
import { format } from "../../../language/index.js";
import type { CurveValues } from "../values.js";
import { across, colourOf, height, left, up, type Place } from "./curve-axes.js";
import { placeNames, riskLine } from "./curve-layout.js";
import { words } from "./curve-text.js";

/** Where half of a curve is left: a line down to the time. */
export function medianLayers(curves: readonly CurveValues[], place: Place): Layers {
  const medians = curves.flatMap(({ group, median: { value } }) =>
    value === undefined ? [] : [{ curve: group, median: value, half: 0.5, floor: 0, start: 0 }],
  );
  if (medians.length === 0) return [];
  const [x, y] = [across(place, "median"), up(place, "half")];
  const furthest = [{ median: Math.max(...medians.map(({ median }) => median)), half: 0.5, start: 0 }];
  return [
    {
      data: { values: furthest },
      mark: { type: "rule" as const, style: "baseline", strokeDash: [3, 3], tooltip: null },
      encoding: { x: across(place, "start"), x2: { field: "median" }, y },
    },
    {
      data: { values: medians },
      layer: [
        {
          mark: { type: "rule" as const, style: "baseline", strokeDash: [3, 3], tooltip: null },
          encoding: { x, y, y2: { field: "floor" } },
        },
        {
          mark: { type: "point" as const, filled: true, size: 50, opacity: 1, tooltip: null },
          encoding: { x, y, ...(curves.length > 1 ? { color: colourOf(curves) } : {}) },
        },
      ],
    },
  ];
}

/** Names at the ends of the curves, each beside a dot of its colour. */
export function nameLayers(curves: readonly CurveValues[], place: Place, room: number): Layers {
  if (curves.length < 2) return [];
  const time = (pixels: number) => (pixels / place.width) * place.end;
  const values = placeNames(curves, { height, room: room - 24, until: place.until }).map(({ curve, name, y }) => ({
    curve,
    name,
    share: 1 - y / height,
    dot: time(place.width - room + 10),
    text: time(place.width - room + 18),
  }));
  const y = up(place, "share");
  return [
    {
      data: { values },
      layer: [
        {
          mark: { type: "point" as const, filled: true, size: 60, opacity: 1, tooltip: null },
          encoding: { x: across(place, "dot"), y, color: colourOf(curves) },
        },
        {
          mark: { type: "text" as const, style: "value", align: "left" as const, baseline: "middle" as const, tooltip: null },
          encoding: { x: across(place, "text"), y, text: { field: "name", type: "nominal" as const } },
        },
      ],
    },
  ];
}

/** Below the axis: how many are still watched, a line per curve. */
export function riskLayers(curves: readonly CurveValues[], context: ChartContext, place: Place): Layers {
  const f = format(context.language);
  const top = height + sizes.belowAxis;
  const heading = {
    data: { values: [{ text: words[context.language].risk }] },
    mark: { type: "text" as const, style: "heading", align: "left" as const, baseline: "middle" as const, tooltip: null },
    encoding: { x: { value: -left }, y: { value: top }, text: { field: "text", type: "nominal" as const } },
  };
  const lines = curves.flatMap(({ group, risk }, index) => {
    const y = { value: top + riskLine * (index + 1) };
    const values = risk.map(({ time, atRisk }) => ({ curve: group, time, text: f.compact(atRisk) }));
    const dot = {
      data: { values: [{ curve: group }] },
      mark: { type: "point" as const, filled: true, size: 60, opacity: 1, tooltip: null },
      encoding: { x: { value: 6 - left }, y, color: colourOf(curves) },
    };
    const numbers = {
      data: { values },
      mark: { type: "text" as const, style: "note", baseline: "middle" as const, tooltip: null },
      encoding: { x: across(place, "time"), y, text: { field: "text", type: "nominal" as const } },
    };
    return curves.length > 1 ? [dot, numbers] : [numbers];
  });
  return [heading, ...lines];
}
