import {
  frame,
  numberLabels,
  percentLabels,
  sizes,
  titleAbove,
  titleAtEnd,
  type ChartContext,
  type DrawChart,
  type Layers,
} from "../../../charts/index.js";
import type { EffectSize, PowerValues, Step } from "../values.js";
import { powerFormat } from "../words.js";
import { caption } from "./chart-text.js";
import { description, subtitle, title, words } from "./weeks-text.js";

const left = sizes.axis + sizes.inset;
/** Effects from here on are beyond what a chart of them is made for. */
const largestShown = 2;

/** The size of an effect as the chart draws it: of the baseline where there is one. */
const sizeOf = ({ relative, absolute }: EffectSize): number => Math.abs(relative ?? absolute);

/** What is drawn of a step: with a margin the power, else the smallest effect. */
const heightOf = (values: PowerValues, { power, detectable }: Step): number | undefined =>
  values.margin ? power : detectable && sizeOf(detectable);

/** Steps that have a height; the first ones may find only what is absurdly large. */
function shownSteps(values: PowerValues): readonly Step[] {
  const known = values.steps.filter((step) => heightOf(values, step) !== undefined);
  const isRelative = values.baseline !== 0;
  const sensible = known.filter((step) => values.margin || !isRelative || (heightOf(values, step) as number) <= largestShown);
  return sensible.length > 1 ? sensible : known;
}

/** What the steps are held against: the wanted power or the wanted effect. */
const goalOf = ({ margin, power, question, effect }: PowerValues): number | undefined =>
  margin ? power : question === "sample-size" && effect ? sizeOf(effect) : undefined;

function firstThatReaches(values: PowerValues, shown: readonly Step[]): Step | undefined {
  return shown.find(({ power }) => power !== undefined && power >= values.power - 1e-9);
}

function layers(values: PowerValues, context: ChartContext, shown: readonly Step[]): Layers {
  const names = words[context.language];
  const f = powerFormat(values, context.language);
  const goal = goalOf(values);
  const first = firstThatReaches(values, shown);
  const isByWeek = shown.some(({ week }) => week !== undefined);
  const isShare = values.margin !== undefined || values.baseline !== 0;
  const textOf = (step: Step) => (values.margin ? f.share(step.power) : step.detectable ? f.size(step.detectable) : "");
  const rows = shown.map((step) => ({
    at: step.week ?? step.units,
    height: heightOf(values, step) as number,
    text: textOf(step),
    unitsText: f.count(Math.round(step.units)),
    look: step === first ? "accent" : "base",
  }));
  const most = Math.max(1, ...rows.map(({ at }) => at));
  const highest = values.margin || rows.length === 0 ? 1 : 1.08 * Math.max(goal ?? 0, ...rows.map(({ height }) => height));
  const x = {
    field: "at",
    type: "quantitative" as const,
    scale: { domain: [0, most * 1.04], nice: false },
    axis: {
      ...titleAtEnd(isByWeek ? names.week : names.units),
      domain: true,
      tickCount: Math.min(most, 8),
      labels: rows.length > 0,
      ...(isByWeek ? { format: "d", tickMinStep: 1 } : { labelExpr: numberLabels(context.language) }),
    },
  };
  const y = {
    field: "height",
    type: "quantitative" as const,
    scale: { domain: [0, highest], nice: false },
    axis: {
      ...titleAbove(values.margin ? names.power : names.effect, left),
      grid: true,
      tickCount: 5,
      labelExpr: isShare ? percentLabels(context.language) : numberLabels(context.language),
    },
  };
  const tooltip = [
    { field: "at", type: "quantitative" as const, title: isByWeek ? names.week : names.units },
    { field: "unitsText", type: "nominal" as const, title: names.units },
    { field: "text", type: "nominal" as const, title: values.margin ? names.power : names.effect },
  ];
  const isRising = values.margin !== undefined;
  const last = rows.at(-1);
  const accent = rows.find(({ look }) => look === "accent");
  const isApart = last !== accent && (accent === undefined || (last?.at ?? 0) - accent.at > most * 0.18);
  const labels = (labelled: readonly (object | undefined)[], place: { align: "left" | "center" | "right"; dx: number }): Layers => [
    {
      data: { values: labelled.filter((row) => row !== undefined) },
      mark: { type: "text" as const, style: "strong", baseline: "top" as const, dy: isRising ? sizes.inset * 1.5 : sizes.inset, ...place },
      encoding: { x, y, text: { field: "text" } },
    },
  ];
  return [
    ...(goal === undefined
      ? []
      : [
          { data: { values: [{ height: goal }] }, mark: { type: "rule" as const, style: "baseline", strokeDash: [4, 4] }, encoding: { y } },
        ]),
    { data: { values: rows }, mark: { type: "line" as const, style: "pale", strokeWidth: 2 }, encoding: { x, y } },
    ...(["base", "accent"] as const).map((look) => ({
      data: { values: rows.filter((row) => row.look === look) },
      mark: { type: "point" as const, style: look, filled: true, size: 60, opacity: 1 },
      encoding: { x, y, tooltip },
    })),
    ...labels([accent], isRising ? { align: "left", dx: sizes.inset } : { align: "center", dx: 0 }),
    ...labels(isApart ? [last] : [], { align: "right", dx: sizes.inset / 2 }),
  ];
}

/** What does each week of waiting bring? The smallest effect that is found, or with a margin the power, week by week. */
export const weeks: DrawChart<PowerValues> = (values, context) => {
  const width = (context.width ?? sizes.width) - left;
  const shown = shownSteps(values);
  const f = powerFormat(values, context.language);
  const valueText = (step: Step) => (values.margin ? f.share(step.power) : step.detectable ? f.size(step.detectable) : f.share(step.power));
  const text = description(values, context, shown, valueText);
  const spec = frame({
    title: title(values, context, firstThatReaches(values, shown), shown.at(-1)),
    subtitle: subtitle(values, context),
    caption: caption(values, context),
    description: text,
    width,
    height: sizes.density,
    left,
    below: sizes.belowAxis,
    layers: layers(values, context, shown),
  });
  return { spec, description: text };
};
