import type { Interval } from "../../statistics/interval.js";

export type { Interval };

/** A share (0–1) of `n` units with its Wilson interval. */
export interface Share {
  readonly value: number;
  readonly interval: Interval;
  /** Units that the share is of. */
  readonly n: number;
}

/** Times in seconds; each figure is of the same `n` units. */
export interface Times {
  readonly n: number;
  readonly median: number;
  /** Interval of the median by order statistics; absent below six units. */
  readonly medianInterval?: Interval;
  readonly mean: number;
  /** Nine of ten units took no longer. */
  readonly p90: number;
}

/** One step of the funnel, in its order. In a funnel of any order, step k is "k different steps done". */
export interface StepValues {
  /** From 1. */
  readonly index: number;
  readonly name: string;
  /** May be skipped; later steps are then compared with the last required step before it. */
  readonly isOptional: boolean;
  /** Units that reached the step. */
  readonly count: number;
  /** Share of those who entered; absent when nobody entered. */
  readonly ofFirst?: Share;
  /** Share of those who reached the required step before; absent at the first step and where nobody came that far. */
  readonly ofPrevious?: Share;
  /** Units that reached the required step before and not this one; 0 at the first step. */
  readonly lost: number;
  /** `lost` as a share of those who reached the step before; absent where `ofPrevious` is. */
  readonly lostShare?: Share;
  /** From the reached step before to this one; absent where nobody came. */
  readonly timeFromPrevious?: Times;
  /** From the entry to this step. */
  readonly timeFromEntry?: Times;
}

/** What more would come, with intervals. Monthly figures are absent when entries cover less than a week. */
export interface Gain {
  /** Conversions more in the period of the data. */
  readonly conversions: number;
  readonly conversionsInterval: Interval;
  readonly conversionsPerMonth?: number;
  readonly conversionsPerMonthInterval?: Interval;
  /** Value more, in the unit of the amounts; absent without amounts. */
  readonly value?: number;
  readonly valuePerMonth?: number;
  readonly valuePerMonthInterval?: Interval;
}

/** The required step with the largest share lost. */
export interface Leak {
  /** Index (from 1) of the step that is not reached. */
  readonly step: number;
  readonly name: string;
  /** Index and name of the required step before, where people stop. */
  readonly from: number;
  readonly fromName: string;
  /** Units that reached `from`. */
  readonly entered: number;
  readonly lost: number;
  readonly share: Share;
  /** The step with the next largest share lost; absent when there is one step to lose people at. */
  readonly next?: {
    readonly step: number;
    readonly name: string;
    readonly from: number;
    readonly fromName: string;
    readonly share: Share;
    /** Share lost at the leak minus share lost here (0–1), Newcombe interval. */
    readonly difference: number;
    readonly interval: Interval;
    /** The interval lies above zero: the leak is clearly the larger one. */
    readonly isClear: boolean;
  };
  /**
   * What closing the leak would bring if those who then go on convert at the rate of those who went on by themselves:
   * half of it, all of it (an upper bound), and down to the share lost at `next`.
   */
  readonly closing: { readonly half: Gain; readonly all: Gain; readonly toNext?: Gain };
}

/** One bar of the histogram of conversion times, [from, to) in seconds. */
export interface TimeBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Those who entered on one calendar day (in `timeZone`). */
export interface TrendDay {
  /** `2024-01-31`. */
  readonly day: string;
  readonly entered: number;
  readonly converted: number;
  /** Absent when nobody entered. */
  readonly rate?: Share;
  /** Every entry of the day had its whole window before the data ends. */
  readonly isComplete: boolean;
}

/** Units with one value of the breakdown property. */
export interface FunnelGroup {
  /** The value as text; empty for `other` and for units without a value. */
  readonly name: string;
  readonly kind: "value" | "other" | "missing";
  readonly entered: number;
  readonly converted: number;
  /** Conversion of the whole funnel; absent when nobody entered. */
  readonly rate?: Share;
  /** Units at each step, in the order of `steps`, each as a share of the group's entries. */
  readonly steps: readonly { readonly count: number; readonly ofFirst?: Share; readonly ofPrevious?: Share }[];
  readonly medianSeconds?: number;
}

export interface Breakdown {
  readonly column: string;
  /** The event whose value a unit gets: its first or last one with a value, or the one at step `step`. */
  readonly attribution: "first" | "last" | "step";
  /** Index (from 1) where `attribution` is "step". */
  readonly step?: number;
  /** Largest first, then `other`, then those without a value. */
  readonly groups: readonly FunnelGroup[];
  /** Different values of the property, those in `other` too. */
  readonly distinct: number;
}

/** What conversions are worth: the amount at the last step, in the unit of the column. */
export interface ConversionValue {
  readonly column: string;
  readonly sum: number;
  /** Conversions that have an amount; the others take no part in the mean. */
  readonly n: number;
  readonly mean: number;
  /** Interval of the mean (Student); absent below two conversions. */
  readonly meanInterval?: Interval;
  /** Sum over all who entered. */
  readonly perEntrant: number;
  readonly perEntrantInterval?: Interval;
}

/** One step of two groups. */
export interface ComparedStep {
  readonly index: number;
  readonly name: string;
  readonly first: Share;
  readonly second: Share;
  /** Rate of the second minus rate of the first (0–1), Newcombe interval. */
  readonly difference: number;
  readonly interval: Interval;
  /** Two-sided, two proportions (score test without continuity correction). */
  readonly p: number;
}

/** Two groups of units: `second` is compared with `first`. */
export interface Comparison {
  readonly column: string;
  readonly first: string;
  readonly second: string;
  /** Units that entered in each group. */
  readonly entered: readonly [first: number, second: number];
  /** Conversion of the whole funnel; absent when a group is empty. */
  readonly overall?: ComparedStep;
  /** Share of the step before, for every step that units of both groups could reach. */
  readonly steps: readonly ComparedStep[];
}

/** An event or property that goes with conversion, or with stopping. */
export interface Driver {
  readonly column: string;
  readonly value: string;
  /** Converted units and others that have it. */
  readonly converted: number;
  readonly stopped: number;
  /** With a prior count of one in every cell; above 1 it is more usual among those who converted. */
  readonly oddsRatio: number;
  readonly interval: Interval;
  /** Two-sided, Fisher's exact test. */
  readonly p: number;
  /** Holm-adjusted over all drivers that were compared. */
  readonly pHolm: number;
  readonly goesWith: "conversion" | "stopping";
}

export interface Drivers {
  readonly converted: number;
  readonly stopped: number;
  /** More than ten times as many on one side: the odds ratios rest on few. */
  readonly isSkewed: boolean;
  /** Values that were compared; the p-values are adjusted for that many. */
  readonly compared: number;
  /** Values that too few units have. */
  readonly tooRare: number;
  /** At most ten of each side, the farthest from 1 first. */
  readonly found: readonly Driver[];
}

/** Rows that take no part, each kind counted so that nothing is dropped in silence. */
export interface SetAside {
  readonly kind: "missing-customer" | "missing-date" | "missing-event" | "missing-session" | "after-as-of";
  readonly rows: number;
}

export interface FunnelValues {
  /** What is counted. */
  readonly counts: "users" | "sessions" | "events";
  readonly order: "ordered" | "strict" | "any";
  readonly semantics: "posthog" | "mixpanel" | "amplitude" | "clickhouse";
  /** The conversion window, counted from the entry. */
  readonly window: { readonly value: number; readonly unit: WindowUnit; readonly seconds: number };
  readonly timeZone: string;
  /** First and last day of the events that count, in `timeZone`: `2024-01-31`. */
  readonly period: { readonly from: string; readonly to: string };
  /** First and last day of entries; absent when nobody entered. */
  readonly entryPeriod?: { readonly from: string; readonly to: string };
  /** Rows read and rows that count. */
  readonly rows: { readonly read: number; readonly used: number };
  readonly setAside: readonly SetAside[];
  readonly steps: readonly StepValues[];
  /** Units that reached the first step, and those that reached the last required one. */
  readonly entered: number;
  readonly converted: number;
  /** Absent when nobody entered. */
  readonly conversion?: Share;
  /** Units that exclusion steps took out, or kept from converting where they count up to there. */
  readonly excluded: number;
  /** Units that entered so late that their window was still open when the data ended. */
  readonly openWindow: number;
  /** Conversion among those whose window had closed; absent when there are none. */
  readonly closedConversion?: Share;
  /** Absent when nobody was lost, or with one required step. */
  readonly leak?: Leak;
  /** From entry to conversion; absent when nobody converted. */
  readonly time?: Times & { readonly histogram: readonly TimeBin[] };
  /** How the daily line counts: a unit once on the day it entered ("split"), or once on each day it entered ("separate"). */
  readonly dailyLine: "split" | "separate";
  /** Every day from the first to the last entry. */
  readonly trend: readonly TrendDay[];
  readonly value?: ConversionValue;
  readonly breakdown?: Breakdown;
  readonly comparison?: Comparison;
  readonly drivers?: Drivers;
}

export type WindowUnit = "second" | "minute" | "hour" | "day" | "week";
