import type { Breakdown, Comparison, Drivers, FunnelValues, Gain, Leak, Share, StepValues, TrendDay } from "../analyses/funnel/values.js";
import { wilsonInterval } from "../statistics/wilson-interval.js";

export const stepNames = ["Landing page viewed", "Pricing viewed", "Trial sign-up", "First project created", "Order paid"] as const;
export const usualCounts = [4004, 3122, 1866, 1397, 978] as const;

const day = 86_400;
export const share = (value: number, n: number): Share => ({ value: value / n, interval: wilsonInterval(value, n), n });
const known = (value: number, n: number, name: string): Record<string, Share> => (n > 0 ? { [name]: share(value, n) } : {});
const times = (n: number, median: number) => ({
  n,
  median,
  mean: median * 1.2,
  p90: median * 2.6,
  ...(n >= 6 && { medianInterval: [median * 0.9, median * 1.1] as const }),
});

function stepsOf(counts: readonly number[], names: readonly string[]): StepValues[] {
  return counts.map((count, index): StepValues => {
    const before = counts[index - 1];
    return {
      index: index + 1,
      name: names[index] ?? `Step ${index + 1}`,
      isOptional: false,
      count,
      lost: before === undefined ? 0 : before - count,
      ...known(count, counts[0] ?? 0, "ofFirst"),
      ...(before !== undefined && { ...known(count, before, "ofPrevious"), ...known(before - count, before, "lostShare") }),
      ...(before !== undefined && count > 0 && { timeFromPrevious: times(count, day / 3), timeFromEntry: times(count, day * index) }),
    };
  });
}

const gain = (conversions: number, worth: number | undefined): Gain => ({
  conversions,
  conversionsInterval: [conversions * 0.9, conversions * 1.1],
  conversionsPerMonth: conversions * 0.36,
  conversionsPerMonthInterval: [conversions * 0.32, conversions * 0.4],
  ...(worth !== undefined && {
    value: conversions * worth,
    valuePerMonth: conversions * worth * 0.36,
    valuePerMonthInterval: [conversions * worth * 0.3, conversions * worth * 0.42],
  }),
});

function leakOf(steps: readonly StepValues[], worth: number | undefined): Leak | undefined {
  const losing = steps.filter(({ lostShare }) => lostShare && lostShare.value > 0);
  const ranked = losing.toSorted((one, other) => (other.lostShare?.value ?? 0) - (one.lostShare?.value ?? 0));
  const about = (step: StepValues) => ({
    ...{ step: step.index, name: step.name, from: step.index - 1, fromName: steps[step.index - 2]?.name ?? "" },
    share: step.lostShare as Share,
  });
  const [first, second] = ranked;
  if (!first) return undefined;
  const converted = (steps.at(-1)?.count ?? 0) / Math.max(first.count, 1);
  const difference = second ? (first.lostShare?.value ?? 0) - (second.lostShare?.value ?? 0) : 0;
  const error = 2 * Math.sqrt(0.25 / (first.count + first.lost) + 0.25 / Math.max(1, (second?.count ?? 0) + (second?.lost ?? 0)));
  return {
    ...about(first),
    entered: first.count + first.lost,
    lost: first.lost,
    ...(second && {
      next: { ...about(second), difference, interval: [difference - error, difference + error] as const, isClear: difference > error },
    }),
    closing: { half: gain((first.lost * converted) / 2, worth), all: gain(first.lost * converted, worth) },
  };
}

/** Days with a weekly rhythm, the last seven of them with windows that are still open. */
export function trendDays(count: number, { entered, rate }: { readonly entered: number; readonly rate: number }): TrendDay[] {
  return Array.from({ length: count }, (_, index) => {
    const people = Math.round((entered / count) * (index % 7 >= 5 ? 0.7 : 1.12));
    const isComplete = index < count - 7;
    const converted = Math.min(people, Math.round(people * rate * (isComplete ? 1 + 0.15 * Math.sin(index) : (count - 1 - index) / 8)));
    return {
      day: new Date(Date.UTC(2025, 3, 7 + index)).toISOString().slice(0, 10),
      ...{ entered: people, converted, isComplete },
      ...known(converted, people, "rate"),
    };
  });
}

export interface FunnelFixture {
  readonly counts?: readonly number[];
  readonly names?: readonly string[];
  readonly days?: number;
  readonly worth?: number;
  readonly groups?: readonly (readonly [name: string, counts: readonly number[]])[];
  readonly more?: Partial<FunnelValues>;
}

/** Segments of a funnel as the charts read them. */
export const breakdownOf = (groups: NonNullable<FunnelFixture["groups"]>): Breakdown => ({
  column: "Channel",
  attribution: "first",
  distinct: groups.length,
  groups: groups.map(([name, counts]) => ({
    name,
    kind: name === "" ? ("missing" as const) : ("value" as const),
    entered: counts[0] ?? 0,
    converted: counts.at(-1) ?? 0,
    ...known(counts.at(-1) ?? 0, counts[0] ?? 0, "rate"),
    steps: counts.map((count, index) => ({
      count,
      ...known(count, counts[0] ?? 0, "ofFirst"),
      ...(index > 0 && known(count, counts[index - 1] ?? 0, "ofPrevious")),
    })),
  })),
});

/** Values of a funnel with every number that charts and sentences read, made from counts by plain definitions. */
export function funnelValues({
  counts = usualCounts,
  names = stepNames,
  days = 84,
  worth,
  groups,
  more,
}: FunnelFixture = {}): FunnelValues {
  const steps = stepsOf(counts, names);
  const [entered = 0, converted = 0] = [counts[0], counts.at(-1)];
  const leak = leakOf(steps, worth);
  const openWindow = Math.floor(entered / 12);
  const closed = entered - openWindow;
  return {
    ...{ counts: "users", order: "ordered", semantics: "posthog", timeZone: "UTC", dailyLine: "split" },
    window: { value: 7, unit: "day", seconds: 7 * day },
    period: { from: "2025-04-07", to: "2025-06-29" },
    ...(entered > 0 && { entryPeriod: { from: "2025-04-07", to: "2025-06-29" }, conversion: share(converted, entered) }),
    ...{ rows: { read: 20 * entered + 12, used: 20 * entered }, setAside: [{ kind: "missing-customer", rows: 12 }] },
    ...{ steps, entered, converted, excluded: 0, openWindow },
    ...(entered > 0 && { closedConversion: share(Math.min(closed, Math.round(converted * 0.92)), closed) }),
    ...(leak && { leak }),
    ...(converted > 0 && { time: { ...times(converted, 1.4 * day), histogram: histogramOf(converted) } }),
    trend: entered > 0 ? trendDays(days, { entered, rate: converted / entered }) : [],
    ...(worth !== undefined && {
      value: {
        column: "Amount",
        sum: worth * converted,
        n: converted,
        mean: worth,
        perEntrant: (worth * converted) / Math.max(1, entered),
      },
    }),
    ...(groups && { breakdown: breakdownOf(groups) }),
    ...more,
  };
}

/** Most within a day, a few late ones; parts add up to all. */
function histogramOf(converted: number): { from: number; to: number; count: number }[] {
  const parts = [0.2, 0.25, 0.18, 0.12, 0.09, 0.06, 0.04, 0.03, 0.02];
  const counts = parts.map((part) => Math.floor(part * converted));
  const rest = converted - counts.reduce((sum, count) => sum + count, 0);
  return [...counts, rest].map((count, index) => ({ from: index * day * 0.6, to: (index + 1) * day * 0.6, count }));
}

export const channels = [
  ["Organic search", [1400, 1090, 700, 524, 370]],
  ["Paid search", [1000, 780, 498, 373, 260]],
  ["Paid social", [800, 624, 275, 206, 144]],
  ["Newsletter", [480, 375, 240, 180, 126]],
  ["Referral", [320, 250, 151, 112, 77]],
  ["Partner", [24, 18, 11, 9, 5]],
] as const;

const driver = (value: string, [converted, stopped]: readonly [number, number], all: readonly [number, number]) => {
  const odds = ((converted + 1) * (all[1] - stopped + 1)) / ((all[0] - converted + 1) * (stopped + 1));
  const error = Math.sqrt(1 / (converted + 1) + 1 / (all[1] - stopped + 1) + 1 / (all[0] - converted + 1) + 1 / (stopped + 1));
  const p = Math.min(1, 2 * Math.exp(-((Math.log(odds) / error) ** 2) / 2));
  return {
    ...{ column: "Event", value, converted, stopped, oddsRatio: odds, p, pHolm: Math.min(1, 6 * p) },
    interval: [odds * Math.exp(-1.96 * error), odds * Math.exp(1.96 * error)] as const,
    goesWith: odds >= 1 ? ("conversion" as const) : ("stopping" as const),
  };
};

/** Events that go with conversion, with stopping and with neither. */
export function driversOf(all: readonly [converted: number, stopped: number], isSkewed = false): Drivers {
  const [converted, stopped] = all;
  const part = (one: number, other: number) => [Math.round(converted * one), Math.round(stopped * other)] as const;
  return {
    ...{ converted, stopped, isSkewed, compared: 6, tooRare: 1 },
    found: [
      driver("Demo watched", part(0.38, 0.27), all),
      driver("Email opened", part(0.31, 0.3), all),
      driver("Help article read", part(0.28, 0.29), all),
      driver("Chat opened", part(0.2, 0.31), all),
    ],
  };
}

/** Two groups that differ by some points at each step. */
export function comparisonOf(entered: number, points = 0.04): Comparison {
  const compared = (index: number, name: string, [rate, n]: readonly [number, number]) => {
    const [first, second] = [share(Math.round(rate * n), n), share(Math.round((rate - points) * n), n)];
    const difference = second.value - first.value;
    const error = 1.96 * Math.sqrt((first.value * (1 - first.value) + second.value * (1 - second.value)) / n);
    return { index, name, first, second, difference, interval: [difference - error, difference + error] as const, p: 0.004 };
  };
  return {
    ...{ column: "Platform", first: "Web", second: "iOS", entered: [entered, entered] as const },
    overall: compared(stepNames.length, "Order paid", [0.25, entered]),
    steps: stepNames.slice(1).map((name, index) => compared(index + 2, name, [0.6 + index * 0.05, Math.round(entered * 0.6)])),
  };
}
