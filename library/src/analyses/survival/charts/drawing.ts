import { frame, sizes, type ChartContext, type Layers } from "../../../charts/index.js";
import type { SurvivalValues } from "../values.js";
import { caption, population, say } from "./chart-text.js";

/** What one kind of chart draws; the caption is made here. */
export interface Drawn {
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  readonly method: string;
  readonly height: number;
  readonly left: number;
  readonly below: number;
  readonly layers: Layers;
}

/** Width of the whole drawing in pixels. */
export const wholeWidth = ({ width = sizes.width }: ChartContext): number => width;

/** Title, subtitle and caption around what was drawn. */
export function toChart({ method, left, ...drawn }: Drawn, values: SurvivalValues, context: ChartContext) {
  const spec = frame({ ...drawn, left, width: wholeWidth(context) - left, caption: caption(values, context, context.source, method) });
  return { spec, description: drawn.description };
}

/** A chart that says in a sentence why there is nothing to draw. */
export function nothingToDraw(title: string, values: SurvivalValues, context: ChartContext) {
  const description = `${title}${context.language === "en" ? "." : "。"}`;
  const subtitle = say(population)(values, context);
  return toChart({ title, subtitle, description, method: "", height: 1, left: 0, below: 0, layers: [] }, values, context);
}
