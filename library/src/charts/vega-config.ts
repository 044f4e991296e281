import type { Config, TopLevelSpec } from "vega-lite";
import { dark, fonts, light, sizes, type Palette } from "./theme.js";

const text = (color: string, size: number, more: object = {}) => ({ color, fontSize: size, ...more });

/** How marks look, by the name that a mark gives as its `style`. */
const styles = ({ ink, muted, line, ground, base, pale, accent }: Palette) => ({
  base: { color: base },
  pale: { color: pale },
  accent: { color: accent },
  interval: { color: ink, strokeWidth: 1.5, opacity: 0.75 },
  baseline: { color: muted, strokeWidth: 1 },
  gridline: { color: line, strokeWidth: 1 },
  tile: { stroke: ground === "transparent" ? line : ground, strokeWidth: 2 },
  value: text(ink, sizes.label),
  strong: text(ink, sizes.label, { fontWeight: 600 }),
  note: text(muted, sizes.label),
  number: text(ink, sizes.number, { fontWeight: 600 }),
  heading: text(muted, sizes.label, { fontWeight: 600 }),
  caption: text(muted, sizes.caption),
});

const makeConfig = (palette: Palette): Config => ({
  background: palette.ground,
  font: fonts,
  padding: 8,
  aria: false,
  view: { stroke: "transparent" },
  title: {
    anchor: "start",
    frame: "group",
    color: palette.ink,
    fontSize: sizes.title,
    fontWeight: 600,
    lineHeight: Math.round(sizes.title * sizes.lineHeight),
    subtitleColor: palette.muted,
    subtitleFontSize: sizes.subtitle,
    subtitleLineHeight: Math.round(sizes.subtitle * sizes.lineHeight),
    subtitlePadding: 8,
    offset: 14,
    aria: false,
  },
  axis: {
    labelColor: palette.ink,
    labelFontSize: sizes.label,
    titleColor: palette.muted,
    titleFontSize: sizes.label,
    titleFontWeight: "normal",
    gridColor: palette.line,
    domainColor: palette.line,
    domain: false,
    ticks: false,
    grid: false,
    labelPadding: 6,
    aria: false,
  },
  legend: { labelColor: palette.ink, titleColor: palette.muted, labelFontSize: sizes.label, titleFontSize: sizes.label, aria: false },
  range: {
    category: [...palette.categories],
    heatmap: [...palette.sequential],
    ramp: [...palette.sequential],
    diverging: [...palette.diverging],
  },
  mark: { color: palette.base },
  text: { color: palette.ink },
  style: styles(palette),
});

/** The look of every chart; specifications carry it, so that they look the same wherever they are drawn. */
export const lightConfig: Config = makeConfig(light);

/** The same on a dark ground. */
export const darkConfig: Config = makeConfig(dark);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Every setting that is as in `from` becomes as in `to`; what the author chose otherwise stays. */
function swap(config: unknown, from: unknown, to: unknown): unknown {
  if (!isObject(config) || !isObject(from) || !isObject(to)) return isSame(config, from) ? to : config;
  return Object.fromEntries(
    Object.entries(config).map(([key, value]) => [key, key in from && key in to ? swap(value, from[key], to[key]) : value]),
  );
}

/** A specification of ours for a dark ground; a chart from elsewhere keeps the colours it names. */
export const onDarkGround = (spec: TopLevelSpec): TopLevelSpec => ({
  ...spec,
  config: swap(spec.config ?? {}, lightConfig, darkConfig) as Config,
});
