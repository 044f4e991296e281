import { frame, shorten, sizes, textWidth, type ChartContext, type DrawChart, type Layers } from "../../../charts/index.js";
import { format } from "../../../language/index.js";
import { outlyingGroup } from "../outlying-group.js";
import type { Breakdown, FunnelGroup, FunnelValues, Share } from "../values.js";
import { fewEntries, unitTitle } from "../vocabulary.js";
import { description, groupName, nothing, panels, subtitle, title } from "./breakdown-text.js";
import { caption } from "./chart-text.js";
import { forestLayers, type Estimate } from "./forest-marks.js";
import { nothingToDraw } from "./nothing-to-draw.js";
import { placeRows, type RowsAsked, type RowsPlaced } from "./row-layout.js";
import { notes, rowTexts } from "./row-marks.js";

/** Narrower drawings hold the whole funnel alone. */
const twoPanelsFrom = 560;
const label = { size: sizes.label };

/** One measure of all groups: its heading, each group's share, and the share of all. */
interface Panel {
  readonly heading: string;
  readonly all: Share | undefined;
  of(group: FunnelGroup): Share | undefined;
}

function panelsOf({ conversion, leak, steps }: FunnelValues, { language, width = sizes.width }: ChartContext): Panel[] {
  const words = panels[language];
  const whole: Panel = { heading: words.whole, all: conversion, of: ({ rate }) => rate };
  if (!leak || width < twoPanelsFrom || steps.length <= 2) return [whole];
  const atLeak: Panel = {
    heading: words.step(leak.name),
    all: steps[leak.step - 1]?.ofPrevious,
    of: (group) => group.steps[leak.step - 1]?.ofPrevious,
  };
  return [whole, atLeak];
}

interface Drawn {
  readonly groups: readonly FunnelGroup[];
  readonly names: readonly string[];
  readonly outlying: FunnelGroup | undefined;
  readonly placed: RowsPlaced;
}

function panelLayers(
  panel: Panel,
  [from, to]: readonly [number, number],
  { groups, names, outlying, placed }: Drawn,
  context: ChartContext,
): Layers {
  const { percent, percentInterval } = format(context.language);
  const width = context.width ?? sizes.width;
  const shares = groups.map((group) => panel.of(group));
  const texts = shares.map((share) => percent(share?.value));
  const room = Math.max(20, to - from - Math.max(0, ...texts.map((text) => textWidth(text, label))) - sizes.inset);
  const most = Math.max(1e-9, panel.all?.value ?? 0, ...shares.map((share) => share?.interval[1] ?? 0));
  const estimates = shares.map((share, index): Estimate => ({
    ...{ value: share?.value, low: share?.interval[0], high: share?.interval[1] },
    look: groups[index] === outlying ? "accent" : (share?.n ?? 0) < fewEntries ? "pale" : "base",
    text: texts[index] ?? "",
    row: `${names[index]}${share ? ` (${percentInterval(share.interval)})` : ""}`,
  }));
  const at = (value: number) => from + (value / most) * room;
  const ticks = [{ value: 0, text: "" }, ...(panel.all ? [{ value: panel.all.value, text: percent(panel.all.value), isMain: true }] : [])];
  const heading = {
    x: from,
    y: placed.headingHeight - sizes.inset - 4,
    text: [shorten(panel.heading, to - from, { ...label, isBold: true })],
  };
  return [
    ...forestLayers(estimates, {
      width,
      top: placed.headingHeight,
      height: placed.height,
      middles: placed.rows.map(({ middle }) => middle),
      at,
      ticks,
      textsAt: to,
    }),
    ...notes([heading], [width, placed.height]),
  ];
}

function asked(values: FunnelValues, breakdown: Breakdown, { language, width = sizes.width }: ChartContext): RowsAsked {
  const { count } = format(language);
  return {
    width,
    names: breakdown.groups.map((group) => groupName(group, breakdown, language)),
    columns: [{ heading: unitTitle(values, language), texts: breakdown.groups.map(({ entered }) => count(entered)) }],
  };
}

/** In which groups does the funnel leak? Conversion of the whole funnel and at its biggest leak, one row per group, with intervals. */
export const breakdownChart: DrawChart<FunnelValues> = (values, context) => {
  const { breakdown, leak } = values;
  if (!breakdown || breakdown.groups.every(({ entered }) => entered === 0)) return nothingToDraw(values, context, nothing(values, context));
  const width = context.width ?? sizes.width;
  const outlying = leak && outlyingGroup(breakdown, leak);
  const rows = asked(values, breakdown, context);
  const placed = placeRows(rows);
  const drawn = { groups: breakdown.groups, names: rows.names, outlying: outlying?.group, placed };
  const measures = panelsOf(values, context);
  const each = (placed.plotRight - placed.plotLeft - (measures.length - 1) * sizes.gap) / measures.length;
  const begin = (index: number) => placed.plotLeft + index * (each + sizes.gap);
  const text = description(values, context, breakdown);
  const spec = frame({
    title: title(values, context, breakdown, outlying),
    subtitle: subtitle(values, context, breakdown),
    caption: caption(values, context, context.source),
    description: text,
    width,
    height: placed.height,
    left: 0,
    below: sizes.below + sizes.tileLine,
    layers: [
      ...measures.flatMap((panel, index) => panelLayers(panel, [begin(index), begin(index) + each], drawn, context)),
      ...rowTexts(rows, placed, outlying ? [breakdown.groups.indexOf(outlying.group)] : []),
    ],
  });
  return { spec, description: text };
};
