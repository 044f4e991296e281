import { hierarchy, treemap, treemapSquarify } from "d3-hierarchy";
import { shorten, sizes, textWidth, wrapText, type ChartContext } from "../../../charts/index.js";
import { format, type Text } from "../../../language/index.js";
import type { RfmValues, SegmentValues } from "../values.js";

const strong = { size: sizes.label, isBold: true };
const plain = { size: sizes.label };
const { inset, tileLine } = sizes;
const mostNameLines = 2;

/** One segment's rectangle in pixels, with the texts that fit into it. */
export interface Tile {
  readonly segment: string;
  readonly people: string;
  readonly money: string;
  readonly revenueShare: number;
  readonly x: number;
  readonly x2: number;
  readonly y: number;
  readonly y2: number;
  readonly left: number;
  readonly top: number;
  readonly below: number;
  readonly name: readonly string[];
  readonly details: readonly string[];
}

interface Node {
  readonly segment?: SegmentValues;
  readonly children?: readonly Node[];
}

/** The name on as many lines as it needs, shortened where its words are wider than the tile. */
function nameLines(name: string, width: number, room: number): string[] {
  const lines = wrapText(name, width, strong);
  const isWhole = lines.length <= Math.min(room, mostNameLines) && !lines.some((line) => line === "" || line.endsWith("…"));
  if (isWhole) return lines;
  const short = room >= 1 ? shorten(name, width, strong) : "";
  return short === "" ? [] : [short];
}

const ofRevenue: Readonly<Record<keyof Text, (share: string) => string>> = {
  en: (share) => `${share} of revenue`,
  "zh-CN": (share) => `收入占比 ${share}`,
};

/** Customers with their share, and the share of revenue, each where it fits; without a name they would say nothing. */
function detailLines(segment: SegmentValues, width: number, { language }: ChartContext): string[] {
  const { compact, percent } = format(language);
  const people = [`${compact(segment.customers)} · ${percent(segment.customerShare.value)}`, compact(segment.customers)];
  const money = [ofRevenue[language](percent(segment.revenueShare.value))];
  return [people, money].flatMap((choices) => choices.find((text) => textWidth(text, plain) <= width) ?? []);
}

/** Rectangles whose areas are the numbers of customers, as square as can be; segments without customers have none. */
export function treemapTiles({ segments }: RfmValues, width: number, context: ChartContext): Tile[] {
  const { count, percent } = format(context.language);
  const children: Node[] = segments.filter(({ customers }) => customers > 0).map((segment) => ({ segment }));
  const root = hierarchy<Node>({ children })
    .sum(({ segment }) => segment?.customers ?? 0)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const leaves = treemap<Node>().tile(treemapSquarify).size([width, sizes.treemap]).round(true)(root).leaves();
  return leaves.flatMap(({ data: { segment }, x0, x1, y0, y1 }): Tile[] => {
    if (!segment) return [];
    const { name, customers, revenueShare } = segment;
    const inner = x1 - x0 - 2 * inset;
    const room = Math.floor((y1 - y0 - 2 * inset + 4) / tileLine);
    const lines = nameLines(name[context.language], inner, room);
    const details = lines.length === 0 ? [] : detailLines(segment, inner, context).slice(0, Math.max(0, room - lines.length));
    return [
      {
        segment: name[context.language],
        people: count(customers),
        money: percent(revenueShare.value),
        revenueShare: Number.isFinite(revenueShare.value) ? revenueShare.value : 0,
        ...{ x: x0, x2: x1, y: y0, y2: y1 },
        left: x0 + inset,
        top: y0 + inset,
        below: y0 + inset + lines.length * tileLine,
        name: lines,
        details,
      },
    ];
  });
}
