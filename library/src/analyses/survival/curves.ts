import { kaplanMeier, stepAt, type Band, type SurvivalCurve } from "../../statistics/survival/kaplan-meier.js";
import { restrictedMean } from "../../statistics/survival/restricted-mean.js";
import { survivalQuantile } from "../../statistics/survival/survival-quantile.js";
import type { TimeCounts } from "../../statistics/survival/time-counts.js";
import type { CurveValues, ShareAt, TimeUnit } from "./values.js";

/** Steps of a curve that a drawing can show. */
const mostSteps = 150;

/** Times that people think in, by unit. */
const roundTimes: Readonly<Record<TimeUnit, readonly number[]>> = {
  day: [7, 14, 30, 60, 90, 180, 365, 730, 1095, 1825, 3650],
  week: [1, 4, 8, 13, 26, 52, 104, 156, 260, 520],
  month: [1, 3, 6, 12, 24, 36, 48, 60, 72, 96, 120, 240],
  year: [1, 2, 3, 5, 10, 15, 20, 30, 50],
  period: [],
};

const mostTimes = 6;

/** Multiples of 1, 2 or 5 times a power of ten. */
function evenTimes(longest: number): number[] {
  const rough = longest / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10) * power;
  return Array.from({ length: Math.floor(longest / step + 1e-9) }, (_, index) => Number(((index + 1) * step).toPrecision(12)));
}

/** Round times within what was watched, no more than six and the longest among them. */
export function chooseTimes(longest: number, unit: TimeUnit): number[] {
  if (!(longest > 0)) return [0];
  const round = roundTimes[unit].filter((time) => time <= longest);
  const times = round.length >= 3 ? round : evenTimes(longest);
  const skip = Math.max(0, times.length - mostTimes);
  return times.slice(skip);
}

/** Steps between ticks of an axis, by unit; times that people think in. */
const tickSteps: Readonly<Record<TimeUnit, readonly number[]>> = {
  day: [1, 2, 7, 14, 30, 60, 90, 180, 365, 730, 1825, 3650],
  week: [1, 2, 4, 8, 13, 26, 52, 104, 260],
  month: [1, 2, 3, 6, 12, 24, 36, 60, 120],
  year: [1, 2, 5, 10, 20, 50],
  period: [],
};

/** Ticks of the time axis from 0 on: about five, none beyond what was watched. */
export function chooseTicks(longest: number, unit: TimeUnit): number[] {
  const step = tickSteps[unit].find((one) => longest / one <= mostTimes);
  if (step === undefined || longest / step < 2) return [0, ...evenTimes(Math.max(longest, 1e-9))].filter((time) => time <= longest);
  return Array.from({ length: Math.floor(longest / step) + 1 }, (_, index) => index * step);
}

/** To a dozen digits, so that adding does not show in the last ones. */
export const settle = (value: number): number => Number(value.toPrecision(12));

function shareAt(curve: SurvivalCurve, time: number): ShareAt {
  const index = stepAt(curve, time);
  const next = stepAt(curve, time) >= 0 && curve.times[index] === time ? index : index + 1;
  const atRisk = curve.atRisk[next] ?? 0;
  if (index < 0) return { time, survival: 1, interval: [1, 1], atRisk };
  const survival = settle(curve.survival[index] as number);
  const [low, high] = [curve.low[index] as number, curve.high[index] as number];
  return { time, survival, ...(Number.isFinite(low) ? { interval: [settle(low), settle(high)] as const } : {}), atRisk };
}

/** The steps with events, or an even choice of them, and the last time. */
function stepsOf(curve: SurvivalCurve): ShareAt[] {
  const eventful = [...curve.times].filter((_, index) => (curve.events[index] as number) > 0);
  const stride = Math.ceil(eventful.length / mostSteps);
  const times = eventful.filter((_, index) => index % stride === 0 || index === eventful.length - 1);
  const last = curve.times.at(-1) ?? 0;
  return [...new Set([0, ...times, last])].map((time) => shareAt(curve, time));
}

export interface CurveContext {
  readonly band: Band;
  readonly times: readonly number[];
  /** Ticks of the time axis. */
  readonly ticks: readonly number[];
  /** Up to where means are taken. */
  readonly until: number;
}

/** What is told of one curve. */
export function curveValues(group: string, counts: TimeCounts, { band, times, ticks, until }: CurveContext): CurveValues {
  const curve = kaplanMeier(counts, { band });
  const longest = counts.times.at(-1) ?? 0;
  const mean = restrictedMean(curve, Math.min(until, longest));
  return {
    group,
    customers: counts.units,
    events: counts.events.reduce((sum, value) => sum + value, 0),
    median: Object.fromEntries(Object.entries(survivalQuantile(curve)).map(([name, time]) => [name, settle(time)])),
    mean: { value: settle(mean.value), interval: [settle(mean.interval[0]), settle(mean.interval[1])], until: mean.until },
    at: times.filter((time) => time <= longest).map((time) => shareAt(curve, time)),
    steps: stepsOf(curve),
    risk: ticks.map((time) => ({ time, atRisk: shareAt(curve, time).atRisk })),
    longest,
  };
}
