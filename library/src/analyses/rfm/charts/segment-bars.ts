import { frame, sizes, textWidth, type ChartContext, type DrawChart, type Layers } from "../../../charts/index.js";
import { format } from "../../../language/index.js";
import type { RfmValues, SegmentValues, Share } from "../values.js";
import { caption, population, say } from "./chart-text.js";

const label = { size: sizes.label };
const gapBetweenPanels = 28;
const smallSample = 30;

/** The segment that revenue leans on most: the largest share of revenue or, where nobody spent anything, of customers. */
const leading = ({ segments, revenue }: RfmValues): SegmentValues | undefined => {
  const size = (segment: SegmentValues) => (revenue > 0 ? segment.revenue : segment.customers);
  return segments.reduce<SegmentValues | undefined>((best, segment) => (best && size(best) >= size(segment) ? best : segment), undefined);
};

const title = say<[SegmentValues | undefined]>({
  en: ({ values, percent, count }, best) => {
    if (!best || best.customers === 0) return "There are no customers to put into segments";
    if (values.customers === 1) return `The only customer is in the segment "${best.name.en}"`;
    if (best.customers === values.customers) return `All ${count(values.customers)} customers are in one segment, "${best.name.en}"`;
    if (values.revenue <= 0)
      return `No segment brings revenue; "${best.name.en}" is the largest with ${percent(best.customerShare.value)} of customers`;
    return `${percent(best.revenueShare.value)} of revenue comes from "${best.name.en}", who are ${percent(best.customerShare.value)} of customers`;
  },
  "zh-CN": ({ values, percent, count }, best) => {
    if (!best || best.customers === 0) return "没有可以分群的客户";
    if (values.customers === 1) return `唯一的客户属于分群“${best.name["zh-CN"]}”`;
    if (best.customers === values.customers) return `全部 ${count(values.customers)} 名客户都属于同一分群“${best.name["zh-CN"]}”`;
    if (values.revenue <= 0) return `各分群均无收入；“${best.name["zh-CN"]}”人数最多，占客户的 ${percent(best.customerShare.value)}`;
    return `“${best.name["zh-CN"]}”占客户的 ${percent(best.customerShare.value)}，贡献了 ${percent(best.revenueShare.value)} 的收入`;
  },
});

const subtitle = say<[]>({
  en: (words) =>
    `Share of customers and of revenue (${words.compact(words.values.revenue)} in all); lines are 95 % intervals; ${population.en(words)}`,
  "zh-CN": (words) =>
    `各分群的客户占比与收入占比（总收入 ${words.compact(words.values.revenue)}）；细线为 95% 置信区间；${population["zh-CN"](words)}`,
});

const description = say<[]>({
  en: ({ values, percent }) =>
    `Bars per segment, share of customers and of revenue: ${values.segments.map(({ name, customerShare, revenueShare }) => `${name.en} ${percent(customerShare.value)} and ${percent(revenueShare.value)}`).join("; ")}.`,
  "zh-CN": ({ values, percent }) =>
    `各分群的客户占比与收入占比：${values.segments.map(({ name, customerShare, revenueShare }) => `${name["zh-CN"]} ${percent(customerShare.value)}、${percent(revenueShare.value)}`).join("；")}。`,
});

const words = {
  en: { customers: "Customers", revenue: "Revenue", segment: "Segment", share: "Share", interval: "95 % interval", small: "n < 30" },
  "zh-CN": { customers: "客户", revenue: "收入", segment: "分群", share: "占比", interval: "95% 置信区间", small: "n<30" },
};

/** One bar: a segment's share of customers or of revenue, with the texts that stand beside it. */
interface Bar {
  readonly segment: string;
  readonly measure: string;
  readonly panel: 0 | 1;
  readonly look: "accent" | "base" | "pale";
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly value: string;
  readonly interval: string;
  readonly note: string;
}

const finite = (value: number, otherwise = 0) => (Number.isFinite(value) ? value : otherwise);

function bars(values: RfmValues, { language }: ChartContext, best: SegmentValues | undefined): Bar[] {
  const { percent, percentInterval, compact } = format(language);
  const names = words[language];
  return values.segments.flatMap((segment): Bar[] => {
    const isSmall = segment.customers > 0 && segment.customers < smallSample;
    const look = segment === best ? "accent" : isSmall ? "pale" : "base";
    const bar = (panel: 0 | 1, { value, interval }: Share, note: string): Bar => ({
      segment: segment.name[language],
      measure: panel === 0 ? names.customers : names.revenue,
      panel,
      look,
      share: finite(value),
      low: finite(interval[0], finite(value)),
      high: finite(interval[1], finite(value)),
      value: percent(value),
      interval: percentInterval(interval),
      note,
    });
    const people = compact(segment.customers);
    return [
      bar(0, segment.customerShare, isSmall ? `${people} (${names.small})` : people),
      bar(1, segment.revenueShare, compact(segment.revenue)),
    ];
  });
}

const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => textWidth(text, label)));

/** Where things stand: both panels share one scale, so that their bars compare. */
function layout(rows: readonly Bar[], width: number) {
  const left = Math.min(widest(rows.map(({ segment }) => segment)) + 12, width * 0.34);
  const panelWidth = (width - left - gapBetweenPanels) / 2;
  const valueWidth = widest(rows.map(({ value }) => value)) + 8;
  const noteWidth = widest(rows.map(({ note }) => note)) + 8;
  const showNotes = panelWidth - valueWidth - noteWidth >= 56;
  const barWidth = panelWidth - valueWidth - (showNotes ? noteWidth : 0);
  const longest = Math.max(...rows.map(({ share, high }) => Math.max(share, high)), 1e-9);
  const perPixel = longest / barWidth;
  const starts = [0, (panelWidth + gapBetweenPanels) * perPixel] as const;
  return { left, showNotes, starts, span: panelWidth * perPixel, end: (width - left) * perPixel, plotWidth: width - left };
}

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
  const rows = bars(values, context, best);
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
    below: 14,
    layers: layers(rows, place, context),
  });
  return { spec, description: text };
};
