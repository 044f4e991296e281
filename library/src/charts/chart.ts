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
  /** The drawing as one SVG element that needs nothing from outside, with ids that do not clash when several stand on one page. */
  toSvg(): Promise<string>;
}
