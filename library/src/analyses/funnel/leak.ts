import { newcombeInterval } from "../../statistics/experiments/conversion-intervals.js";
import type { Interval } from "../../statistics/interval.js";
import { wilsonInterval } from "../../statistics/wilson-interval.js";
import { known, settled } from "./share.js";
import type { ConversionValue, Gain, Leak, Share, StepValues } from "./values.js";

const daysPerMonth = 365.25 / 12;
/** Entries of fewer days say nothing about a month. */
const fewestDays = 7;

/** What a leak is worked out from. */
export interface LeakFacts {
  readonly steps: readonly StepValues[];
  /** Calendar days from the first to the last entry. */
  readonly days: number;
  readonly value: ConversionValue | undefined;
}

type Losing = StepValues & { readonly lostShare: Share };

/**
 * Where are the most lost, how clearly, and what would closing the leak bring?
 *
 * The step is the required one that the largest share of those who reached the step before do not reach (of equal ones the first). Its
 * difference to the next largest share has a Newcombe interval; the groups are different people who stop at different steps.
 *
 * @returns nothing where nobody is lost, or nothing comes after the first step
 *
 * Method of the gain: those lost × the part that is closed × the rate at which those who went on converted; its interval joins the Wilson
 * intervals of both shares on the log scale (Zou and Donner 2008, Stat. Med. 27:1693–1702).
 */
export function biggestLeak(facts: LeakFacts): Leak | undefined {
  const losing = facts.steps.filter((step): step is Losing => !step.isOptional && step.lostShare !== undefined && step.lost > 0);
  const [leak, next] = losing.toSorted((one, other) => other.lostShare.value - one.lostShare.value || one.index - other.index);
  if (!leak) return undefined;
  const closing = (part: number) => gain(facts, leak, part);
  const toNext = next ? (leak.lostShare.value - next.lostShare.value) / leak.lostShare.value : undefined;
  return {
    ...placeOf(facts.steps, leak),
    entered: leak.lostShare.n,
    lost: leak.lost,
    share: leak.lostShare,
    ...known("next", next && compareLeaks(facts.steps, leak, next)),
    closing: { half: closing(0.5), all: closing(1), ...known("toNext", toNext === undefined ? undefined : closing(toNext)) },
  };
}

function placeOf(steps: readonly StepValues[], { index, name }: StepValues): Pick<Leak, "step" | "name" | "from" | "fromName"> {
  const before = steps.findLast((step) => step.index < index && !step.isOptional);
  return { step: index, name, from: before?.index ?? 1, fromName: before?.name ?? "" };
}

function compareLeaks(steps: readonly StepValues[], leak: Losing, next: Losing): NonNullable<Leak["next"]> {
  const counts = ({ lost, lostShare }: Losing) => ({ successes: lost, units: lostShare.n });
  const interval = newcombeInterval(counts(next), counts(leak));
  return {
    ...placeOf(steps, next),
    share: next.lostShare,
    difference: leak.lostShare.value - next.lostShare.value,
    interval,
    isClear: interval[0] > 0,
  };
}

/** Both ends of a product of two shares, from the intervals of each. */
function productInterval(one: Share, other: Share): Interval {
  const product = one.value * other.value;
  if (product === 0) return [0, one.interval[1] * other.interval[1]];
  const reach = (end: 0 | 1) => Math.hypot(Math.log(one.value / one.interval[end]), Math.log(other.value / other.interval[end]));
  const hasLow = one.interval[0] > 0 && other.interval[0] > 0;
  return [hasLow ? product * Math.exp(-reach(0)) : 0, product * Math.exp(reach(1))];
}

function gain({ steps, days, value }: LeakFacts, leak: Losing, part: number): Gain {
  const converted = steps.findLast(({ isOptional }) => !isOptional)?.count ?? 0;
  const { interval, ...rate } = onwardRate(leak, converted);
  const share = { ...rate, interval };
  const units = leak.lostShare.n * part;
  const conversions = settled(units * leak.lostShare.value * share.value);
  const [low, high] = productInterval(leak.lostShare, share);
  const conversionsInterval: Interval = [settled(units * low), settled(units * high)];
  const perMonth = days >= fewestDays ? daysPerMonth / days : undefined;
  const worth = value && value.n > 0 ? value : undefined;
  const times = (factor: number): Interval => [settled(conversionsInterval[0] * factor), settled(conversionsInterval[1] * factor)];
  return {
    conversions,
    conversionsInterval,
    ...(perMonth !== undefined && {
      conversionsPerMonth: settled(conversions * perMonth),
      conversionsPerMonthInterval: times(perMonth),
    }),
    ...(worth && { value: settled(conversions * worth.mean) }),
    ...(worth && perMonth !== undefined && monthlyValue(worth, conversions, times(1), perMonth)),
  };
}

/** Of those who went on past the leak, the share that converted; none went on: nothing is known. */
function onwardRate(leak: Losing, converted: number): Share {
  const n = leak.count;
  return n === 0 ? { value: 0, interval: [0, 1], n } : { value: converted / n, interval: wilsonInterval(converted, n), n };
}

/** Conversions × mean value; the relative errors of both are joined on the log scale. */
function monthlyValue(worth: ConversionValue, conversions: number, interval: Interval, perMonth: number) {
  const valuePerMonth = settled(conversions * worth.mean * perMonth);
  const [low, high] = worth.meanInterval ?? [worth.mean, worth.mean];
  const relative = (end: number, of: number) => (end > 0 && of > 0 ? Math.log(end / of) : undefined);
  const below = [relative(interval[0], conversions), relative(low, worth.mean)];
  const above = [relative(interval[1], conversions), relative(high, worth.mean)];
  const isPositive = worth.mean > 0 && conversions > 0;
  const lowEnd = isPositive && below.every((one) => one !== undefined) ? valuePerMonth * Math.exp(-Math.hypot(...(below as number[]))) : 0;
  const highEnd = isPositive ? valuePerMonth * Math.exp(Math.hypot(...(above as number[]))) : interval[1] * Math.max(0, high) * perMonth;
  return { valuePerMonth, valuePerMonthInterval: [settled(lowEnd), settled(highEnd)] as const };
}
