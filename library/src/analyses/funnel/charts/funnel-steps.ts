import { frame, sizes, textWidth, type ChartContext, type DrawChart, type Layers } from "../../../charts/index.js";
import { format } from "../../../language/index.js";
import type { FunnelValues, StepValues } from "../values.js";
import { fewEntries, unitTitle } from "../vocabulary.js";
import { caption } from "./chart-text.js";
import { across, down } from "./pixels.js";
import { placeRows, type RowsAsked, type RowsPlaced } from "./row-layout.js";
import { notes, rowTexts } from "./row-marks.js";
import { clearLeak, description, headings, note, subtitle, title } from "./steps-text.js";

/** Beyond this factor between first and last step the later bars of one scale cannot be told apart. */
const widestFall = 20;
const barHeight = 18;

/** Whether bars are shares of those who entered or of the step before. */
const scaleOf = ({ entered, converted }: FunnelValues): "first" | "previous" => (entered > widestFall * converted ? "previous" : "first");

/** Ends of a step's bar and of the interval around it, as shares of the plot's width. */
function barOf({ count, isOptional, lost, ofPrevious }: StepValues, entered: number, scale: "first" | "previous") {
  const whole = scale === "first" ? entered : (ofPrevious?.n ?? count);
  const part = (number: number) => (whole > 0 ? number / whole : 0);
  const [low, high] = ofPrevious ? ofPrevious.interval.map((end) => part(end * ofPrevious.n)) : [part(count), part(count)];
  return { end: part(count), lostEnd: part(isOptional ? count : count + lost), low: low ?? 0, high: high ?? 0 };
}

function asked(values: FunnelValues, { language, width = sizes.width }: ChartContext, leakRow: number): RowsAsked {
  const { percent, count, compact } = format(language);
  const words = headings[language];
  const counted = width < sizes.width ? compact : count;
  return {
    width,
    names: values.steps.map(({ name, isOptional }) => (isOptional ? `${name} ${words.optional}` : name)),
    columns: [
      { heading: unitTitle(values, language), texts: values.steps.map((step) => counted(step.count)) },
      { heading: words.first, texts: values.steps.map(({ ofFirst }) => percent(ofFirst?.value)) },
      { heading: words.previous, texts: values.steps.map(({ ofPrevious }) => percent(ofPrevious?.value)) },
    ],
    notedRows: leakRow < 0 ? [] : [leakRow],
  };
}

interface Bars {
  readonly values: FunnelValues;
  readonly scale: "first" | "previous";
  readonly leakRow: number;
}

function barLayers(
  { values, scale, leakRow }: Bars,
  { plotLeft, plotRight, rows, height }: RowsPlaced,
  { language, width = sizes.width }: ChartContext,
): Layers {
  const { count, percent } = format(language);
  const words = headings[language];
  const at = (share: number) => plotLeft + share * (plotRight - plotLeft);
  const bars = values.steps.map((step, index) => {
    const { end, lostEnd, low, high } = barOf(step, values.entered, scale);
    const middle = rows[index]?.middle ?? 0;
    return {
      ...{ start: plotLeft, end: at(end), lostEnd: at(lostEnd), low: at(low), high: at(high) },
      ...{
        top: middle - barHeight / 2,
        bottom: middle + barHeight / 2,
        middle,
        isLeak: index === leakRow,
        isSmall: (step.ofPrevious?.n ?? step.count) < fewEntries,
      },
      ...{ name: step.name, people: count(step.count), first: percent(step.ofFirst?.value), previous: percent(step.ofPrevious?.value) },
    };
  });
  const tooltip = [
    { field: "name", type: "nominal" as const, title: words.step },
    { field: "people", type: "nominal" as const, title: unitTitle(values, language) },
    { field: "first", type: "nominal" as const, title: words.first },
    { field: "previous", type: "nominal" as const, title: words.previous },
  ];
  const y = { y: down("top", height), y2: { field: "bottom" } };
  const rect = (style: string, [from, to]: readonly [string, string], filter: string) => ({
    transform: [{ filter }],
    mark: { type: "rect" as const, style },
    encoding: { x: across(from, width), x2: { field: to }, ...y, tooltip },
  });
  return [
    {
      data: { values: bars },
      layer: [
        rect("gridline", ["end", "lostEnd"], "!datum.isLeak && datum.lostEnd > datum.end"),
        rect("accent", ["end", "lostEnd"], "datum.isLeak"),
        rect("base", ["start", "end"], "!datum.isSmall && datum.end > datum.start"),
        rect("pale", ["start", "end"], "datum.isSmall && datum.end > datum.start"),
        {
          transform: [{ filter: "datum.high > datum.low" }],
          mark: { type: "rule" as const, style: "interval" },
          encoding: { x: across("low", width), x2: { field: "high" }, y: down("middle", height) },
        },
        {
          mark: { type: "rule" as const, style: "baseline" },
          encoding: { x: across("start", width), y: down("top", height), y2: { field: "bottom" } },
        },
      ],
    },
  ];
}

/** A line that begins at the plot or, where it is too long for that, as far to the left as it must. */
const noteBelow = (text: string, y: number, { plotLeft, width }: { plotLeft: number; width: number }) => ({
  x: Math.max(0, Math.min(plotLeft, width - textWidth(text, { size: sizes.label }))),
  y,
  text: [text],
});

/** How many come to each step, and where do most stop? One bar per step, the part that is lost beside it, the biggest leak in the accent. */
export const funnelSteps: DrawChart<FunnelValues> = (values, context) => {
  const width = context.width ?? sizes.width;
  const leak = clearLeak({ values });
  const leakRow = leak ? values.steps.findIndex(({ index }) => index === leak.step) : -1;
  const scale = scaleOf(values);
  const rows = asked(values, context, leakRow);
  const placed = placeRows(rows);
  const extent = [width, placed.height] as const;
  const noteAt = (placed.rows[leakRow]?.bottom ?? 0) + placed.noteHeight / 2 - 4;
  const noted = leak ? [noteBelow(note(values, context, leak), noteAt, { plotLeft: placed.plotLeft, width })] : [];
  const text = description(values, context);
  const spec = frame({
    title: title(values, context),
    subtitle: subtitle(values, context, scale),
    caption: caption(values, context, context.source),
    description: text,
    width,
    height: placed.height,
    left: 0,
    below: sizes.below,
    layers: [
      ...barLayers({ values, scale, leakRow }, placed, context),
      ...rowTexts(rows, placed, leak ? [leakRow] : []),
      ...notes(noted, extent),
    ],
  });
  return { spec, description: text };
};
