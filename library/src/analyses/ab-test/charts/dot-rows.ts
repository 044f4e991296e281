import {
  percentLabels,
  numberLabels,
  shorten,
  sizes,
  textWidth,
  titleAtEnd,
  wrapText,
  type ChartContext,
  type Layers,
} from "../../../charts/index.js";
import type { DotPlot } from "./dot-plot.js";
import { reachOf } from "./reach.js";

const plain = { size: sizes.label };
const strong = { size: sizes.label, isBold: true };
/** Least room for the marks, as a share of the whole width, before texts beside them are left out. */
const leastPlot = 0.36;
const mostLabel = 0.32;

const widest = (texts: readonly string[], style: typeof plain): number => Math.max(0, ...texts.map((text) => textWidth(text, style)));

/** Where things stand, from the texts' widths. */
function layout({ rows }: DotPlot, width: number) {
  const named = rows.filter(({ isHeading }) => !isHeading);
  const headings = rows.filter(({ isHeading }) => isHeading).map(({ label }) => label);
  const names = Math.max(
    widest(
      named.map(({ label }) => label),
      plain,
    ),
    widest(headings, strong),
  );
  const left = Math.min(names + 2 * sizes.inset, width * mostLabel);
  const lines = named.map(({ label }) => wrapText(label, left - 2 * sizes.inset, plain).length);
  const step = Math.max(1, ...lines) > 1 ? sizes.step + sizes.inset : sizes.step;
  const textRoom =
    widest(
      rows.map(({ text }) => text),
      strong,
    ) +
    2 * sizes.inset;
  const noteRoom =
    widest(
      rows.map(({ note }) => note),
      plain,
    ) + sizes.inset;
  const showNotes = width - left - textRoom - noteRoom >= width * leastPlot;
  const plot = width - left - textRoom - (showNotes ? noteRoom : 0);
  return { left, step, plot, textAt: plot + 2 * sizes.inset, noteAt: plot + sizes.inset + textRoom, showNotes, height: step * rows.length };
}

/** The name on up to two lines. */
function labelLines(label: string, room: number): string[] {
  const [first = "", ...rest] = wrapText(label, room, plain);
  return rest.length === 0 ? [first] : [first, shorten(rest.join(" "), room, plain)];
}

/** Points with intervals, one row each, names to the left and numbers to the right; ends that reach too far are cut and get an arrow. */
export function dotRows(plot: DotPlot, context: ChartContext) {
  const width = context.width ?? sizes.width;
  const place = layout(plot, width);
  const domain = reachOf(plot);
  const [least, most] = domain;
  const within = (value: number) => Math.min(most, Math.max(least, value));
  const values = plot.rows.map((row, index) => {
    const isDrawn = row.value !== undefined && Number.isFinite(row.value);
    const [low, high] = row.interval ?? [Number.NaN, Number.NaN];
    const hasInterval = isDrawn && !Number.isNaN(low) && !Number.isNaN(high);
    const at = (index + 0.5) * place.step;
    const lines = row.isHeading ? [shorten(row.label, width, strong)] : labelLines(row.label, place.left - 2 * sizes.inset);
    const isBelow = isDrawn && (row.value as number) < least;
    const isAbove = isDrawn && (row.value as number) > most;
    return {
      at,
      labelAt: at - ((lines.length - 1) * sizes.tileLine) / 2,
      name: row.label,
      lines,
      kind: row.isHeading ? "heading" : "row",
      look: row.look,
      mark: !isDrawn || isBelow || isAbove ? "none" : row.isClear ? "clear" : "unclear",
      value: isDrawn ? within(row.value as number) : 0,
      low: hasInterval ? within(low) : least,
      high: hasInterval ? within(high) : most,
      interval: hasInterval && low <= most && high >= least ? "yes" : "no",
      isCutLow: isBelow || (hasInterval && low < least),
      isCutHigh: isAbove || (hasInterval && high > most),
      text: row.text,
      note: row.note,
    };
  });
  return { ...place, layers: layers(plot, values, { place, domain, context }) };
}

interface Drawing {
  readonly place: ReturnType<typeof layout>;
  readonly domain: readonly [number, number];
  readonly context: ChartContext;
}

const area = sizes.inset ** 2;
const looks = ["base", "pale", "accent"] as const;

function layers(plot: DotPlot, values: readonly object[], { place, domain, context: { language } }: Drawing): Layers {
  const { plot: room, height, textAt, noteAt, left, showNotes } = place;
  const x = (field: string) => ({
    field,
    type: "quantitative" as const,
    scale: { domain: [...domain], range: [0, room], nice: false, zero: false },
    axis: {
      ...titleAtEnd(plot.axisTitle),
      grid: true,
      tickCount: Math.max(3, Math.floor(room / 70)),
      labelExpr: plot.unit === "percent" ? percentLabels(language) : numberLabels(language),
      labelFlush: true,
    },
  });
  const y = { field: "at", type: "quantitative" as const, scale: { domain: [0, height], range: [0, height], nice: false }, axis: null };
  const tooltip = [
    { field: "name", type: "nominal" as const, title: plot.words.name },
    { field: "text", type: "nominal" as const, title: plot.words.value },
    { field: "note", type: "nominal" as const, title: plot.words.interval },
  ];
  const only = (test: string) => ({ transform: [{ filter: test }] });
  const text = (field: string, at: number, style: string, height = "at") => ({
    mark: { type: "text" as const, style, align: "left" as const, baseline: "middle" as const, lineHeight: sizes.tileLine },
    encoding: { x: { value: at }, y: { ...y, field: height }, text: { field } },
  });
  const rule = (at: number, strokeDash: number[]) => ({
    data: { values: [{ at }] },
    mark: { type: "rule" as const, style: "baseline", strokeDash },
    encoding: { x: x("at") },
  });
  const arrow = (test: string, at: "low" | "high", shape: string) => ({
    ...only(test),
    mark: { type: "point" as const, style: "base", shape, filled: true, size: area },
    encoding: { x: x(at), y },
  });
  const dashes = [sizes.inset / 2, sizes.inset / 2];
  return [
    ...(plot.hasZero && domain[0] <= 0 && domain[1] >= 0 ? [rule(0, [1, 0])] : []),
    ...(plot.reference !== undefined && plot.reference >= domain[0] && plot.reference <= domain[1] ? [rule(plot.reference, dashes)] : []),
    {
      data: { values: [...values] },
      layer: [
        {
          ...only("datum.interval === 'yes'"),
          mark: { type: "rule" as const, style: "interval" },
          encoding: { x: x("low"), x2: { field: "high" }, y },
        },
        arrow("datum.isCutLow", "low", "triangle-left"),
        arrow("datum.isCutHigh", "high", "triangle-right"),
        ...looks.flatMap((look) =>
          (["clear", "unclear"] as const).map((mark) => ({
            ...only(`datum.look === '${look}' && datum.mark === '${mark}'`),
            mark: { type: "point" as const, style: look, filled: mark === "clear", size: area, strokeWidth: 2 },
            encoding: { x: x("value"), y, tooltip },
          })),
        ),
        { ...only("datum.kind === 'row'"), ...text("lines", -left, "value", "labelAt") },
        { ...only("datum.kind === 'heading'"), ...text("lines", -left, "heading") },
        { ...only("datum.kind === 'row'"), ...text("text", textAt, "strong") },
        ...(showNotes ? [{ ...only("datum.kind === 'row'"), ...text("note", noteAt, "note") }] : []),
      ],
    },
  ];
}
