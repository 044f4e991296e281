import type { EmbedOptions, Result, VisualizationSpec } from "vega-embed";
import type { Loader, Spec } from "vega";
import type { Text } from "marklab/language";
import { ChartLogger } from "./chart-logger.js";
import type { Colours } from "./colours.js";
import { houseConfig } from "./house-config.js";
import type { ChartGrammar } from "./mime-types.js";
import { recolour } from "./recolour.js";
import { confine, withoutUsermeta } from "./sanitise.js";

/** A chart to be drawn: what the notebook holds, and from where its data may come. */
export interface ChartSource {
  readonly spec: object;
  readonly grammar: ChartGrammar;
  readonly loader: Loader;
}

/** A drawn chart; `problem` says why nothing, or not everything, could be drawn. */
export interface Drawing {
  readonly problem: Text | undefined;
  /** The chart as the address of a picture with its content; undefined when it could not be drawn. */
  toImage(type: "svg" | "png"): Promise<string | undefined>;
  finalize(): void;
}

/** SVG keeps text sharp and readable by screen readers, but thousands of marks make the page slow. */
const mostRowsAsSvg = 5000;
const rowsIn = ({ data, datasets }: { data?: { values?: unknown }; datasets?: object }) =>
  [data?.values, ...Object.values(datasets ?? {})].reduce<number>((most, rows) => Math.max(most, Array.isArray(rows) ? rows.length : 0), 0);

/** Some servers forbid evaluating text as code; Vega then walks its expressions instead, a little slower. */
function canEvaluate(): boolean {
  try {
    return new Function("return true")() === true;
  } catch {
    return false;
  }
}

function optionsFor({ spec, grammar, loader }: ChartSource, colours: Colours, logger: ChartLogger): EmbedOptions {
  return {
    mode: grammar,
    actions: false,
    renderer: rowsIn(spec) > mostRowsAsSvg ? "canvas" : "svg",
    config: houseConfig(colours) as NonNullable<EmbedOptions["config"]>,
    tooltip: { theme: colours.isDark ? "dark" : "light" },
    patch: (compiled: Spec) => confine(compiled),
    ast: !canEvaluate(),
    loader,
    logger,
  } as EmbedOptions;
}

/** Draws a chart into an element in the colours of the theme. Never throws: what goes wrong is the drawing's `problem`. */
export async function drawChart(host: HTMLElement, source: ChartSource, colours: Colours): Promise<Drawing> {
  const logger = new ChartLogger();
  let result: Result | undefined;
  try {
    const { default: embed } = await import("vega-embed");
    result = await embed(host, recolour(withoutUsermeta(source.spec), colours) as VisualizationSpec, optionsFor(source, colours, logger));
  } catch (error) {
    logger.error(error);
  }
  return {
    problem: logger.problem,
    toImage: async (type) => result?.view.toImageURL(type, type === "png" ? 2 : 1),
    finalize: () => result?.finalize(),
  };
}

/** The chart as a picture for other documents, drawn anew so that the theme of the screen does not show in it. */
export async function drawImage(type: "svg" | "png", source: ChartSource, colours: Colours): Promise<string | undefined> {
  const drawing = await drawChart(document.createElement("div"), source, colours);
  try {
    return await drawing.toImage(type);
  } finally {
    drawing.finalize();
  }
}
