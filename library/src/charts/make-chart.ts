import type { TopLevelSpec } from "vega-lite";
import { displaySymbol, vegaLiteMimeType, type MimeBundle } from "../display.js";
import type { Language } from "../language/index.js";
import type { Chart } from "./chart.js";
import { drawSvg } from "./draw-svg.js";
import { onDarkGround } from "./vega-config.js";

export interface ChartParts {
  readonly name: string;
  readonly language: Language;
  readonly spec: TopLevelSpec;
  readonly description: string;
}

/**
 * A chart from its specification and its alternative text.
 *
 * It shows itself in notebooks as a live Vega-Lite chart, as SVG where there is no renderer, and as a sentence where there are no pictures.
 */
export function makeChart({ name, language, spec, description }: ChartParts): Chart {
  const toSvg: Chart["toSvg"] = ({ theme = "light" } = {}) => drawSvg(theme === "dark" ? onDarkGround(spec) : spec, description);
  const bundle = async (): Promise<MimeBundle> => ({
    [vegaLiteMimeType]: spec,
    "image/svg+xml": await toSvg(),
    "text/plain": description,
  });
  return Object.freeze({ name, language, spec, description, toSvg, [displaySymbol]: bundle });
}
