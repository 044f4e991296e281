import { sizes, textWidth, type ChartContext, type DrawChart, type Layers } from "../../../charts/index.js";
import { format } from "../../../language/index.js";
import type { CurveValues, SurvivalValues } from "../values.js";
import { lengthOf, wordsOf } from "../vocabulary.js";
import { description, method, subtitle, title, words } from "./curve-text.js";
import { across, colourOf, height, left, up, type Place } from "./curve-axes.js";
import { drawnCurves, nameRoom, riskLine, stepsUntil } from "./curve-layout.js";
import { medianLayers, nameLayers, riskLayers } from "./curve-notes.js";
import { toChart, wholeWidth } from "./drawing.js";

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
