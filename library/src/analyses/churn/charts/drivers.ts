import { featureName } from "../feature-name.js";
import { isClear, oddsInterval, oddsText } from "../figure-text.js";
import { clearDrivers } from "../reading.js";
import type { CoefficientValues, ModelValues } from "../values.js";
import type { Drawing, Drawn } from "./drawing.js";
import { description, names, rowDetail, sides, subtitle, title } from "./drivers-text.js";
import { forest, forestBelow } from "./forest.js";
import type { ForestRow, ForestScale } from "./forest-layout.js";

const mostRows = 12;
/** Odds ratios beyond this, or below its inverse, are drawn at the edge. */
const widestScale = 100;
const steps = [1, 2, 5, 10, 20, 50, 100];

/** How far an estimate spreads customers: its log odds times the spread of what it is about, about one step for a number. */
function spread({ coefficient, kind, step, customers }: CoefficientValues, all: number): number {
  const share = Math.min(1, customers / all);
  return Math.abs(coefficient) * (kind === "number" ? step : Math.sqrt(share * (1 - share)));
}

/** The estimates that tell customers apart most, from the highest odds ratio to the lowest. */
function strongest({ coefficients }: ModelValues, customers: number): CoefficientValues[] {
  const known = coefficients.filter(({ oddsRatio: { value } }) => value > 0 && Number.isFinite(value));
  const most = known.toSorted((one, other) => spread(other, customers) - spread(one, customers)).slice(0, mostRows);
  return most.toSorted((one, other) => other.oddsRatio.value - one.oddsRatio.value);
}

/** Dates are counted as days before the latest one. */
const isDate = ({ values }: Drawing, { feature }: CoefficientValues): boolean =>
  values.features.some(({ name, kind }) => name === feature && kind === "date");

function forestRow(drawing: Drawing, coefficient: CoefficientValues): ForestRow {
  const { oddsRatio, n } = coefficient;
  const ends = oddsRatio.interval.map((end, index) =>
    Number.isFinite(end) && end > 0 ? end : index === 0 ? 1 / widestScale : widestScale,
  );
  return {
    name: featureName(coefficient.feature, drawing.values, drawing.language),
    detail: rowDetail[drawing.language](drawing, coefficient, isDate(drawing, coefficient)),
    value: oddsRatio.value,
    low: ends[0] as number,
    high: ends[1] as number,
    look: !isClear(oddsRatio) ? "pale" : oddsRatio.value > 1 ? "accent" : "base",
    figure: oddsText(oddsRatio.value, drawing),
    interval: oddsInterval(oddsRatio, drawing),
    note: drawing.count(n),
  };
}

/** As far to both sides as clear estimates reach, and at least from a half to two; a whisker that goes on ends at the edge. */
function scaleOf(drawing: Drawing, rows: readonly ForestRow[]): ForestScale {
  const ends = rows.flatMap(({ look, value, low, high }) => (look === "pale" ? [value] : [low, high]));
  const widest = Math.max(2, ...ends.flatMap((end) => [end, 1 / end]));
  const reach = steps.find((step) => step >= widest) ?? widestScale;
  const ticks = steps.filter((step) => step <= reach).flatMap((step) => (step === 1 ? [1] : [step, 1 / step]));
  const [left = "", right = ""] = sides[drawing.language](drawing).split("|");
  return {
    type: "log",
    domain: [1 / reach, reach],
    reference: 1,
    ticks: ticks.map((value) => ({ value, text: drawing.number(value) })),
    sides: [left, right],
  };
}

/** What goes with the event, the other columns equal? One row per number or level, its odds ratio and the interval of it. */
export function drivers(drawing: Drawing, model: ModelValues): Drawn {
  const { language, width, values } = drawing;
  const shown = strongest(model, values.customers).map((coefficient) => forestRow(drawing, coefficient));
  const { layers, height } = forest(shown, scaleOf(drawing, shown), { width, words: names[language] });
  const first = model.evaluation.beatsBaseRate ? clearDrivers(model)[0] : undefined;
  return {
    title: title[language](drawing, first),
    subtitle: subtitle[language](drawing, shown.length, model.coefficients.length),
    description: description[language](
      drawing,
      shown.map(({ name, detail = "", figure, interval }) => `${name}${detail} ${figure} (${interval})`),
    ),
    height,
    left: 0,
    below: forestBelow,
    layers,
  };
}
