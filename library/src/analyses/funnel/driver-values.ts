import { fisherTest } from "../../statistics/experiments/fisher.js";
import { holm } from "../../statistics/experiments/multiplicity.js";
import { criticalValue, type Interval } from "../../statistics/interval.js";
import type { OutcomeColumn } from "./read-details.js";
import type { Driver, Drivers } from "./values.js";

/** Units by outcome, and how many of each have a value. */
export interface Outcomes {
  readonly converted: number;
  readonly stopped: number;
  readonly convertedWith: number;
  readonly stoppedWith: number;
}

const skewedFrom = 10;
const mostShown = 10;

/**
 * How much more usual is a value among those who converted? The odds ratio with a prior count of one in every cell, and its interval.
 *
 * Method: PostHog's correlation, ((s + 1)(F − f + 1)) / ((S − s + 1)(f + 1)); interval on the log scale (Woolf, with the same counts).
 * Checked: PostHog's cases: S = F = 10 with 5 and 0 gives 11, with 0 and 5 gives 1/11; S = 11, F = 1 with 5 and 0 gives 12/7.
 */
export function oddsRatio({ converted, stopped, convertedWith, stoppedWith }: Outcomes): {
  readonly value: number;
  readonly interval: Interval;
} {
  const cells = [convertedWith + 1, stopped - stoppedWith + 1, converted - convertedWith + 1, stoppedWith + 1] as const;
  const value = (cells[0] * cells[1]) / (cells[2] * cells[3]);
  const reach = Math.exp(criticalValue() * Math.sqrt(cells.reduce((sum, cell) => sum + 1 / cell, 0)));
  return { value, interval: [value / reach, value * reach] };
}

/** Are conversions or stops so few that ratios rest on them alone? More than ten times as many on one side. */
export const isSkewed = (converted: number, stopped: number): boolean =>
  converted > skewedFrom * stopped || stopped > skewedFrom * converted;

/** What goes with conversion and with stopping: the ten values farthest from an odds ratio of 1 on each side. */
export function driversOf(columns: readonly OutcomeColumn[], { converted, stopped }: Pick<Outcomes, "converted" | "stopped">): Drivers {
  const rows = columns.flatMap(({ column, rows: values }) => values.map((row) => ({ column, ...row })));
  const tests = rows.map((row) =>
    converted === 0 || stopped === 0
      ? 1
      : fisherTest({ successes: row.stopped, units: stopped }, { successes: row.converted, units: converted }).pValue,
  );
  const adjusted = holm(tests);
  const all = rows.map((row, index): Driver => {
    const ratio = oddsRatio({ converted, stopped, convertedWith: row.converted, stoppedWith: row.stopped });
    return {
      column: row.column,
      value: row.value,
      converted: row.converted,
      stopped: row.stopped,
      oddsRatio: ratio.value,
      interval: ratio.interval,
      p: tests[index] ?? 1,
      pHolm: adjusted[index] ?? 1,
      goesWith: ratio.value >= 1 ? "conversion" : "stopping",
    };
  });
  const side = (goesWith: Driver["goesWith"]) =>
    all
      .filter((driver) => driver.goesWith === goesWith)
      .toSorted(byDistance)
      .slice(0, mostShown);
  return {
    converted,
    stopped,
    isSkewed: isSkewed(converted, stopped),
    compared: rows.length,
    tooRare: columns.reduce((sum, { tooRare }) => sum + tooRare, 0),
    found: [...side("conversion"), ...side("stopping")],
  };
}

const byDistance = (one: Driver, other: Driver): number =>
  Math.abs(Math.log(other.oddsRatio)) - Math.abs(Math.log(one.oddsRatio)) || (one.value < other.value ? -1 : 1);
