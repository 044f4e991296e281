import { frame, sizes, type ChartContext } from "../../../charts/index.js";
import type { AbTestValues } from "../values.js";
import { caption, population, say } from "./chart-text.js";

/** A chart without marks, whose title says why nothing can be drawn. */
export function nothingToDraw(title: string, values: AbTestValues, context: ChartContext) {
  const spec = frame({
    title,
    subtitle: say(population, context, values),
    caption: say(caption, context, values, context.source),
    description: title,
    width: context.width ?? sizes.width,
    height: sizes.step,
    left: 0,
    below: sizes.below,
    layers: [],
  });
  return { spec, description: `${title}${context.language === "en" ? "." : "。"}` };
}
