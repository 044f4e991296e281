import {
  frame,
  numberLabels,
  sizes,
  textWidth,
  titleAbove,
  titleAtEnd,
  type ChartContext,
  type DrawChart,
  type Layers,
} from "../../../charts/index.js";
import { format } from "../../../language/index.js";
import type { FunnelValues } from "../values.js";
import { durationText, spanFor, unitTitle } from "../vocabulary.js";
import { caption } from "./chart-text.js";
import { nothingToDraw } from "./nothing-to-draw.js";
import { description, nothing, subtitle, title, words } from "./time-text.js";

const left = sizes.axis;
/** Room above the highest bar for the names of the marks. */
const headroom = 1.2;

type Time = NonNullable<FunnelValues["time"]>;

/** A mark at a time, named on the side of it that has room. */
function mark(
  at: number,
  { name, span, width, row }: { name: string; span: readonly [number, number]; width: number; row: number },
): Layers {
  const share = (at - span[0]) / (span[1] - span[0]);
  const isRight = share * width + textWidth(name, { size: sizes.label, isBold: true }) + sizes.inset < width;
  const x = { datum: at, type: "quantitative" as const, scale: { domain: [...span], nice: false, zero: false } };
  const style = row === 0 ? "strong" : "note";
  return [
    { data: { values: [{}] }, mark: { type: "rule" as const, style: "baseline", strokeDash: [3, 3] }, encoding: { x } },
    {
      data: { values: [{}] },
      mark: {
        type: "text" as const,
        style,
        align: isRight ? ("left" as const) : ("right" as const),
        dx: isRight ? 5 : -5,
        baseline: "top" as const,
      },
      encoding: { x, y: { value: row * (sizes.tileLine + 2) }, text: { value: name } },
    },
  ];
}

function layers(time: Time, values: FunnelValues, { language, width }: ChartContext & { readonly width: number }): Layers {
  const { count } = format(language);
  const names = words[language];
  const [first, last] = [time.histogram[0]?.from ?? 0, time.histogram.at(-1)?.to ?? 1];
  const unit = spanFor(last);
  const scaled = (seconds: number) => seconds / unit.seconds;
  const isPoint = last <= first;
  const most = Math.max(1, ...time.histogram.map((bin) => bin.count));
  const gap = (isPoint ? unit.seconds : last - first) * 0.003;
  const bins = time.histogram.map(({ from, to, count: people }) => ({
    ...{ from: scaled(from), end: scaled((isPoint ? from + unit.seconds : to) - gap), people },
    ...{ peopleText: count(people), rangeText: `${durationText(from, language)} – ${durationText(to, language)}` },
  }));
  const span = [scaled(first), Math.max(scaled(last), scaled(first) + (isPoint ? 1 : 1e-9))] as const;
  const heading = unitTitle(values, language);
  const axisTitle = language === "en" ? `${names.time} (${unit.en}s) →` : `${names.time}（${unit["zh-CN"]}）→`;
  return [
    {
      data: { values: bins },
      mark: { type: "rect" as const, style: "base" },
      encoding: {
        x: {
          field: "from",
          type: "quantitative" as const,
          scale: { domain: [...span], nice: false, zero: false },
          axis: { ...titleAtEnd(axisTitle), domain: true, tickCount: 8, labelExpr: numberLabels(language) },
        },
        x2: { field: "end" },
        y: {
          field: "people",
          type: "quantitative" as const,
          scale: { domain: [0, most * headroom], nice: false },
          axis: { ...titleAbove(`↑ ${heading}`, left), grid: true, tickCount: 5, tickMinStep: 1, labelExpr: numberLabels(language) },
        },
        y2: { datum: 0 },
        tooltip: [
          { field: "rangeText", type: "nominal" as const, title: names.range },
          { field: "peopleText", type: "nominal" as const, title: heading },
        ],
      },
    },
    ...mark(scaled(time.median), { name: `${names.median} ${durationText(time.median, language)}`, span, width, row: 0 }),
    ...(time.n > 1 ? mark(scaled(time.p90), { name: `${names.p90} ${durationText(time.p90, language)}`, span, width, row: 1 }) : []),
  ];
}

/** How long do those who convert take? A histogram with the median and the time within which nine in ten are done. */
export const timeToConvert: DrawChart<FunnelValues> = (values, context) => {
  if (!values.time || values.time.histogram.length === 0) return nothingToDraw(values, context, nothing(values, context));
  const width = (context.width ?? sizes.width) - left;
  const text = description(values, context);
  const spec = frame({
    title: title(values, context),
    subtitle: subtitle(values, context),
    caption: caption(values, context, context.source),
    description: text,
    width,
    height: sizes.density,
    left,
    below: sizes.belowAxis,
    layers: layers(values.time, values, { ...context, width }),
  });
  return { spec, description: text };
};
