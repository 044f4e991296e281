import { sizes, textWidth, type ChartContext } from "../../../charts/index.js";
import { format } from "../../../language/index.js";
import type { RfmValues, SegmentValues, Share } from "../values.js";
import { words } from "./segment-bars-text.js";

const label = { size: sizes.label };
const smallSample = 30;

/** One bar: a segment's share of customers or of revenue, with the texts that stand beside it. */
export interface Bar {
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

/** The bars of both panels, customers first, segment by segment. */
export function segmentRows(values: RfmValues, { language }: ChartContext, best: SegmentValues | undefined): Bar[] {
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
export function layout(rows: readonly Bar[], width: number) {
  const left = Math.min(widest(rows.map(({ segment }) => segment)) + 12, width * 0.34);
  const panelWidth = (width - left - sizes.gap) / 2;
  const valueWidth = widest(rows.map(({ value }) => value)) + 8;
  const noteWidth = widest(rows.map(({ note }) => note)) + 8;
  const showNotes = panelWidth - valueWidth - noteWidth >= 56;
  const barWidth = panelWidth - valueWidth - (showNotes ? noteWidth : 0);
  const longest = Math.max(...rows.map(({ share, high }) => Math.max(share, high)), 1e-9);
  const perPixel = longest / barWidth;
  const starts = [0, (panelWidth + sizes.gap) * perPixel] as const;
  return { left, showNotes, starts, span: panelWidth * perPixel, end: (width - left) * perPixel, plotWidth: width - left };
}
