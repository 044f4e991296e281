import { sequentialComparison } from "../../statistics/experiments/confidence-sequence.js";
import { interaction } from "../../statistics/experiments/segments.js";
import { dayText } from "../rfm/days.js";
import { emptyCell, mergeCells, type Cell } from "./cells.js";
import { pairOf } from "./compare-metrics.js";
import { fewUnits } from "./conclude.js";
import { figureOf, measure, type Pair } from "./measure.js";
import type { Method } from "./method.js";
import { settle } from "./moments.js";
import type { CellGroup, ReducedTest } from "./reduced-test.js";
import type { DayEffect, NoveltyTest } from "./values.js";

/** More days than this are thinned out, the last one kept. */
const mostDays = 400;

const columnsOf = (cells: readonly Cell[]): number[] => cells[0]?.metrics.map(({ means }) => means.length) ?? [];

function together(groups: readonly CellGroup<number>[], test: ReducedTest): Cell[] {
  const empty = emptyCell(columnsOf(test.cells));
  return test.arms.map((_, arm) => groups.reduce((sum, { cells }) => mergeCells(sum, cells[arm] ?? empty), empty));
}

/** The units that had entered by the end of each day. */
function cumulative(test: ReducedTest): CellGroup<number>[] {
  const sums: CellGroup<number>[] = [];
  for (const { name, cells } of test.days) {
    const before = sums.at(-1)?.cells;
    sums.push({ name, cells: before ? cells.map((cell, arm) => mergeCells(before[arm] ?? cell, cell)) : cells });
  }
  const step = Math.ceil(sums.length / mostDays);
  return sums.filter((_, index) => (sums.length - 1 - index) % step === 0);
}

/** Every metric but quantiles, against every arm but the control. */
const placesOf = (test: ReducedTest) =>
  test.metrics.flatMap(({ type, id }, metric) =>
    type === "quantile" ? [] : test.arms.slice(1).map((arm, other) => ({ place: { metric, arm: other + 1 }, of: { metric: id, arm } })),
  );

/** How the difference built up: what somebody would have seen who looked at the end of each day. */
export function daysOf(test: ReducedTest, method: Method): DayEffect[] {
  const days = cumulative(test);
  const once: Method = { ...method, sequential: "none", bound: undefined };
  return placesOf(test).flatMap(({ place, of }) =>
    days.map(({ name, cells }): DayEffect => {
      const pair = pairOf(test, cells, place);
      const { absolute, relative, effect } = measure(pair, once);
      const { low, high } = sequentialComparison(effect, {
        scale: "absolute",
        confidence: method.intervalConfidence,
        tuning: method.tuning,
      });
      const deciding = method.scale === "relative" ? relative : absolute;
      return {
        ...of,
        day: dayText(name),
        units: { arm: pair.treatment.units, control: pair.control.units },
        ...(absolute ? { absolute } : {}),
        ...(relative ? { relative } : {}),
        ...(deciding ? { p: deciding.p } : {}),
        ...(low === undefined || high === undefined ? {} : { alwaysValid: [settle(low), settle(high)] as const }),
      };
    }),
  );
}

/** Fewer days than this have no early and late half. */
const fewestDays = 6;

/** Does the effect fade or grow? Units that entered in the first half of the days against those in the second. */
export function noveltyOf(test: ReducedTest): NoveltyTest[] {
  const { days } = test;
  if (days.length < fewestDays) return [];
  const middle = Math.ceil(days.length / 2);
  const halves = [together(days.slice(0, middle), test), together(days.slice(middle), test)] as const;
  return placesOf(test).flatMap(({ place, of }) => {
    const [early, late] = [pairOf(test, halves[0], place), pairOf(test, halves[1], place)];
    const smallest = Math.min(...[early, late].flatMap(({ control, treatment }) => [control.units, treatment.units]));
    const between = smallest < fewUnits ? undefined : interaction([early, late], { scale: "absolute" });
    if (!between) return [];
    const difference = (pair: Pair) => settle((figureOf(pair.treatment) ?? 0) - (figureOf(pair.control) ?? 0));
    const units = ({ control, treatment }: Pair) => control.units + treatment.units;
    return [
      {
        ...of,
        early: difference(early),
        late: difference(late),
        p: settle(between.pValue),
        units: { early: units(early), late: units(late) },
      },
    ];
  });
}
