import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import type { EmbedOptions, Result, VisualizationSpec } from "vega-embed";
import type { Spec } from "vega";
import type { TopLevelSpec } from "vega-lite";
import type { Text } from "marklab/language";
import { chartLoader } from "./chart-loader.js";
import { listen, type Listener } from "./listen.js";
import { type Ground, houseConfig, onGround } from "./look.js";
import type { ChartGrammar } from "./mime-types.js";
import { confine, withoutUsermeta } from "./sanitise.js";

/** A chart to be drawn: what the notebook holds, and from where its data may come. */
export interface ChartSource {
  readonly spec: object;
  readonly grammar: ChartGrammar;
  /** Finds files that the chart names beside its notebook. */
  readonly resolver: IRenderMime.IResolver | null;
  readonly isTrusted: boolean;
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

async function optionsFor(
  { spec, grammar, resolver, isTrusted }: ChartSource,
  ground: Ground,
  { logger }: Listener,
): Promise<EmbedOptions> {
  return {
    mode: grammar,
    actions: false,
    renderer: rowsIn(spec) > mostRowsAsSvg ? "canvas" : "svg",
    config: houseConfig(ground) as NonNullable<EmbedOptions["config"]>,
    tooltip: { theme: ground === "dark page" ? "dark" : "light" },
    patch: (compiled: Spec) => confine(compiled),
    ast: !canEvaluate(),
    loader: await chartLoader(resolver, isTrusted),
    logger,
  } as EmbedOptions;
}

/** Draws a chart into an element in the colours of the theme. Never throws: what goes wrong is the drawing's `problem`. */
export async function drawChart(host: HTMLElement, source: ChartSource, ground: Ground): Promise<Drawing> {
  const listener = listen();
  let result: Result | undefined;
  try {
    const { default: embed } = await import("vega-embed");
    const spec = onGround(withoutUsermeta(source.spec) as TopLevelSpec, ground) as VisualizationSpec;
    result = await embed(host, spec, await optionsFor(source, ground, listener));
  } catch (error) {
    listener.logger.error(error as Error);
  }
  return {
    problem: listener.problem,
    toImage: async (type) => result?.view.toImageURL(type, type === "png" ? 2 : 1),
    finalize: () => result?.finalize(),
  };
}

/** The chart as a picture for other documents, drawn anew so that the theme of the screen does not show in it. */
export async function drawImage(type: "svg" | "png", source: ChartSource): Promise<string | undefined> {
  const drawing = await drawChart(document.createElement("div"), source, "white paper");
  try {
    return await drawing.toImage(type);
  } finally {
    drawing.finalize();
  }
}
