import { frame, shorten, sizes, type ChartContext, type DrawChart } from "../../../charts/index.js";
import { format } from "../../../language/index.js";
import type { ComparedStep, Comparison, FunnelValues } from "../values.js";
import { fewEntries } from "../vocabulary.js";
import { caption } from "./chart-text.js";
import { description, differenceHeading, isClear, nothing, subtitle, title, whole } from "./comparison-text.js";
import { forestLayers, type Estimate } from "./forest-marks.js";
import { nothingToDraw } from "./nothing-to-draw.js";
import { placeRows, type RowsAsked } from "./row-layout.js";
import { rowTexts } from "./row-marks.js";

/** A group's name as the heading of its column takes no more than this. */
const widestHeading = 80;
/** A difference of rates in points with its sign: `+4.0`. */
const signed = (percent: string, value: number): string => `${value > 0 ? "+" : ""}${percent.replace(/\s?%$/, "")}`;

const rowsOf = ({ overall, steps }: Comparison): ComparedStep[] => [...(overall ? [overall] : []), ...steps];

function asked(comparison: Comparison, { language, width = sizes.width }: ChartContext): RowsAsked {
  const { percent } = format(language);
  const rows = rowsOf(comparison);
  const heading = (name: string) => shorten(name, widestHeading, { size: sizes.label, isBold: true });
  return {
    width,
    names: rows.map((row) => (row === comparison.overall ? whole[language] : row.name)),
    columns: [
      { heading: heading(comparison.first), texts: rows.map(({ first }) => percent(first.value)) },
      { heading: heading(comparison.second), texts: rows.map(({ second }) => percent(second.value)) },
      {
        heading: differenceHeading[language],
        texts: rows.map(({ difference }) => signed(percent(difference), difference)),
      },
    ],
  };
}

/** Where do two groups differ? The difference of their rates at each step, in points, with its interval, around zero. */
export const groupComparison: DrawChart<FunnelValues> = (values, context) => {
  const { comparison } = values;
  if (!comparison) return nothingToDraw(values, context, nothing(values, context));
  const rows = rowsOf(comparison);
  if (rows.length === 0) return nothingToDraw(values, context, title(values, context, comparison));
  const { points } = format(context.language);
  const width = context.width ?? sizes.width;
  const layout = asked(comparison, context);
  const placed = placeRows(layout);
  const most = Math.max(0.01, ...rows.flatMap(({ interval }) => interval.map(Math.abs)));
  const middle = (placed.plotLeft + placed.plotRight) / 2;
  const at = (value: number) => middle + (value / most) * ((placed.plotRight - placed.plotLeft) / 2);
  const estimates = rows.map((row): Estimate => ({
    ...{ value: row.difference, low: row.interval[0], high: row.interval[1] },
    look: Math.min(row.first.n, row.second.n) < fewEntries || !isClear(row) ? "pale" : row === comparison.overall ? "accent" : "base",
    text: points(row.difference),
    row: row === comparison.overall ? whole[context.language] : row.name,
  }));
  const text = description(values, context, comparison);
  const place = {
    width,
    top: placed.headingHeight,
    height: placed.height,
    middles: placed.rows.map((row) => row.middle),
    at,
    ticks: [{ value: 0, text: "0", isMain: true }],
  };
  const spec = frame({
    title: title(values, context, comparison),
    subtitle: subtitle(values, context, comparison),
    caption: caption(values, context, context.source),
    description: text,
    width,
    height: placed.height,
    left: 0,
    below: sizes.below + sizes.tileLine,
    layers: [...forestLayers(estimates, place), ...rowTexts(layout, placed, comparison.overall ? [0] : [])],
  });
  return { spec, description: text };
};
