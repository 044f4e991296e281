import { peekingError } from "../../statistics/experiments/group-sequential/bounds.js";
import { sampleRatio } from "../../statistics/experiments/sample-ratio.js";
import { dayText } from "../rfm/days.js";
import type { AbTestSettings } from "./ab-test-options.js";
import type { Blocks } from "./compare-metrics.js";
import { ratioMismatch } from "./errors.js";
import type { Method } from "./method.js";
import { settle } from "./moments.js";
import type { ReducedTest } from "./reduced-test.js";
import type { ArmValues, CrossedValues, PlanValues, SampleRatioValues } from "./values.js";

const blocksBelow = 0.001;
const warnsBelow = 0.01;
/** Share of units in more than one arm above which nothing is concluded. */
const mostCrossed = 0.01;

/** @throws DataError `ratio-mismatch` */
function sharesOf({ arms }: ReducedTest, { ratio }: AbTestSettings): number[] {
  if (!ratio) return arms.map(() => 1 / arms.length);
  if (ratio.length !== arms.length) throw ratioMismatch({ given: ratio.length, arms });
  const whole = ratio.reduce((sum, share) => sum + share, 0);
  return ratio.map((share) => share / whole);
}

/** The arms with their sizes, and when their units entered. */
export function armsOf(test: ReducedTest, options: AbTestSettings): ArmValues[] {
  const expected = sharesOf(test, options);
  const total = test.cells.reduce((sum, { units }) => sum + units, 0);
  return test.arms.map((arm, index) => {
    const { units = 0, rows = 0 } = test.cells[index] ?? {};
    return {
      arm,
      isControl: index === 0,
      units,
      share: settle(total > 0 ? units / total : 0),
      expectedShare: settle(expected[index] as number),
      rows,
      ...entryOf(test, index),
    };
  });
}

function entryOf({ days }: ReducedTest, arm: number): Pick<ArmValues, "firstDay" | "lastDay" | "meanExposureDays"> {
  const entered = days.flatMap(({ name, cells }) => ((cells[arm]?.units ?? 0) > 0 ? [{ day: name, units: cells[arm]?.units ?? 0 }] : []));
  const [first, last, end] = [entered.at(0), entered.at(-1), days.at(-1)];
  if (!first || !last || !end) return {};
  const units = entered.reduce((sum, one) => sum + one.units, 0);
  const exposure = entered.reduce((sum, one) => sum + one.units * (end.name - one.day), 0) / units;
  return { firstDay: dayText(first.day), lastDay: dayText(last.day), meanExposureDays: settle(exposure) };
}

/** Do the sizes of the arms fit the design? */
export function sampleRatioOf(arms: readonly ArmValues[], design: SampleRatioValues["design"]): SampleRatioValues {
  const units = arms.map((arm) => arm.units);
  const total = units.reduce((sum, count) => sum + count, 0);
  const { pValue, statistic, degrees } = sampleRatio(
    units,
    arms.map(({ expectedShare }) => expectedShare),
  );
  const [worst] = arms
    .map(({ arm, share, expectedShare }) => ({ arm, difference: settle(share - expectedShare) }))
    .toSorted((one, other) => Math.abs(other.difference) - Math.abs(one.difference));
  return {
    statistic: settle(statistic),
    degrees,
    p: settle(pValue),
    units: total,
    worst: worst ?? { arm: "", difference: 0 },
    w: settle(total > 0 ? Math.sqrt(statistic / total) : 0),
    verdict: pValue < blocksBelow ? "blocks" : pValue < warnsBelow ? "warns" : "fits",
    design,
  };
}

/** How many units were seen in more than one arm. */
export function crossedOf({ crossed }: ReducedTest, units: number): CrossedValues {
  const share = crossed.units / Math.max(1, units + crossed.units);
  return { ...crossed, share: settle(share), verdict: crossed.units === 0 ? "none" : share > mostCrossed ? "blocks" : "warns" };
}

export const blocksOf = (ratio: SampleRatioValues, crossed: CrossedValues): Blocks => [
  ...(ratio.verdict === "blocks" ? (["sample-ratio-mismatch"] as const) : []),
  ...(crossed.verdict === "blocks" ? (["units-in-several-arms"] as const) : []),
];

/** More looks than this make no difference that a reader would notice, but take long to work out. */
const mostLooks = 100;

interface Progress {
  readonly units: number;
  /** Last day of the data. */
  readonly lastDay: string | undefined;
  readonly method: Method;
}

/** Is the test over, and was it looked at before? */
export function planOf(options: AbTestSettings, { units, lastDay, method }: Progress): PlanValues {
  const { plannedUnits, plannedStart, plannedEnd, looks } = options;
  const goals = [
    ...(plannedUnits === undefined ? [] : [units >= plannedUnits]),
    ...(plannedEnd === undefined || lastDay === undefined ? [] : [lastDay >= plannedEnd]),
  ];
  const state = goals.length === 0 ? "unknown" : goals.every(Boolean) ? "reached" : "not-reached";
  const isSequential = method.sequential !== "none";
  const falseAlarmRate = isSequential || looks < 2 ? undefined : settle(peekingError(Math.min(looks, mostLooks), method.alpha));
  return {
    ...(plannedUnits === undefined ? {} : { plannedUnits, unitsShare: settle(units / plannedUnits) }),
    ...(plannedStart === undefined ? {} : { plannedStart }),
    ...(plannedEnd === undefined ? {} : { plannedEnd }),
    looks,
    state,
    isSequential,
    isPeeked: !isSequential && (looks > 1 || state === "not-reached"),
    ...(falseAlarmRate === undefined ? {} : { falseAlarmRate }),
    ...(method.bound === undefined ? {} : { bound: settle(method.bound) }),
  };
}
