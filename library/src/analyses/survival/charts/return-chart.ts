import { numberLabels, percentLabels, sizes, titleAbove, titleAtEnd, type DrawChart, type Layers } from "../../../charts/index.js";
import { format, type Language } from "../../../language/index.js";
import { fewSilences } from "../../customer-history/churn-definition.js";
import type { ChurnDefinition, ReturnRow } from "../../customer-history/values.js";
import type { SurvivalValues } from "../values.js";
import { nothingToDraw, toChart } from "./drawing.js";
import { description, method, noLog, subtitle, title, words } from "./return-text.js";

const left = sizes.axis;
const height = sizes.density;

/** The part of the curve with enough silences to say something; all of it where none has. */
function wellKnown(curve: readonly ReturnRow[]): readonly ReturnRow[] {
  const known = curve.filter(({ silences }) => silences >= fewSilences);
  return known.length > 1 ? known : curve;
}

function layers({ curve, days, returnLimit, returns }: ChurnDefinition, language: Language): Layers {
  const f = format(language);
  const names = words[language];
  const drawn = wellKnown(curve);
  const longest = drawn.at(-1)?.days ?? 1;
  const most = Math.min(1, Math.ceil(Math.max(returnLimit * 1.5, ...drawn.map(({ interval }) => interval[1])) * 10) / 10);
  const rows = drawn.map(({ days: silent, share, interval, silences, returned }) => ({
    days: silent,
    share: Math.min(most, share),
    low: Math.min(most, interval[0]),
    high: Math.min(most, interval[1]),
    shareText: f.percent(share),
    intervalText: f.percentInterval(interval),
    countText: `${f.count(returned)} / ${f.count(silences)}`,
  }));
  const x = (field: string) => ({
    field,
    type: "quantitative" as const,
    scale: { domain: [0, longest], nice: false },
    axis: { ...titleAtEnd(names.days), domain: true, labelExpr: numberLabels(language), tickCount: 6 },
  });
  const y = (field: string) => ({
    field,
    type: "quantitative" as const,
    scale: { domain: [0, most], nice: false },
    axis: { ...titleAbove(names.share, left), labelExpr: percentLabels(language), tickCount: 5, grid: true },
  });
  const isRight = days > longest / 2;
  const marked = days <= longest ? [{ days, share: Math.min(most, returns?.share ?? 0), text: names.definition(f.count(days)) }] : [];
  const tooltip = [
    { field: "days", type: "quantitative" as const, title: names.days },
    { field: "shareText", type: "nominal" as const, title: names.returned },
    { field: "intervalText", type: "nominal" as const, title: names.interval },
    { field: "countText", type: "nominal" as const, title: names.count },
  ];
  return [
    {
      data: { values: rows },
      layer: [
        { mark: { type: "area" as const, opacity: 0.16, tooltip: null }, encoding: { x: x("days"), y: y("low"), y2: { field: "high" } } },
        { mark: { type: "line" as const, style: "base", strokeWidth: 2, tooltip: null }, encoding: { x: x("days"), y: y("share") } },
        { mark: { type: "point" as const, filled: true, opacity: 0, size: 60 }, encoding: { x: x("days"), y: y("share"), tooltip } },
      ],
    },
    {
      data: { values: [{ limit: returnLimit, text: names.limit(f.percent(returnLimit)), at: longest }] },
      layer: [
        { mark: { type: "rule" as const, style: "baseline", strokeDash: [5, 4], tooltip: null }, encoding: { y: y("limit") } },
        {
          mark: { type: "text" as const, style: "note", align: "right" as const, baseline: "bottom" as const, dy: -4, tooltip: null },
          encoding: { x: x("at"), y: y("limit"), text: { field: "text", type: "nominal" as const } },
        },
      ],
    },
    {
      data: { values: marked },
      layer: [
        { mark: { type: "rule" as const, style: "accent", strokeWidth: 1.5, tooltip: null }, encoding: { x: x("days") } },
        {
          mark: { type: "point" as const, style: "accent", filled: true, size: 80, opacity: 1, tooltip: null },
          encoding: { x: x("days"), y: y("share") },
        },
        {
          mark: {
            type: "text" as const,
            style: "strong",
            align: isRight ? ("right" as const) : ("left" as const),
            baseline: "top" as const,
            dx: isRight ? -6 : 6,
            dy: 4,
            tooltip: null,
          },
          encoding: { x: x("days"), y: { value: 0 }, text: { field: "text", type: "nominal" as const } },
        },
      ],
    },
  ];
}

/** After how many days of silence do few customers return? The share that does, with the definition of a loss marked. */
export const returnChart: DrawChart<SurvivalValues> = (values, context) => {
  const definition = values.history?.definition;
  if (!definition || definition.curve.length < 2) return nothingToDraw(noLog(values, context), values, context);
  return toChart(
    {
      title: title(values, context, definition),
      subtitle: subtitle(values, context, definition),
      description: description(values, context, definition),
      method: method[context.language],
      height,
      left,
      below: sizes.belowAxis,
      layers: layers(definition, context.language),
    },
    values,
    context,
  );
};
