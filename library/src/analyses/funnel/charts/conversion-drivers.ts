import { frame, sizes, type ChartContext, type DrawChart } from "../../../charts/index.js";
import { format } from "../../../language/index.js";
import type { Driver, Drivers, FunnelValues } from "../values.js";
import { fewEntries, largestRatio, ratioInterval, ratioText, smallestRatio } from "../vocabulary.js";
import { caption } from "./chart-text.js";
import { description, headings, isClear, nothing, subtitle, title } from "./drivers-text.js";
import { forestLayers, type Estimate } from "./forest-marks.js";
import { nothingToDraw } from "./nothing-to-draw.js";
import { placeRows, type RowsAsked } from "./row-layout.js";
import { rowTexts } from "./row-marks.js";

const pixelsPerTick = 36;

/** From more usual among those who convert to more usual among the others. */
const ordered = ({ found }: Drivers): Driver[] => found.toSorted((one, other) => other.oddsRatio - one.oddsRatio);

/** Halves, doubles and so on as far as the intervals reach, few enough to be read. */
function ticksFor(low: number, high: number, width: number): number[] {
  const [first, last] = [Math.floor(Math.log2(low)), Math.ceil(Math.log2(high))];
  const step = Math.max(1, Math.ceil((last - first) / Math.max(1, Math.floor(width / pixelsPerTick))));
  const exponents = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return exponents.filter((exponent) => exponent % step === 0).map((exponent) => 2 ** exponent);
}

/** The odds ratio 1 and all intervals, on a log scale; what is beyond its ends stands at them. */
function range(drivers: readonly Driver[]): readonly [number, number] {
  const ends = drivers.flatMap(({ interval, oddsRatio }) => [...interval, oddsRatio]).filter((end) => Number.isFinite(end) && end > 0);
  return [Math.max(smallestRatio, Math.min(0.5, ...ends)), Math.min(largestRatio, Math.max(2, ...ends))];
}

function asked(drivers: readonly Driver[], all: Drivers, { language, width = sizes.width }: ChartContext): RowsAsked {
  const { percent } = format(language);
  const words = headings[language];
  const share = (part: number, whole: number) => (whole > 0 ? percent(part / whole) : percent(undefined));
  return {
    width,
    names: drivers.map(({ value }) => value),
    columns: [
      { heading: words.converted, texts: drivers.map(({ converted }) => share(converted, all.converted)) },
      { heading: words.others, texts: drivers.map(({ stopped }) => share(stopped, all.stopped)) },
      { heading: words.odds, texts: drivers.map(({ oddsRatio }) => ratioText(oddsRatio, language)) },
    ],
  };
}

/** What do those who convert do or have more often than the others? Odds ratios with intervals on a log scale around 1. */
export const conversionDrivers: DrawChart<FunnelValues> = (values, context) => {
  const { drivers } = values;
  if (!drivers || drivers.found.length === 0) return nothingToDraw(values, context, nothing(values, context));
  const { number } = format(context.language);
  const width = context.width ?? sizes.width;
  const shown = ordered(drivers);
  const rows = asked(shown, drivers, context);
  const placed = placeRows(rows);
  const [low, high] = range(shown);
  const plot = placed.plotRight - placed.plotLeft;
  const at = (value: number) => placed.plotLeft + (Math.log(Math.min(high, Math.max(low, value)) / low) / Math.log(high / low)) * plot;
  const estimates = shown.map((driver): Estimate => ({
    ...{ value: driver.oddsRatio, low: driver.interval[0], high: driver.interval[1] },
    look:
      !isClear(driver) || driver.converted + driver.stopped < fewEntries ? "pale" : driver.goesWith === "conversion" ? "base" : "accent",
    text: `${ratioText(driver.oddsRatio, context.language)} (${ratioInterval(driver.interval, context.language)})`,
    row: driver.value,
  }));
  const ticks = ticksFor(low, high, plot)
    .filter((value) => value >= low && value <= high)
    .map((value) => ({ value, text: number(value), isMain: value === 1 }));
  const text = description(values, context, drivers);
  const place = { width, top: placed.headingHeight, height: placed.height, middles: placed.rows.map(({ middle }) => middle), at, ticks };
  const spec = frame({
    title: title(values, context, drivers),
    subtitle: subtitle(values, context, drivers),
    caption: caption(values, context, context.source),
    description: text,
    width,
    height: placed.height,
    left: 0,
    below: sizes.below + sizes.tileLine,
    layers: [...forestLayers(estimates, place), ...rowTexts(rows, placed)],
  });
  return { spec, description: text };
};
