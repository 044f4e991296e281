import {
  numberLabels,
  percentLabels,
  sizes,
  textWidth,
  titleAbove,
  titleAtEnd,
  type ChartContext,
  type DrawChart,
  type Layers,
} from "../../../charts/index.js";
import { format, type Language } from "../../../language/index.js";
import type { CurveValues, SurvivalValues } from "../values.js";
import { lengthOf, wordsOf } from "../vocabulary.js";
import { description, method, subtitle, title, words } from "./curve-text.js";
import { drawnCurves, nameRoom, placeNames, riskLine, stepsUntil } from "./curve-layout.js";
import { toChart, wholeWidth } from "./drawing.js";

const left = sizes.axis;
const height = sizes.density;

interface Place {
  readonly width: number;
  /** The time at the right end of the plot, beyond the longest where names stand beside the curves. */
  readonly end: number;
  /** Where curves stop. */
  readonly until: number;
  readonly ticks: readonly number[];
  readonly timeTitle: string;
  readonly shareTitle: string;
  readonly language: Language;
}

/** Both axes are the same in every layer, so that all of them share one scale. */
const across = ({ end, ticks, timeTitle, language }: Place, field: string) => ({
  field,
  type: "quantitative" as const,
  scale: { domain: [0, end], nice: false },
  axis: { ...titleAtEnd(timeTitle), values: [...ticks], domain: true, labelOverlap: false, labelExpr: numberLabels(language) },
});

const up = ({ shareTitle, language }: Place, field: string) => ({
  field,
  type: "quantitative" as const,
  scale: { domain: [0, 1], nice: false },
  axis: { ...titleAbove(shareTitle, left), labelExpr: percentLabels(language), values: [0, 0.25, 0.5, 0.75, 1], grid: true },
});

/** Colour by curve; one curve alone has the base colour. */
const colourOf = (curves: readonly CurveValues[]) => ({
  field: "curve",
  type: "nominal" as const,
  scale: { domain: curves.map(({ group }) => group) },
  legend: null,
});

function curveLayers(curves: readonly CurveValues[], values: SurvivalValues, context: ChartContext, place: Place): Layers {
  const { language } = context;
  const f = format(language);
  const rows = curves.flatMap((curve) =>
    stepsUntil(curve, values.drawnTo).map(({ time, survival, interval, atRisk }) => ({
      curve: curve.group,
      time,
      survival,
      low: interval?.[0] ?? survival,
      high: interval?.[1] ?? survival,
      timeText: lengthOf(time, values.unit, f, language),
      shareText: f.percent(survival),
      intervalText: interval ? f.percentInterval(interval) : "–",
      riskText: f.count(atRisk),
    })),
  );
  const names = words[language];
  const { share } = wordsOf(values, language);
  const x = across(place, "time");
  const tooltip = [
    ...(curves.length > 1 ? [{ field: "curve", type: "nominal" as const, title: names.group }] : []),
    { field: "timeText", type: "nominal" as const, title: names.at },
    { field: "shareText", type: "nominal" as const, title: share },
    { field: "intervalText", type: "nominal" as const, title: names.interval },
    { field: "riskText", type: "nominal" as const, title: names.risk },
  ];
  const color = curves.length > 1 ? { color: colourOf(curves) } : {};
  return [
    {
      data: { values: rows },
      layer: [
        {
          mark: { type: "area" as const, interpolate: "step-after" as const, opacity: 0.16, tooltip: null },
          encoding: { x, y: up(place, "low"), y2: { field: "high" }, ...color },
        },
        {
          mark: { type: "line" as const, interpolate: "step-after" as const, strokeWidth: 2, tooltip: null },
          encoding: { x, y: up(place, "survival"), ...color },
        },
        {
          mark: { type: "point" as const, filled: true, opacity: 0, size: 60 },
          encoding: { x, y: up(place, "survival"), ...color, tooltip },
        },
      ],
    },
  ];
}

/** Where half of a curve is left: a line down to the time. */
function medianLayers(curves: readonly CurveValues[], place: Place): Layers {
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
function nameLayers(curves: readonly CurveValues[], place: Place, room: number): Layers {
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
function riskLayers(curves: readonly CurveValues[], context: ChartContext, place: Place): Layers {
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

/** How does the share without the event fall over time? Steps with bands, a mark where half is left, and how many are still watched. */
export const survivalCurve: DrawChart<SurvivalValues> = (values, context) => {
  const { language } = context;
  const curves = drawnCurves(values);
  const width = wholeWidth(context) - left;
  const ticks = curves[0]?.risk.map(({ time }) => time) ?? [];
  const room = Math.max(nameRoom(curves, width), textWidth(format(language).compact(ticks.at(-1)), { size: sizes.label }) / 2 + 4);
  const longest = values.drawnTo || 1;
  const place: Place = {
    width,
    until: longest,
    end: (longest * width) / (width - room),
    ticks,
    timeTitle: words[language].time(values),
    shareTitle: `↑ ${wordsOf(values, language).share}`,
    language,
  };
  return toChart(
    {
      title: title(values, context),
      subtitle: subtitle(values, context, curves.length),
      description: description(values, context, curves),
      method: method[language],
      height,
      left,
      below: sizes.belowAxis + riskLine * (curves.length + 1),
      layers: [
        ...curveLayers(curves, values, context, place),
        ...medianLayers(curves, place),
        ...nameLayers(curves, place, room),
        ...riskLayers(curves, context, place),
      ],
    },
    values,
    context,
  );
};
