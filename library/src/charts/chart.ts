import type { TopLevelSpec } from "vega-lite";
import type { Displayable } from "../display.js";
import type { Language } from "../language/language.js";

/** A drawing of one result: a Vega-Lite v6 specification with its title, and a sentence that says what it shows. */
export interface Chart extends Displayable {
  readonly name: string;
  readonly language: Language;
  readonly spec: TopLevelSpec;
  /** Alternative text: what a reader who cannot see the chart should know. */
  readonly description: string;
  /**
   * The drawing as one SVG element that needs nothing from outside, with ids that do not clash when several stand on one page.
   * `dark` is drawn for a dark ground, which shines through.
   */
  toSvg(options?: { theme?: "light" | "dark" }): Promise<string>;
}

/** What a chart may say beside its values. */
export interface ChartContext {
  readonly language: Language;
  /** The name of the data, for the line below the chart. */
  readonly source?: string;
  /** Width of the whole drawing in pixels, 400–1200 (default 640). */
  readonly width?: number;
}

/** One kind of chart: from the values of a result to a drawing and the sentence that stands for it. Pure. */
export type DrawChart<Values> = (values: Values, context: ChartContext) => { readonly spec: TopLevelSpec; readonly description: string };
