import { numberLabels, sizes, titleAbove, titleAtEnd, type DrawChart, type Layers } from "../../../charts/index.js";
import { format } from "../../../language/index.js";
import type { EffectValues, ProportionalValues, SurvivalValues } from "../values.js";
import { nothingToDraw, toChart, wholeWidth } from "./drawing.js";
import { description, endsOf, method, noCheck, subtitle, title, words } from "./ratio-text.js";

const left = 52;
const height = sizes.density;
/** Ratios beyond this, or below its inverse, are drawn at the edge. */
const widest = 50;

export interface Drawn {
  readonly check: ProportionalValues;
  readonly effect: EffectValues;
}

/** The coefficient whose change over time is clearest, where it can be drawn. */
export function clearestChange({ regression }: SurvivalValues): Drawn | undefined {
  const checks = (regression?.proportional?.checks ?? []).filter(({ bins }) => bins.length > 1);
  const check = checks.toSorted((one, other) => one.pValue - other.pValue)[0];
  const effect = check && regression?.effects[check.effect];
  return check && effect ? { check, effect } : undefined;
}

const within = (ratio: number) => Math.min(widest, Math.max(1 / widest, ratio));

function layers(values: SurvivalValues, { check, effect }: Drawn, language: "en" | "zh-CN"): Layers {
  const f = format(language);
  const names = words[language];
  const ratio = (logPerUnit: number) => within(Math.exp(logPerUnit * effect.step));
  const rows = check.bins.map(({ time, value, interval, from, to, events }) => ({
    time,
    ratio: ratio(value),
    low: ratio(interval[0]),
    high: ratio(interval[1]),
    timeText: f.interval([from, to]),
    ratioText: f.number(Math.exp(value * effect.step)),
    intervalText: f.interval([Math.exp(interval[0] * effect.step), Math.exp(interval[1] * effect.step)]),
    eventsText: f.count(events),
  }));
  const ends = rows.flatMap(({ low, high }) => [low, high]);
  const x = {
    field: "time",
    type: "quantitative" as const,
    scale: { domain: [0, Math.max(values.drawnTo, rows.at(-1)?.time ?? 0)], nice: false },
    axis: {
      ...titleAtEnd(names.time(values)),
      domain: true,
      labelExpr: numberLabels(language),
      values: values.overall.risk.map(({ time }) => time),
    },
  };
  const y = (field: string) => ({
    field,
    type: "quantitative" as const,
    scale: { type: "log" as const, domain: [Math.min(0.5, ...ends), Math.max(2, ...ends)], nice: false },
    axis: {
      ...titleAbove(names.ratio, left),
      grid: true,
      values: [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50],
      labelExpr: numberLabels(language),
    },
  });
  const tooltip = [
    { field: "timeText", type: "nominal" as const, title: names.at },
    { field: "ratioText", type: "nominal" as const, title: names.figure },
    { field: "intervalText", type: "nominal" as const, title: names.interval },
    { field: "eventsText", type: "nominal" as const, title: names.events },
  ];
  return [
    {
      data: { values: [{ none: 1 }] },
      mark: { type: "rule" as const, style: "baseline", tooltip: null },
      encoding: { y: y("none") },
    },
    {
      data: { values: [{ average: within(effect.ratio ?? 1) }] },
      mark: { type: "rule" as const, style: "accent", strokeDash: [5, 4], strokeWidth: 1.5, tooltip: null },
      encoding: { y: y("average") },
    },
    {
      data: { values: rows },
      layer: [
        { mark: { type: "line" as const, style: "pale", strokeWidth: 1.5, tooltip: null }, encoding: { x, y: y("ratio") } },
        { mark: { type: "rule" as const, style: "interval" }, encoding: { x, y: y("low"), y2: { field: "high" }, tooltip } },
        { mark: { type: "point" as const, style: "base", filled: true, size: 80, opacity: 1 }, encoding: { x, y: y("ratio"), tooltip } },
      ],
    },
  ];
}

/** Does the hazard ratio stay the same? Its value over time, in bins of equally many events, beside the one number of the model. */
export const ratioOverTime: DrawChart<SurvivalValues> = (values, context) => {
  const found = clearestChange(values);
  if (!found) return nothingToDraw(noCheck(values, context), values, context);
  const ends = endsOf(found);
  return toChart(
    {
      title: title(values, context, found, ends),
      subtitle: subtitle(values, context, found),
      description: description(values, context, found, ends),
      method: method[context.language],
      height,
      left,
      below: sizes.belowAxis,
      layers: layers(values, found, context.language),
    },
    values,
    { ...context, width: wholeWidth(context) },
  );
};
