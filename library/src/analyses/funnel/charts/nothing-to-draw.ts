import { frame, sizes, type ChartContext } from "../../../charts/index.js";
import type { FunnelValues } from "../values.js";
import { caption, population, say } from "./chart-text.js";

const subtitle = say<[]>({ en: population.en, "zh-CN": population["zh-CN"] });

/** A chart that says in a sentence why there is nothing to draw. */
export function nothingToDraw(values: FunnelValues, context: ChartContext, sentence: string) {
  const end = context.language === "en" ? "." : "。";
  const spec = frame({
    title: sentence,
    subtitle: subtitle(values, context),
    caption: caption(values, context, context.source),
    description: `${sentence}${end}`,
    width: context.width ?? sizes.width,
    height: 1,
    left: 0,
    below: 0,
    layers: [],
  });
  return { spec, description: `${sentence}${end}` };
}
