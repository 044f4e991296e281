import { shorten, sizes, textWidth, wrapText } from "../../../charts/index.js";

const label = { size: sizes.label };
const strong = { size: sizes.label, isBold: true };
const smallestPlot = 110;
const mostLines = 2;

/** Height of one line of a label. */
export const labelLine = Math.round(sizes.label * sizes.lineHeight);

/** One estimate with its interval: a name on the left, a point with its whisker, its figures on the right. */
export interface ForestRow {
  readonly name: string;
  /** What of it: a level, a step; on a line of its own where both do not fit on one. */
  readonly detail?: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly look: "accent" | "base" | "pale";
  /** The figure, and its interval, which is left out where there is no room. */
  readonly figure: string;
  readonly interval: string;
  /** What the tooltip says beside. */
  readonly note: string;
}

export interface ForestScale {
  readonly type: "log" | "linear";
  readonly domain: readonly [low: number, high: number];
  /** Where nothing is: 1 for odds ratios, 0.5 for areas under a curve. */
  readonly reference: number;
  readonly ticks: readonly { readonly value: number; readonly text: string }[];
  /** What lies left and right of the reference. */
  readonly sides: readonly [left: string, right: string];
}

const widest = (texts: readonly string[], style: { size: number; isBold?: boolean }): number =>
  Math.max(0, ...texts.map((text) => textWidth(text, style)));

const wholeName = ({ name, detail }: ForestRow): string => (detail === undefined ? name : name + detail);

/** The whole name on one line, or name and detail on one each, shortened where a line is too short. */
function nameLines(row: ForestRow, width: number): string[] {
  const whole = wholeName(row);
  if (textWidth(whole, label) <= width) return [whole];
  const lines = row.detail === undefined ? wrapText(row.name, width, label) : [row.name, row.detail.replace(/^[:,\uff1a\uff0c]\s*/, "")];
  const [first = "", second] = lines.length > mostLines ? [lines[0], row.name.slice(lines[0]?.length).trimStart()] : lines;
  return [first, ...(second === undefined ? [] : [second])].map((line) => shorten(line, width, label));
}

/** Ticks with room between their labels; the reference always stays. */
function thinned({ ticks, reference }: ForestScale, at: (value: number) => number): ForestScale["ticks"] {
  const room =
    widest(
      ticks.map(({ text }) => text),
      label,
    ) + 10;
  const origin = at(reference);
  const kept: { value: number; text: string }[] = [];
  for (const tick of ticks.toSorted((one, other) => Math.abs(at(one.value) - origin) - Math.abs(at(other.value) - origin))) {
    if (kept.every(({ value }) => Math.abs(at(value) - at(tick.value)) >= room)) kept.push(tick);
  }
  return kept;
}

/** Where every name, whisker and figure stands, in pixels from the top left. */
export function forestLayout(rows: readonly ForestRow[], scale: ForestScale, width: number) {
  const figuresOf = (showsInterval: boolean) => rows.map(({ figure, interval }) => (showsInterval ? `${figure} (${interval})` : figure));
  const mostForNames = Math.max(80, width * 0.38);
  const nameWidth = Math.min(widest(rows.map(wholeName), label) + 2, mostForNames);
  const fits = (texts: readonly string[]) => width - nameWidth - widest(texts, strong) - 4 * sizes.inset >= smallestPlot;
  const figures = fits(figuresOf(true)) ? figuresOf(true) : figuresOf(false);
  const left = nameWidth + 2 * sizes.inset;
  const right = width - widest(figures, strong) - 2 * sizes.inset;
  const along = scale.type === "log" ? Math.log : (value: number) => value;
  const [low, high] = scale.domain;
  const at = (value: number): number => {
    const inside = Math.min(high, Math.max(low, value));
    return left + ((along(inside) - along(low)) / (along(high) - along(low))) * (right - left);
  };
  let top = labelLine + 6;
  const places = rows.map((row, index) => {
    const lines = nameLines(row, nameWidth);
    const height = Math.max(sizes.step, lines.length * labelLine + 8);
    const middle = top + height / 2;
    top += height;
    return { ...row, lines, middle, figure: figures[index] ?? "", at: at(row.value), lowAt: at(row.low), highAt: at(row.high) };
  });
  return {
    places,
    left,
    right,
    height: top,
    referenceAt: at(scale.reference),
    ticks: thinned(scale, at).map((tick) => ({ ...tick, at: at(tick.value) })),
  };
}

export type ForestLayout = ReturnType<typeof forestLayout>;
