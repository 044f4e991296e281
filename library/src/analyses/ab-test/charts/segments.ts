import { frame, sizes, type ChartContext, type DrawChart } from "../../../charts/index.js";
import type { Headline } from "../reading-facts.js";
import { differenceScale, testFormat, type Scale } from "../reading-format.js";
import type { AbTestValues, SegmentEffect, SegmentsValues, SegmentTest } from "../values.js";
import { brokenTitle, caption, headline, intervals, isBroken, say, type InEachLanguage } from "./chart-text.js";
import type { DotRow } from "./dot-plot.js";
import { dotRows } from "./dot-rows.js";
import { alone, words } from "./finding-text.js";
import { nothingToDraw } from "./nothing-to-draw.js";

const none: InEachLanguage<[]> = {
  en: () => 'No segments were asked for: name a column with "segment"',
  "zh-CN": () => "未指定细分列：请用 segment 指定一列",
};

const title: InEachLanguage<[headline: Headline, segments: SegmentsValues, test: SegmentTest | undefined]> = {
  en: (f, { metric, comparison, values }, { column }, test) => {
    if (test?.isSimpson)
      return `The overall sign is that of the mix: within "${column}" the effect on "${metric.name}" is the other way round`;
    if (!test?.interaction) return `Too few to compare the effect on "${metric.name}" between segments of "${column}"`;
    return test.interaction.p < 1 - values.confidence
      ? `The effect of "${comparison.arm}" on "${metric.name}" differs between segments of "${column}" (interaction ${f.p(test.interaction.p)})`
      : `No sign that the effect of "${comparison.arm}" on "${metric.name}" differs between segments of "${column}"`;
  },
  "zh-CN": (f, { metric, comparison, values }, { column }, test) => {
    if (test?.isSimpson) return `总体差异的方向由构成决定：在“${column}”各细分内，“${metric.name}”的效果方向相反`;
    if (!test?.interaction) return `样本太少，无法比较“${metric.name}”的效果在“${column}”各细分间的差异`;
    return test.interaction.p < 1 - values.confidence
      ? `“${comparison.arm}”对“${metric.name}”的效果在“${column}”各细分间不同（交互检验 ${f.p(test.interaction.p)}）`
      : `没有迹象表明“${comparison.arm}”对“${metric.name}”的效果在“${column}”各细分间不同`;
  },
};

const subtitle: InEachLanguage<[headline: Headline, segments: SegmentsValues, test: SegmentTest | undefined]> = {
  en: (f, { values, comparison }, { found, shown }, test) => {
    const { interaction } = test ?? {};
    return [
      `Lift over "${comparison.control}" with ${intervals.en(f, values)}, the dashed line is the effect over all`,
      ...(interaction ? [`interaction ${f.p(interaction.p)} (${f.count(interaction.segments)} segments)`] : []),
      ...(found > shown ? [`the largest ${f.count(shown)} of ${f.count(found)} segments`] : []),
      `n = ${f.count(comparison.units.arm)} and ${f.count(comparison.units.control)}`,
    ].join("; ");
  },
  "zh-CN": (f, { values, comparison }, { found, shown }, test) => {
    const { interaction } = test ?? {};
    return [
      `相对“${comparison.control}”的提升与 ${intervals["zh-CN"](f, values)}，虚线为总体效果`,
      ...(interaction ? [`交互检验 ${f.p(interaction.p)}（${f.count(interaction.segments)} 个细分）`] : []),
      ...(found > shown ? [`${f.count(found)} 个细分中最大的 ${f.count(shown)} 个`] : []),
      `n=${f.count(comparison.units.arm)} 和 ${f.count(comparison.units.control)}`,
    ].join("；");
  },
};

const description: InEachLanguage<[column: string, rows: readonly DotRow[]]> = {
  en: (_, column, rows) =>
    `Effect by segment of "${column}": ${rows.map(({ label, text, note }) => `${label} ${text}${note && ` (${note})`}`).join("; ")}.`,
  "zh-CN": (_, column, rows) =>
    `按“${column}”细分的效果：${rows.map(({ label, text, note }) => `${label} ${text}${note && `（${note}）`}`).join("；")}。`,
};

/** All on one scale: relative lifts where every segment has one, else plain differences. */
function rowsOf(
  effects: readonly SegmentEffect[],
  { metric, values }: Headline,
  { language }: ChartContext,
): { rows: DotRow[]; scale: Scale } {
  const f = testFormat(language);
  const names = words[language];
  const isRelative = effects.every(({ relative, absolute }) => relative !== undefined || absolute === undefined);
  const scale = isRelative ? "percent" : differenceScale(metric);
  const rows = effects.map((effect): DotRow => {
    const told = isRelative ? effect.relative : effect.absolute;
    const n = f.count(effect.units.arm + effect.units.control);
    const between = told ? `${f.between(told.interval, scale)} · ` : "";
    return {
      label: effect.isOther ? names.other : effect.isMissing ? names.missing : effect.segment,
      value: told?.value,
      interval: told?.interval,
      look: effect.conclusion === "too-few" || isBroken(values) ? "pale" : "base",
      isClear: effect.conclusion === "clear-win" || effect.conclusion === "clear-loss",
      text: told ? f.signed(told.value, scale) : f.level(metric, undefined),
      note: between + (language === "en" ? `n = ${n}` : `n=${n}`),
    };
  });
  return { rows, scale };
}

/** For whom does the change do more or less? The effect on the deciding metric per segment, with a test of whether they differ. */
export const segmentEffects: DrawChart<AbTestValues> = (values, context) => {
  const found = headline(values);
  const { segments } = values;
  if (!found) return nothingToDraw(say(alone, context), values, context);
  if (!segments) return nothingToDraw(say(none, context), values, context);
  const isOurs = ({ metric, arm }: { metric: string; arm: string }) => metric === found.metric.id && arm === found.comparison.arm;
  const test = segments.tests.find(isOurs);
  const { rows, scale } = rowsOf(segments.effects.filter(isOurs), found, context);
  if (rows.length === 0) return nothingToDraw(say(title, context, found, segments, undefined), values, context);
  const whole = scale === "percent" ? found.comparison.relative : found.comparison.absolute;
  const names = words[context.language];
  const unit = scale === "number" ? "number" : "percent";
  const drawn = dotRows({ rows, unit, axisTitle: names.lift, hasZero: true, reference: whole?.value, words: names }, context);
  const text = say(description, context, segments.column, rows);
  const spec = frame({
    title: isBroken(values) ? say(brokenTitle, context, values) : say(title, context, found, segments, test),
    subtitle: say(subtitle, context, found, segments, test),
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
