import {
  frame,
  numberLabels,
  percentLabels,
  sizes,
  titleAbove,
  type ChartContext,
  type DrawChart,
  type Layers,
} from "../../../charts/index.js";
import { differenceScale, testFormat } from "../reading-format.js";
import type { AbTestValues } from "../values.js";
import { caption, doubt, headline, say } from "./chart-text.js";
import { description, noDays, subtitle, title } from "./cumulative-text.js";
import { alone, words } from "./finding-text.js";
import { looksOf, type Look } from "./look.js";
import { nothingToDraw } from "./nothing-to-draw.js";

const left = sizes.axis + sizes.inset;
/** The plot reaches this many times as far as the last day's wider interval; the first days reach beyond it. */
const mostReach = 3;

/** How far up and down the plot goes: the last day's interval is seen whole, the wild first days are cut. */
function reachOf(looks: readonly Look[]): readonly [number, number] {
  const last = looks.at(-1);
  if (!last) return [-1, 1];
  const half = Math.max(last.wideHigh - last.wideLow, Math.abs(last.value)) / 2 || 1;
  const [least, most] = [last.value - mostReach * half, last.value + mostReach * half];
  const low = Math.max(least, Math.min(0, ...looks.map(({ wideLow }) => wideLow)));
  const high = Math.min(most, Math.max(0, ...looks.map(({ wideHigh }) => wideHigh)));
  return [Math.min(0, low), Math.max(0, high)];
}

/** Room beside the first and the last day: a third of a day, more where there are many. */
const marginOf = (looks: readonly Look[]): number => (dayLength * Math.max(1, looks.length / 14)) / 3;
const dayLength = 86_400_000;

const stamp = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Every so many days, so that their labels have room. */
function ticks(looks: readonly Look[], width: number): number[] {
  const every = Math.max(1, Math.ceil(looks.length / Math.max(2, Math.floor(width / 72))));
  return looks.flatMap(({ day }, index) => (index % every === 0 ? [stamp(day)] : []));
}

function layers(looks: readonly Look[], isRate: boolean, width: number, { language }: ChartContext): Layers {
  const f = testFormat(language);
  const names = words[language];
  const scale = differenceScale({ type: isRate ? "proportion" : "mean" });
  const values = looks.map((look) => ({
    ...look,
    at: stamp(look.day),
    dayText: f.date(look.day),
    valueText: f.signed(look.value, scale),
    intervalText: f.between([look.low, look.high], scale),
    unitsText: f.count(look.units),
  }));
  const domain = reachOf(looks);
  const margin = marginOf(looks);
  const [first, last] = [looks[0] as Look, looks.at(-1) as Look];
  const x = {
    field: "at",
    type: "temporal" as const,
    scale: { type: "utc" as const, nice: false, domain: [stamp(first.day) - margin, stamp(last.day) + margin] },
    axis: {
      title: null,
      values: ticks(looks, width),
      domain: true,
      labelExpr: language === "en" ? "utcFormat(datum.value, '%-d %b')" : "utcFormat(datum.value, '%-m月%-d日')",
      labelFlush: true,
    },
  };
  const y = (field: string) => ({
    field,
    type: "quantitative" as const,
    scale: { domain: [...domain], nice: false },
    axis: {
      ...titleAbove(isRate ? `${names.difference}${language === "en" ? " (points)" : "（百分点）"}` : names.difference, left),
      grid: true,
      tickCount: 5,
      labelExpr: isRate ? percentLabels(language).replace(/ \+ '[^']*'$/, "") : numberLabels(language),
    },
  });
  const tooltip = [
    { field: "dayText", type: "nominal" as const, title: names.day },
    { field: "valueText", type: "nominal" as const, title: names.difference },
    { field: "intervalText", type: "nominal" as const, title: names.interval },
    { field: "unitsText", type: "nominal" as const, title: names.units },
  ];
  const dashes = [sizes.inset / 2, sizes.inset / 2];
  const points = (filled: boolean) => ({
    transform: [{ filter: `datum.isClear === ${String(filled)}` }],
    mark: { type: "point" as const, style: "accent", filled, size: sizes.inset ** 2, clip: true },
    encoding: { x, y: y("value"), tooltip },
  });
  return [
    {
      data: { values },
      layer: [
        { mark: { type: "area" as const, style: "pale", clip: true, opacity: 0.6 }, encoding: { x, y: y("low"), y2: { field: "high" } } },
        ...["wideLow", "wideHigh"].map((field) => ({
          mark: { type: "line" as const, style: "base", clip: true, strokeDash: dashes },
          encoding: { x, y: y(field) },
        })),
        { mark: { type: "line" as const, style: "accent", clip: true }, encoding: { x, y: y("value") } },
        points(true),
        points(false),
      ],
    },
    { data: { values: [{ zero: 0 }] }, mark: { type: "rule", style: "baseline" }, encoding: { y: y("zero") } },
  ];
}

/** How did the difference settle, and on which days would an early look have misled? Day by day on the deciding metric. */
export const cumulative: DrawChart<AbTestValues> = (values, context) => {
  const found = headline(values);
  if (!found) return nothingToDraw(say(alone, context), values, context);
  const { metric, comparison } = found;
  const looks = looksOf(values.days.filter((day) => day.metric === metric.id && day.arm === comparison.arm));
  if (looks.length === 0) return nothingToDraw(say(noDays, context, metric), values, context);
  const width = (context.width ?? sizes.width) - left;
  const text = say(description, context, found, looks);
  const spec = frame({
    title: doubt(found, context) ?? say(title, context, found, looks),
    subtitle: say(subtitle, context, found, looks),
    caption: say(caption, context, values, context.source),
    description: text,
    width,
    height: sizes.density,
    left,
    below: sizes.belowAxis,
    layers: layers(looks, metric.type === "proportion", width, context),
  });
  return { spec, description: text };
};
