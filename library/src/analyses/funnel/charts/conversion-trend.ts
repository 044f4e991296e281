import { frame, percentLabels, sizes, textWidth, titleAbove, type DrawChart, type Layers } from "../../../charts/index.js";
import { format, type Language } from "../../../language/index.js";
import { trendPeriods } from "../trend-periods.js";
import type { FunnelValues, TrendDay } from "../values.js";
import { caption } from "./chart-text.js";
import { nothingToDraw } from "./nothing-to-draw.js";
import { unitTitle } from "../vocabulary.js";
import { description, nothing, subtitle, title, words } from "./trend-text.js";

const left = sizes.axis;
const pixelsPerLabel = 70;

/** Labels of days that draw the same wherever the chart is opened; a line of more than a year is labelled by its months. */
const dayLabels: Readonly<Record<Language, { readonly day: string; readonly month: string }>> = {
  en: { day: "utcFormat(datum.value, '%-d %b')", month: "utcFormat(datum.value, '%b %Y')" },
  "zh-CN": { day: "utcFormat(datum.value, '%-m月%-d日')", month: "utcFormat(datum.value, '%Y年%-m月')" },
};

const yearLater = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

/** A line that ends where it meets the next: the last complete day also begins the dashed part. */
function parts(periods: readonly TrendDay[]): { readonly solid: readonly TrendDay[]; readonly dashed: readonly TrendDay[] } {
  const firstOpen = periods.findIndex(({ isComplete }) => !isComplete);
  if (firstOpen < 0) return { solid: periods, dashed: [] };
  return { solid: periods.slice(0, firstOpen), dashed: periods.slice(Math.max(0, firstOpen - 1)) };
}

interface Line {
  /** Days or weeks that anyone entered on. */
  readonly periods: readonly TrendDay[];
  readonly width: number;
  readonly language: Language;
}

function axes({ periods, width, language }: Line) {
  const isLong = (periods.at(-1)?.day ?? "") > yearLater(periods[0]?.day ?? "");
  const most = Math.max(0.01, ...periods.map(({ rate }) => rate?.interval[1] ?? 0));
  const x = {
    field: "day",
    type: "temporal" as const,
    scale: { type: "utc" as const, nice: false },
    title: null,
    axis: {
      labelExpr: dayLabels[language][isLong ? "month" : "day"],
      labelBound: true,
      tickCount: Math.max(1, Math.min(periods.length, Math.floor(width / pixelsPerLabel))),
      labelFlush: true,
      labelOverlap: true,
      domain: true,
    },
  };
  const y = {
    field: "rate",
    type: "quantitative" as const,
    scale: { domain: [0, Math.min(1, most)], nice: true },
    axis: { ...titleAbove(words[language].rate, left), grid: true, tickCount: 5, labelExpr: percentLabels(language) },
  };
  return { x, y };
}

/** Where windows that were still open begin, named on the side that has room. */
function openMark(line: Line, x: ReturnType<typeof axes>["x"]): Layers {
  const { periods, width, language } = line;
  const first = periods.findIndex(({ isComplete }) => !isComplete);
  if (first < 0) return [];
  const name = words[language].open;
  const isRight = (first / Math.max(1, periods.length - 1)) * width < textWidth(name, { size: sizes.label }) + 2 * sizes.gap;
  const align = isRight ? ("left" as const) : ("right" as const);
  const data = { values: [{ day: periods[first]?.day }] };
  return [
    { data, mark: { type: "rule" as const, style: "baseline", strokeDash: [2, 2] }, encoding: { x } },
    {
      data,
      mark: { type: "text" as const, style: "note", align, baseline: "top" as const, dx: isRight ? 5 : -5 },
      encoding: { x, y: { value: 0 }, text: { value: isRight ? name : `${name} →` } },
    },
  ];
}

function layers(values: FunnelValues, line: Line): Layers {
  const { periods, language } = line;
  const { count, percent, percentInterval, date } = format(language);
  const names = words[language];
  const { solid, dashed } = parts(periods);
  const { x, y } = axes(line);
  const points = (days: readonly TrendDay[]) =>
    days.map(({ day, entered, converted, rate, isComplete }) => ({
      ...{ day, rate: rate?.value, low: rate?.interval[0], high: rate?.interval[1], isComplete },
      ...{ dayText: date(day), rateText: percent(rate?.value), intervalText: rate ? percentInterval(rate.interval) : "" },
      ...{ enteredText: count(entered), convertedText: count(converted) },
    }));
  const tooltip = [
    { field: "dayText", type: "nominal" as const, title: names.day },
    { field: "enteredText", type: "nominal" as const, title: unitTitle(values, language) },
    { field: "convertedText", type: "nominal" as const, title: names.converted },
    { field: "rateText", type: "nominal" as const, title: names.rate.slice(2) },
    { field: "intervalText", type: "nominal" as const, title: names.interval },
  ];
  const through = (days: readonly TrendDay[], mark: object): Layers =>
    days.length === 0
      ? []
      : [{ data: { values: points(days) }, mark: { type: "line" as const, style: "base", ...mark }, encoding: { x, y } }];
  return [
    {
      data: { values: points(periods) },
      mark: { type: "area" as const, style: "pale", opacity: 0.55 },
      encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } },
    },
    ...through(solid, {}),
    ...through(dashed, { strokeDash: [4, 3] }),
    {
      data: { values: points(periods) },
      mark: { type: "point" as const, style: "base", filled: true, size: 22 },
      encoding: { x, y, opacity: { condition: { test: "datum.isComplete", value: 1 }, value: 0.45 }, tooltip },
    },
    ...openMark(line, x),
  ];
}

/** Does conversion change with the day of entry? One point per day (or week), the days whose window is not over dashed. */
export const conversionTrend: DrawChart<FunnelValues> = (values, context) => {
  const { step, periods } = trendPeriods(values.trend);
  const known = periods.filter(({ rate }) => rate !== undefined);
  if (known.length === 0) return nothingToDraw(values, context, nothing(values, context));
  const width = (context.width ?? sizes.width) - left;
  const text = description(values, context, periods, step);
  const spec = frame({
    title: title(values, context, periods, step),
    subtitle: subtitle(values, context, step),
    caption: caption(values, context, context.source),
    description: text,
    width,
    height: sizes.density,
    left,
    below: sizes.belowAxis,
    layers: layers(values, { periods: known, width, language: context.language }),
  });
  return { spec, description: text };
};
