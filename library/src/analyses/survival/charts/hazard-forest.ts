import type { DrawChart } from "../../../charts/index.js";
import { format } from "../../../language/index.js";
import { forest, forestBelow } from "../../churn/charts/forest.js";
import type { ForestRow, ForestScale } from "../../churn/charts/forest-layout.js";
import { clearLevel } from "../facts.js";
import { pText } from "../effect-text.js";
import type { EffectValues, SurvivalValues } from "../values.js";
import { nothingToDraw, toChart, wholeWidth } from "./drawing.js";
import { description, method, noModel, rowDetail, sides, subtitle, title, words } from "./hazard-text.js";

const mostRows = 15;
/** Ratios beyond this, or below its inverse, are drawn at the edge. */
const widestScale = 100;
const steps = [1, 2, 5, 10, 20, 50, 100];

type Estimated = EffectValues & { readonly ratio: number; readonly interval: readonly [number, number]; readonly pValue: number };
const isEstimated = (effect: EffectValues): effect is Estimated => effect.ratio !== undefined;

/** The effects that stand furthest from none, from the highest ratio to the lowest. */
function shownEffects({ regression }: SurvivalValues): Estimated[] {
  const known = (regression?.effects ?? []).filter(isEstimated);
  const clarity = ({ ratio, interval: [low, high] }: Estimated) => Math.abs(Math.log(ratio)) / Math.log(high / low);
  const most = known.toSorted((one, other) => clarity(other) - clarity(one)).slice(0, mostRows);
  return most.toSorted((one, other) => other.ratio - one.ratio);
}

function scaleOf(rows: readonly ForestRow[], number: (value: number) => string, around: readonly [string, string]): ForestScale {
  const widest = Math.max(2, ...rows.flatMap(({ low, high }) => [high, 1 / low]));
  const reach = steps.find((step) => step >= widest) ?? widestScale;
  const ticks = steps.filter((step) => step <= reach).flatMap((step) => (step === 1 ? [1] : [step, 1 / step]));
  return {
    type: "log",
    domain: [1 / reach, reach],
    reference: 1,
    ticks: ticks.map((value) => ({ value, text: number(value) })),
    sides: around,
  };
}

/** What goes with an earlier or later event, the other covariates equal? One row per covariate or level, its ratio and the interval of it. */
export const hazardForest: DrawChart<SurvivalValues> = (values, context) => {
  const { language } = context;
  const shown = shownEffects(values);
  const { regression } = values;
  if (!regression || shown.length === 0) return nothingToDraw(noModel(values, context), values, context);
  const f = format(language);
  const isWeibull = regression.model === "weibull";
  const harm = (ratio: number) => (isWeibull ? ratio < 1 : ratio > 1);
  const rows = shown.map((effect): ForestRow => ({
    name: effect.covariate,
    detail: rowDetail[language](effect, f),
    value: effect.ratio,
    low: effect.interval[0],
    high: effect.interval[1],
    look: effect.pValue >= clearLevel ? "pale" : harm(effect.ratio) ? "accent" : "base",
    figure: f.number(effect.ratio),
    interval: f.interval(effect.interval),
    note: pText(effect.pValue, f, language),
  }));
  const drawn = forest(rows, scaleOf(rows, f.number, sides[language][regression.model]), {
    width: wholeWidth(context),
    words: words[language][regression.model],
  });
  return toChart(
    {
      title: title(values, context),
      subtitle: subtitle(values, context, rows.length),
      description: description(
        values,
        context,
        rows.map(({ name, detail = "", figure, interval }) => `${name}${detail} ${figure} (${interval})`),
      ),
      method: method[language][regression.model],
      height: drawn.height,
      left: 0,
      below: forestBelow,
      layers: drawn.layers,
    },
    values,
    context,
  );
};
