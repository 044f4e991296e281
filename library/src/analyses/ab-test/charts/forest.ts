import { frame, sizes, type DrawChart } from "../../../charts/index.js";
import { relativeFirst } from "../reading-format.js";
import type { AbTestValues } from "../values.js";
import { caption, doubt, headline, intervals, population, say, type InEachLanguage } from "./chart-text.js";
import type { DotRow } from "./dot-plot.js";
import { dotRows } from "./dot-rows.js";
import { forestRows, shownOf } from "./forest-rows.js";
import { alone, finding, words } from "./finding-text.js";
import { nothingToDraw } from "./nothing-to-draw.js";

const subtitle: InEachLanguage<[values: AbTestValues]> = {
  en: (f, values) => {
    const { arms, metrics, isAll } = shownOf(values);
    const part = isAll
      ? ""
      : `; ${f.count(arms.length)} of ${f.count(values.arms.length - 1)} arms and ${f.count(metrics.length)} of ${f.count(values.metrics.length)} metrics, the table has them all`;
    return `Lift over "${values.control}" in percent, with ${intervals.en(f, values)}; filled points are statistically clear, hollow ones are not; ${population.en(f, values)}${part}`;
  },
  "zh-CN": (f, values) => {
    const { arms, metrics, isAll } = shownOf(values);
    const part = isAll
      ? ""
      : `；图中为 ${f.count(values.arms.length - 1)} 个实验组中的 ${f.count(arms.length)} 个、${f.count(values.metrics.length)} 项指标中的 ${f.count(metrics.length)} 项，全部见表`;
    return `相对“${values.control}”的提升（%）与 ${intervals["zh-CN"](f, values)}；实心点为统计上明确，空心点为不明确；${population["zh-CN"](f, values)}${part}`;
  },
};

const description: InEachLanguage<[values: AbTestValues, rows: readonly DotRow[]]> = {
  en: (_, { control }, rows) =>
    `Lift over "${control}" per metric and arm: ${rows.map(({ label, isHeading, text, note }) => (isHeading ? label : `${label} ${text}${note && ` (${note})`}`)).join("; ")}.`,
  "zh-CN": (_, { control }, rows) =>
    `各指标、各组相对“${control}”的提升：${rows.map(({ label, isHeading, text, note }) => (isHeading ? label : `${label} ${text}${note && `（${note}）`}`)).join("；")}。`,
};

/** Which metrics does the change move, and by how much? Lift and interval per metric and arm, guardrails apart. */
export const forest: DrawChart<AbTestValues> = (values, context) => {
  const found = headline(values);
  if (!found) return nothingToDraw(say(alone, context), values, context);
  const rows = forestRows(values, context);
  const drawn = dotRows(
    { rows, unit: "percent", axisTitle: words[context.language].lift, hasZero: true, words: words[context.language] },
    context,
  );
  const text = say(description, context, values, rows);
  const spec = frame({
    title: doubt(found, context) ?? say(finding, context, found, relativeFirst(found.metric, found.comparison)),
    subtitle: say(subtitle, context, values),
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
