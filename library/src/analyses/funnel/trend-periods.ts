import { wilsonInterval } from "../../statistics/wilson-interval.js";
import type { TrendDay } from "./values.js";

/** A longer line of days is drawn by the week: single days say little then. */
const mostDays = 120;
const daysPerWeek = 7;

/** The days themselves, or weeks from the first day on where there are very many; a week is complete when all its days are. */
export function trendPeriods(days: readonly TrendDay[]): { readonly step: 1 | 7; readonly periods: readonly TrendDay[] } {
  if (days.length <= mostDays) return { step: 1, periods: days };
  const weeks = Array.from({ length: Math.ceil(days.length / daysPerWeek) }, (_, week) =>
    days.slice(week * daysPerWeek, (week + 1) * daysPerWeek),
  );
  return { step: daysPerWeek, periods: weeks.map(together) };
}

function together(days: readonly TrendDay[]): TrendDay {
  const entered = days.reduce((sum, day) => sum + day.entered, 0);
  const converted = days.reduce((sum, day) => sum + day.converted, 0);
  const rate = entered > 0 ? { rate: { value: converted / entered, interval: wilsonInterval(converted, entered), n: entered } } : {};
  return {
    day: days[0]?.day ?? "",
    entered,
    converted,
    ...rate,
    isComplete: days.length === daysPerWeek && days.every(({ isComplete }) => isComplete),
  };
}
