import { frame, sizes, type DrawChart } from "../../../charts/index.js";
import { testFormat } from "../reading-format.js";
import type { AbTestValues, LevelValues, MetricValues } from "../values.js";
import { brokenTitle, caption, headline, isBroken, population, say, type InEachLanguage } from "./chart-text.js";
import type { DotRow } from "./dot-plot.js";
import { dotRows } from "./dot-rows.js";
import { alone, words } from "./finding-text.js";
import { nothingToDraw } from "./nothing-to-draw.js";

const smallSample = 30;

const title: InEachLanguage<[metric: MetricValues, best: LevelValues | undefined, worst: LevelValues | undefined]> = {
  en: (f, metric, best, worst) =>
    best === undefined || worst === undefined
      ? `No arm has a value of "${metric.name}"`
      : best.value === worst.value
        ? `All arms stand at ${f.level(metric, best.value)} on "${metric.name}"`
        : `"${metric.name}" reaches from ${f.level(metric, worst.value)} in "${worst.arm}" to ${f.level(metric, best.value)} in "${best.arm}"`,
  "zh-CN": (f, metric, best, worst) =>
    best === undefined || worst === undefined
      ? `没有任何一组有“${metric.name}”的取值`
      : best.value === worst.value
        ? `各组的“${metric.name}”均为 ${f.level(metric, best.value)}`
        : `“${metric.name}”从“${worst.arm}”的 ${f.level(metric, worst.value)} 到“${best.arm}”的 ${f.level(metric, best.value)}`,
};

const subtitle: InEachLanguage<[values: AbTestValues, metric: MetricValues]> = {
  en: (f, values, { name }) =>
    `"${name}" in each arm with its ${f.sure(values.confidence)} interval, before any adjustment; ${population.en(f, values)}`,
  "zh-CN": (f, values, { name }) =>
    `各组的“${name}”及 ${f.sure(values.confidence)} 置信区间（未作调整）；${population["zh-CN"](f, values)}`,
};

const description: InEachLanguage<[metric: MetricValues, rows: readonly DotRow[]]> = {
  en: (_, { name }, rows) => `"${name}" per arm: ${rows.map(({ label, text, note }) => `${label} ${text} (${note})`).join("; ")}.`,
  "zh-CN": (_, { name }, rows) => `各组的“${name}”：${rows.map(({ label, text, note }) => `${label} ${text}（${note}）`).join("；")}。`,
};

/** Where does each arm stand on the deciding metric? A point with its interval per arm, with n. */
export const arms: DrawChart<AbTestValues> = (values, context) => {
  const [metric] = values.metrics;
  if (!metric) return nothingToDraw(say(alone, context), values, context);
  const f = testFormat(context.language);
  const main = headline(values)?.comparison.arm;
  const isRate = metric.type === "proportion";
  const rows = metric.levels.map((level): DotRow => {
    const n = context.language === "en" ? `n = ${f.count(level.units)}` : `n=${f.count(level.units)}`;
    const between = level.interval ? `${f.between(level.interval, isRate ? "percent" : "number")} · ` : "";
    return {
      label: level.arm,
      value: level.value,
      interval: level.interval,
      look: level.units < smallSample ? "pale" : level.arm === main && !isBroken(values) ? "accent" : "base",
      isClear: true,
      text: f.level(metric, level.value),
      note: between + n,
    };
  });
  const known = metric.levels.filter(({ value }) => value !== undefined).toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0));
  const drawn = dotRows(
    { rows, unit: isRate ? "percent" : "number", axisTitle: metric.name, hasZero: false, words: words[context.language] },
    context,
  );
  const text = say(description, context, metric, rows);
  const spec = frame({
    title: isBroken(values) ? say(brokenTitle, context, values) : say(title, context, metric, known[0], known.at(-1)),
    subtitle: say(subtitle, context, values, metric),
    caption: say(caption, context, values, context.source),
    description: text,
    width: (context.width ?? sizes.width) - drawn.left,
    height: drawn.height,
    left: drawn.left,
    below: sizes.belowAxis,
    layers: drawn.layers,
  });
  return { spec, description: text };
};
