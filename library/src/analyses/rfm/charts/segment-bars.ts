import { frame, sizes, type ChartContext, type DrawChart, type Layers } from "../../../charts/index.js";
import type { RfmValues, SegmentValues } from "../values.js";
import { caption } from "./chart-text.js";
import { layout, segmentRows, type Bar } from "./segment-bars-layout.js";
import { description, subtitle, title, words } from "./segment-bars-text.js";

/** The segment that revenue leans on most: the largest share of revenue or, where nobody spent anything, of customers. */
const leading = ({ segments, revenue }: RfmValues): SegmentValues | undefined => {
  const size = (segment: SegmentValues) => (revenue > 0 ? segment.revenue : segment.customers);
  return segments.reduce<SegmentValues | undefined>((best, segment) => (best && size(best) >= size(segment) ? best : segment), undefined);
};

const looks = ["base", "pale", "accent"] as const;
const hidden = { axis: null, title: null };

/** The layers from back to front: baselines, bars, intervals, values, amounts, headings. */
function layers(rows: readonly Bar[], { starts, span, end, left, showNotes }: ReturnType<typeof layout>, context: ChartContext): Layers {
  const names = words[context.language];
  const values = rows.map((bar) => ({
    ...bar,
    start: starts[bar.panel],
    end: starts[bar.panel] + bar.share,
    lowAt: starts[bar.panel] + bar.low,
    highAt: starts[bar.panel] + bar.high,
    valueAt: starts[bar.panel] + Math.max(bar.share, bar.high),
    noteAt: starts[bar.panel] + span,
  }));
  const x = (field: string) => ({ field, type: "quantitative" as const, scale: { domain: [0, end], nice: false, zero: true }, ...hidden });
  const y = {
    field: "segment",
    type: "nominal" as const,
    scale: { domain: [...new Set(rows.map(({ segment }) => segment))], paddingInner: 0.42, paddingOuter: 0.21 },
    title: null,
    axis: { labelAlign: "left" as const, labelPadding: left, labelLimit: left - 8, domain: false },
  };
  const tooltip = [
    { field: "segment", type: "nominal" as const, title: names.segment },
    { field: "measure", type: "nominal" as const, title: " " },
    { field: "value", type: "nominal" as const, title: names.share },
    { field: "interval", type: "nominal" as const, title: names.interval },
  ];
  const headings = ([0, 1] as const).map((panel) => ({ at: starts[panel], text: panel === 0 ? names.customers : names.revenue }));
  return [
    {
      data: { values },
      layer: [
        ...looks.map((look) => ({
          transform: [{ filter: `datum.look === '${look}'` }],
          mark: { type: "bar" as const, style: look },
          encoding: { x: x("start"), x2: { field: "end" }, y, tooltip },
        })),
        {
          transform: [{ filter: "datum.high > datum.low" }],
          mark: { type: "rule" as const, style: "interval" },
          encoding: { x: x("lowAt"), x2: { field: "highAt" }, y },
        },
        {
          mark: { type: "text" as const, style: "strong", align: "left" as const, dx: 6 },
          encoding: { x: x("valueAt"), y, text: { field: "value" } },
        },
        ...(showNotes
          ? [
              {
                mark: { type: "text" as const, style: "note", align: "right" as const },
                encoding: { x: x("noteAt"), y, text: { field: "note" } },
              },
            ]
          : []),
      ],
    },
    {
      data: { values: headings },
      layer: [
        { mark: { type: "rule" as const, style: "baseline" }, encoding: { x: x("at") } },
        {
          mark: { type: "text" as const, style: "heading", align: "left" as const, baseline: "bottom" as const, dy: -6 },
          encoding: { x: x("at"), y: { value: 0 }, text: { field: "text" } },
        },
      ],
    },
  ];
}

/** Which segments do customers and revenue belong to? One row of bars per segment, customers beside revenue on one scale. */
export const segmentBars: DrawChart<RfmValues> = (values, context) => {
  const best = leading(values);
  const rows = segmentRows(values, context, best);
  const place = layout(rows, context.width ?? sizes.width);
  const text = description(values, context);
  const spec = frame({
    title: title(values, context, best),
    subtitle: subtitle(values, context),
    caption: caption(values, context, context.source),
    description: text,
    width: place.plotWidth,
    height: sizes.step * values.segments.length,
    left: place.left,
    below: sizes.below,
    layers: layers(rows, place, context),
  });
  return { spec, description: text };
};
