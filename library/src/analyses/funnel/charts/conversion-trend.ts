import {
  frame,
  percentLabels,
  sizes,
  textWidth,
  titleAbove,
  type ChartContext,
  type DrawChart,
  type Layers,
} from "../../../charts/index.js";
import { format, type Language } from "../../../language/index.js";
import { trendPeriods } from "../trend-periods.js";
import type { FunnelValues, TrendDay } from "../values.js";
import { caption } from "./chart-text.js";
import { nothingToDraw } from "./nothing-to-draw.js";
import { description, enteredTitle, nothing, subtitle, title, words } from "./trend-text.js";

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

function layers(values: FunnelValues, periods: readonly TrendDay[], context: ChartContext & { readonly width: number }): Layers {
  const { language, width } = context;
  const { count, percent, percentInterval, date } = format(language);
  const names = words[language];
  const known = periods.filter(({ rate }) => rate !== undefined);
  const { solid, dashed } = parts(known);
  const points = (days: readonly TrendDay[]) =>
    days.map(({ day, entered, converted, rate, isComplete }) => ({
      ...{ day, rate: rate?.value, low: rate?.interval[0], high: rate?.interval[1], isComplete },
      ...{ dayText: date(day), rateText: percent(rate?.value), intervalText: rate ? percentInterval(rate.interval) : "" },
      ...{ enteredText: count(entered), convertedText: count(converted) },
    }));
  const most = Math.max(0.01, ...known.map(({ rate }) => rate?.interval[1] ?? 0));
  const isLong = (known.at(-1)?.day ?? "") > yearLater(known[0]?.day ?? "");
  const x = {
    field: "day",
    type: "temporal" as const,
    scale: { type: "utc" as const, nice: false },
    title: null,
    axis: {
      labelExpr: dayLabels[language][isLong ? "month" : "day"],
      labelBound: true,
      tickCount: Math.max(1, Math.min(known.length, Math.floor(width / pixelsPerLabel))),
      labelFlush: true,
      labelOverlap: true,
      domain: true,
    },
  };
  const y = {
    field: "rate",
    type: "quantitative" as const,
    scale: { domain: [0, Math.min(1, most)], nice: true },
    axis: { ...titleAbove(names.rate, left), grid: true, tickCount: 5, labelExpr: percentLabels(language) },
  };
  const tooltip = [
    { field: "dayText", type: "nominal" as const, title: names.day },
    { field: "enteredText", type: "nominal" as const, title: enteredTitle(values, context) },
    { field: "convertedText", type: "nominal" as const, title: names.converted },
    { field: "rateText", type: "nominal" as const, title: names.rate.slice(2) },
    { field: "intervalText", type: "nominal" as const, title: names.interval },
  ];
  const line = (days: readonly TrendDay[], mark: object): Layers =>
    days.length === 0
      ? []
      : [{ data: { values: points(days) }, mark: { type: "line" as const, style: "base", ...mark }, encoding: { x, y } }];
  const open = dashed.find(({ isComplete }) => !isComplete);
  const openAt = open ? (known.indexOf(open) / Math.max(1, known.length - 1)) * width : 0;
  const isRight = openAt < textWidth(names.open, { size: sizes.label }) + 2 * sizes.gap;
  return [
    {
      data: { values: points(known) },
      mark: { type: "area" as const, style: "pale", opacity: 0.55 },
      encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" } },
    },
    ...line(solid, {}),
    ...line(dashed, { strokeDash: [4, 3] }),
    {
      data: { values: points(known) },
      mark: { type: "point" as const, style: "base", filled: true, size: 22 },
      encoding: { x, y, opacity: { condition: { test: "datum.isComplete", value: 1 }, value: 0.45 }, tooltip },
    },
    ...(open
      ? [
          { data: { values: points([open]) }, mark: { type: "rule" as const, style: "baseline", strokeDash: [2, 2] }, encoding: { x } },
          {
            data: { values: points([open]) },
            mark: {
              type: "text" as const,
              style: "note",
              align: isRight ? ("left" as const) : ("right" as const),
              baseline: "top" as const,
              dx: isRight ? 5 : -5,
            },
            encoding: { x, y: { value: 0 }, text: { value: isRight ? names.open : `${names.open} →` } },
          },
        ]
      : []),
  ];
}

/** Does conversion change with the day of entry? One point per day (or week), the days whose window is not over dashed. */
export const conversionTrend: DrawChart<FunnelValues> = (values, context) => {
  const { step, periods } = trendPeriods(values.trend);
  if (periods.every(({ rate }) => rate === undefined)) return nothingToDraw(values, context, nothing(values, context));
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
    layers: layers(values, periods, { ...context, width }),
  });
  return { spec, description: text };
};
