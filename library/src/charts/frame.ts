import type { TopLevelSpec } from "vega-lite";
import { balancedLines, wrapText } from "./text-metrics.js";
import { sizes } from "./theme.js";
import { lightConfig } from "./vega-config.js";

type LayeredSpec = Extract<TopLevelSpec, { layer: unknown }>;
export type Layers = LayeredSpec["layer"];

export interface Plot {
  /** The finding, as a sentence with its number. */
  readonly title: string;
  /** What is drawn, unit, n, period. */
  readonly subtitle: string;
  /** Source, parameters, as-of. */
  readonly caption: string;
  /** Alternative text. */
  readonly description: string;
  /** Width and height of the plot without what stands around it. */
  readonly width: number;
  readonly height: number;
  /** Room to the left of the plot and below it, for its axes. */
  readonly left: number;
  readonly below: number;
  readonly layers: Layers;
}

const captionLine = Math.round(sizes.caption * sizes.lineHeight);

/** Text below the plot, which Vega-Lite has no word for: one text mark outside the plot's area. */
const captionLayer = ({ height, left, below }: Plot, lines: readonly string[]): Layers => [
  {
    data: { values: [{}] },
    mark: { type: "text", style: "caption", text: [...lines], align: "left", baseline: "top", lineHeight: captionLine, tooltip: null },
    encoding: { x: { value: -left }, y: { value: height + below } },
  },
];

/** Puts title, subtitle and caption around a plot, all from the same left edge and wrapped at the width of the whole. */
export function frame(plot: Plot): TopLevelSpec {
  const { title, subtitle, caption, description, width, height, left, layers } = plot;
  const whole = width + left;
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    description,
    config: lightConfig,
    title: {
      text: balancedLines(title, whole, { size: sizes.title, isBold: true }),
      subtitle: wrapText(subtitle, whole, { size: sizes.subtitle }),
      dx: -left,
    },
    width,
    height,
    data: { values: [] },
    layer: [...layers, ...captionLayer(plot, wrapText(caption, whole, { size: sizes.caption }))],
  };
}
