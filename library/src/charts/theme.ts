/** The one place that holds the colours and sizes of charts, tables and results. */

/** Colours by what they mean; a chart names the meaning and never the colour. */
export interface Palette {
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly ground: string;
  /** All that is not singled out. */
  readonly base: string;
  /** Paler than `base`: estimates from small samples, and intervals. */
  readonly pale: string;
  /** The one thing that matters. */
  readonly accent: string;
  readonly good: string;
  readonly bad: string;
  /** Text on light and on deep colours, whatever the ground. */
  readonly onLight: string;
  readonly onDeep: string;
  /** Told apart by the colour-blind, in this order. */
  readonly categories: readonly string[];
  /** From few to many. */
  readonly sequential: readonly [low: string, high: string];
  /** From below to above, the neutral at zero. */
  readonly diverging: readonly [below: string, zero: string, above: string];
}

const categories = ["#3B6E9E", "#D9662B", "#5AA9A3", "#8E6BB0", "#C9A227", "#7A8793", "#B8405E", "#4F7F3A"] as const;

export const light: Palette = {
  ink: "#1F2933",
  muted: "#6B7785",
  line: "#D8DEE5",
  ground: "#FFFFFF",
  base: "#3B6E9E",
  pale: "#B9CBDC",
  accent: "#D9662B",
  good: "#2E8B6F",
  bad: "#B8405E",
  onLight: "#000000",
  onDeep: "#FFFFFF",
  categories,
  sequential: ["#EEF4F9", "#1F4E79"],
  diverging: ["#8E4B10", "#F5F5F5", "#1F5F8B"],
};

/** On the dark ground of the page, which shines through. */
export const dark: Palette = {
  ...light,
  ink: "#E6EAEF",
  muted: "#9AA5B1",
  line: "#3A4450",
  ground: "transparent",
  base: "#5E92C3",
  pale: "#3F5A75",
  accent: "#E8804A",
  good: "#4FB394",
  bad: "#DB6B86",
  categories: ["#5E92C3", "#E8804A", "#6CBDB6", "#A98BC8", "#D8B64A", "#97A4B0", "#DB6B86", "#74A65C"],
  sequential: ["#1C2F42", "#A9CDEE"],
  diverging: ["#D98F4E", "#3A3F45", "#6FAEDB"],
};

/** Ink of HTML that stands in someone else's page: JupyterLab's theme, or whatever ink the page has. */
export const pageInk = {
  ink: "var(--jp-content-font-color1, inherit)",
  muted: "var(--jp-content-font-color2, color-mix(in srgb, currentColor 65%, transparent))",
  line: "var(--jp-border-color2, color-mix(in srgb, currentColor 18%, transparent))",
} as const;

export const fonts = 'Inter, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif';

/** Sizes in pixels. */
export const sizes = {
  width: 640,
  height: 360,
  step: 28,
  treemap: 320,
  density: 260,
  title: 16,
  subtitle: 12,
  label: 12,
  caption: 10,
  text: 14,
  headline: 16,
  /** Widths of a result in a notebook and of running text in it. */
  result: 960,
  reading: 860,
  lineHeight: 1.35,
  /** Numbers that are read before all others, such as in the cells of a grid. */
  number: 15,
  /** Height of a grid's cell and of a line of text in a tile. */
  cell: 52,
  tileLine: 16,
  /** Room between a text and the edge of what holds it, and between two panels. */
  inset: 8,
  gap: 28,
  /** Room for the labels of a vertical axis, for a horizontal axis with its title, and below a plot without one. */
  axis: 44,
  belowAxis: 52,
  below: 14,
  /** A legend that is a bar of colour, and its place above the plot. */
  legendLength: 120,
  legendThickness: 8,
  legendWidth: 200,
  legendAbove: 34,
} as const;
