import {
  frame,
  numberLabels,
  percentLabels,
  sizes,
  textWidth,
  titleAbove,
  titleAtEnd,
  type ChartContext,
  type DrawChart,
  type Layers,
} from "../../../charts/index.js";
import { format } from "../../../language/index.js";
import type { PowerValues } from "../values.js";
import { caption } from "./chart-text.js";
import { description, planLabel, reachedLabel, subtitle, title, words } from "./power-curve-text.js";

const left = sizes.axis;
const label = { size: sizes.label, isBold: true };

interface Marked {
  readonly units: number;
  readonly power: number;
  readonly text: string;
  readonly look: "accent" | "base";
}

/** Users at which the curve has the wanted power. */
const reachedAt = ({ need, planned, effect }: PowerValues): number | undefined => need?.total ?? (effect ? planned?.units : undefined);

/** The point where the power is reached, and that of the plan where it lies elsewhere on the curve. */
function marks(values: PowerValues, context: ChartContext): Marked[] {
  const { power, atPlan, need, curve } = values;
  const reached = reachedAt(values);
  const last = curve.at(-1)?.units ?? 0;
  if (reached === undefined || last === 0) return [];
  const main: Marked = { units: reached, power, text: reachedLabel(values, context, reached), look: "accent" };
  const isElsewhere =
    need !== undefined && atPlan?.power !== undefined && atPlan.units <= last && Math.abs(atPlan.units / reached - 1) > 0.12;
  return isElsewhere
    ? [main, { units: atPlan.units, power: atPlan.power as number, text: planLabel(values, context), look: "base" }]
    : [main];
}

function layers(values: PowerValues, context: ChartContext, width: number): Layers {
  const names = words[context.language];
  const { count, percent } = format(context.language);
  const most = Math.max(1, ...values.curve.map(({ units }) => units));
  const x = {
    field: "units",
    type: "quantitative" as const,
    scale: { domain: [0, most * 1.04], nice: false },
    axis: {
      ...titleAtEnd(names.units),
      domain: true,
      tickCount: width < 480 ? 4 : 6,
      labels: values.curve.length > 0,
      labelExpr: numberLabels(context.language),
    },
  };
  const y = {
    field: "power",
    type: "quantitative" as const,
    scale: { domain: [0, 1], nice: false },
    axis: { ...titleAbove(names.power, left), grid: true, values: [0, 0.2, 0.4, 0.6, 0.8, 1], labelExpr: percentLabels(context.language) },
  };
  const rows = values.curve.map((point) => ({ ...point, unitsText: count(point.units), powerText: percent(point.power) }));
  const tooltip = [
    { field: "unitsText", type: "nominal" as const, title: names.units },
    { field: "powerText", type: "nominal" as const, title: names.power },
  ];
  const marked = marks(values, context).map((mark) => {
    const isRoomy = (1 - mark.units / most) * width > textWidth(mark.text, label) + sizes.inset;
    return { ...mark, isRoomy };
  });
  return [
    {
      data: { values: [{ power: values.power }] },
      mark: { type: "rule" as const, style: "baseline", strokeDash: [4, 4] },
      encoding: { y },
    },
    { data: { values: rows }, mark: { type: "line" as const, style: "base", strokeWidth: 2 }, encoding: { x, y, tooltip } },
    ...marked.flatMap(({ look, isRoomy, ...mark }) => [
      { data: { values: [mark] }, mark: { type: "point" as const, style: look, filled: true, size: 70, opacity: 1 }, encoding: { x, y } },
      {
        data: { values: [mark] },
        mark: {
          type: "text" as const,
          style: "strong",
          align: isRoomy ? ("left" as const) : ("right" as const),
          baseline: isRoomy ? ("top" as const) : ("bottom" as const),
          dx: isRoomy ? sizes.inset : -sizes.inset,
          dy: isRoomy ? sizes.inset : -sizes.inset,
        },
        encoding: { x, y, text: { field: "text" } },
      },
    ]),
  ];
}

/** How does the chance to find the effect grow with the users? The wanted power and the plan are marked. */
export const powerCurve: DrawChart<PowerValues> = (values, context) => {
  const width = (context.width ?? sizes.width) - left;
  const reached = reachedAt(values);
  const text = description(values, context, reached);
  const spec = frame({
    title: title(values, context, reached),
    subtitle: subtitle(values, context),
    caption: caption(values, context),
    description: text,
    width,
    height: sizes.density,
    left,
    below: sizes.belowAxis,
    layers: layers(values, context, width),
  });
  return { spec, description: text };
};
