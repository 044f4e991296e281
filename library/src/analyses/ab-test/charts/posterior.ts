import {
  frame,
  numberLabels,
  percentLabels,
  shorten,
  sizes,
  textWidth,
  titleAtEnd,
  type ChartContext,
  type DrawChart,
  type Layers,
} from "../../../charts/index.js";
import { differenceScale, testFormat, type Scale, type TestFormat } from "../reading-format.js";
import type { AbTestValues, BayesValues, ComparisonValues, MetricValues } from "../values.js";
import { caption, chanceText, doubt, headline, population, say, type InEachLanguage } from "./chart-text.js";
import { alone, words } from "./finding-text.js";
import { nothingToDraw } from "./nothing-to-draw.js";

const mostArms = 12;
const steps = 80;
/** Standard deviations that are drawn to each side, and by how much the widest curve may be wider than the middle one. */
const reach = 3.5;
const mostReach = 4;

type Believed = ComparisonValues & { readonly bayes: BayesValues };

const none: InEachLanguage<[metric: MetricValues]> = {
  en: (_, { name }) => `There is no posterior to draw for "${name}": the data is too little or does not vary`,
  "zh-CN": (_, { name }) => `“${name}”没有可绘制的后验分布：数据太少或没有变化`,
};

const title: InEachLanguage<[metric: MetricValues, comparison: Believed]> = {
  en: (f, { name }, { arm, control, bayes }) =>
    `"${arm}" beats "${control}" on "${name}" with a chance of ${chanceText(f, bayes.chanceToWin)}`,
  "zh-CN": (f, { name }, { arm, control, bayes }) => `“${arm}”的“${name}”优于“${control}”的概率为 ${chanceText(f, bayes.chanceToWin)}`,
};

const subtitle: InEachLanguage<[values: AbTestValues, metric: MetricValues, cut: number]> = {
  en: (f, values, { direction }, cut) =>
    `What the data says of the true lift (${values.prior ? "with the prior given" : "flat prior"}): the coloured part is where the arm is better` +
    `${direction === "decrease" ? " (lower)" : ""}; ${population.en(f, values)}${cut > 0 ? `; ${f.count(cut)} more arms in the table` : ""}`,
  "zh-CN": (f, values, { direction }, cut) =>
    `数据对真实提升的判断（${values.prior ? "采用给定的先验" : "无信息先验"}）：着色部分表示该组更优` +
    `${direction === "decrease" ? "（数值更低）" : ""}；${population["zh-CN"](f, values)}${cut > 0 ? `；另有 ${f.count(cut)} 个实验组见表` : ""}`,
};

const believed = (f: TestFormat, metric: MetricValues, { bayes }: Believed): string => {
  const scale: Scale = bayes.scale === "relative" ? "percent" : differenceScale(metric);
  return `${f.signed(bayes.mean, scale)}${f.language === "en" ? ", " : "，"}${f.between(bayes.interval, scale)}`;
};

const description: InEachLanguage<[metric: MetricValues, comparisons: readonly Believed[]]> = {
  en: (f, metric, comparisons) =>
    `Chance to win against the control, with lift and credible interval: ${comparisons.map((one) => `${one.arm} ${chanceText(f, one.bayes.chanceToWin)} (${believed(f, metric, one)})`).join("; ")}.`,
  "zh-CN": (f, metric, comparisons) =>
    `各组优于对照组的概率、提升与可信区间：${comparisons.map((one) => `${one.arm} ${chanceText(f, one.bayes.chanceToWin)}（${believed(f, metric, one)}）`).join("；")}。`,
};

const isCurve = (comparison: ComparisonValues): comparison is Believed => (comparison.bayes?.standardDeviation ?? 0) > 0;

/** From where to where the axis goes; a curve far wider than the others is cut. */
function domainOf(comparisons: readonly Believed[]): readonly [number, number] {
  const ends = comparisons.map(
    ({ bayes }) => [bayes.mean - reach * bayes.standardDeviation, bayes.mean + reach * bayes.standardDeviation] as const,
  );
  const sizesOf = ends.map(([low, high]) => Math.max(Math.abs(low), Math.abs(high))).sort((one, other) => one - other);
  const limit = (sizesOf[sizesOf.length >> 1] ?? 1) * mostReach;
  const within = (end: number) => Math.min(limit, Math.max(-limit, end));
  return [Math.min(0, ...ends.map(([low]) => within(low))), Math.max(0, ...ends.map(([, high]) => within(high)))];
}

interface Place {
  readonly left: number;
  readonly plot: number;
  readonly step: number;
  readonly domain: readonly [number, number];
  readonly scale: Scale;
}

/** One curve as points from left to right, one of them at zero, heights from 0 to 1 of the highest of all. */
function curve({ bayes }: Believed, { domain: [least, most] }: Place, densest: number) {
  const { mean, standardDeviation } = bayes;
  const low = Math.max(least, mean - reach * standardDeviation);
  const high = Math.min(most, mean + reach * standardDeviation);
  const even = Array.from({ length: steps + 1 }, (_, index) => low + ((high - low) * index) / steps);
  const at = low < 0 && high > 0 ? [...even, 0].sort((one, other) => one - other) : even;
  return at.map((x) => ({ x, height: Math.exp(-0.5 * ((x - mean) / standardDeviation) ** 2) / standardDeviation / densest }));
}

function layers(comparisons: readonly Believed[], metric: MetricValues, place: Place, context: ChartContext): Layers {
  const f = testFormat(context.language);
  const names = words[context.language];
  const { left, plot, step, domain } = place;
  const height = step * comparisons.length;
  const densest = Math.max(...comparisons.map(({ bayes }) => 1 / bayes.standardDeviation));
  const main = comparisons[0];
  const isGood = (x: number) => (metric.direction === "increase" ? x >= 0 : x <= 0);
  const rows = comparisons.map((comparison, index) => ({
    arm: shorten(comparison.arm, left - sizes.inset, { size: sizes.label }),
    at: (index + 1) * step,
    chance: chanceText(f, comparison.bayes.chanceToWin),
  }));
  const points = comparisons.flatMap((comparison, index) =>
    curve(comparison, place, densest).flatMap(({ x, height: share }) => {
      const base = (index + 1) * step;
      const point = { arm: comparison.arm, x, base, top: base - share * (step - sizes.inset) };
      const good = comparison === main ? "accent" : "base";
      return x === 0
        ? [
            { ...point, look: good },
            { ...point, look: "pale" },
          ]
        : [{ ...point, look: isGood(x) ? good : "pale" }];
    }),
  );
  const x = {
    field: "x",
    type: "quantitative" as const,
    scale: { domain: [...domain], range: [0, plot], nice: false, zero: false },
    axis: {
      ...titleAtEnd(names.lift),
      grid: true,
      tickCount: Math.max(3, Math.floor(plot / 70)),
      labelExpr: place.scale === "number" ? numberLabels(context.language) : percentLabels(context.language),
      labelFlush: true,
    },
  };
  const y = (field: string) => ({
    field,
    type: "quantitative" as const,
    scale: { domain: [0, height], range: [0, height], nice: false },
    axis: null,
  });
  const text = (field: string, at: number, style: string) => ({
    mark: { type: "text" as const, style, align: "left" as const, baseline: "bottom" as const, dy: -sizes.inset / 2 },
    encoding: { x: { value: at }, y: y("at"), text: { field } },
  });
  return [
    {
      data: { values: points },
      layer: (["pale", "base", "accent"] as const).map((look) => ({
        transform: [{ filter: `datum.look === '${look}'` }],
        mark: { type: "area" as const, style: look },
        encoding: { x, y: y("top"), y2: { field: "base" }, detail: { field: "arm" } },
      })),
    },
    { data: { values: [{ x: 0 }] }, mark: { type: "rule", style: "baseline" }, encoding: { x } },
    {
      data: { values: rows },
      layer: [text("arm", -left, "value"), text("chance", plot + 2 * sizes.inset, "strong")],
    },
  ];
}

/** How likely is each arm to be better than the control? One curve per arm, the part in which it is better is coloured. */
export const posterior: DrawChart<AbTestValues> = (values, context) => {
  const found = headline(values);
  const { metric } = found ?? {};
  if (!found || !metric) return nothingToDraw(say(alone, context), values, context);
  const doubtful = doubt(found, context);
  if (doubtful !== undefined) return nothingToDraw(doubtful, values, context);
  const curves = metric.comparisons.filter(isCurve);
  const first = curves.find(({ arm }) => arm === found.comparison.arm) ?? curves[0];
  if (!first) return nothingToDraw(say(none, context, metric), values, context);
  const same = curves.filter((each) => each !== first && each.bayes.scale === first.bayes.scale);
  const shown = [first, ...same.toSorted((one, other) => other.bayes.chanceToWin - one.bayes.chanceToWin)].slice(0, mostArms);
  const width = context.width ?? sizes.width;
  const left = Math.min(Math.max(...shown.map(({ arm }) => textWidth(arm, { size: sizes.label }))) + 2 * sizes.inset, width * 0.3);
  const room = textWidth(chanceText(testFormat(context.language), 1), { size: sizes.label, isBold: true }) + 3 * sizes.inset;
  const step = shown.length === 1 ? 4 * sizes.step : shown.length <= 4 ? 2 * sizes.step : 1.4 * sizes.step;
  const scale: Scale = first.bayes.scale === "relative" ? "percent" : differenceScale(metric);
  const text = say(description, context, metric, shown);
  const spec = frame({
    title: say(title, context, metric, first),
    subtitle: say(subtitle, context, values, metric, metric.comparisons.length - shown.length),
    caption: say(caption, context, values, context.source),
    description: text,
    width: width - left,
    height: step * shown.length,
    left,
    below: sizes.belowAxis,
    layers: layers(shown, metric, { left, plot: width - left - room, step, domain: domainOf(shown), scale }, context),
  });
  return { spec, description: text };
};
