import type { DayEffect } from "../values.js";

/** The difference as it stood on one evening. */
export interface Look {
  readonly day: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly wideLow: number;
  readonly wideHigh: number;
  /** The interval of a single look leaves out no difference, and so does the one that holds at every look. */
  readonly isClear: boolean;
  readonly isAlwaysClear: boolean;
  readonly units: number;
}

const leavesOut = ([low, high]: readonly [number, number]): boolean => low > 0 || high < 0;

/** The days on which the difference is known. */
export function looksOf(days: readonly DayEffect[]): readonly Look[] {
  return days.flatMap(({ day, absolute, alwaysValid, p = 1, units }) => {
    if (!absolute || !absolute.interval.every(Number.isFinite)) return [];
    const wide = alwaysValid?.every(Number.isFinite) ? alwaysValid : absolute.interval;
    return {
      day,
      value: absolute.value,
      low: absolute.interval[0],
      high: absolute.interval[1],
      wideLow: wide[0],
      wideHigh: wide[1],
      isClear: p < 0.05,
      isAlwaysClear: alwaysValid !== undefined && leavesOut(alwaysValid),
      units: units.arm + units.control,
    };
  });
}
