import type { Interval } from "../../statistics/interval.js";
import type { ChurnDefinition, GapValues } from "../customer-history/values.js";
import type { SetAside } from "../set-aside.js";

/** Where the durations come from: given, from dates of start and end, or from a log. */
export type SurvivalMode = "durations" | "dates" | "lifetime" | "first-to-second";

/** What the event is: a customer is lost, buys again, or anything else. */
export type Meaning = "loss" | "return" | "event";

/** Unit of the times; `period` where it is not known. */
export type TimeUnit = "day" | "week" | "month" | "year" | "period";

/** The share without the event at one time. */
export interface ShareAt {
  readonly time: number;
  /** 0–1. */
  readonly survival: number;
  /** Pointwise, 95 %; absent where the survival is 0. */
  readonly interval?: Interval;
  /** Customers still watched just before this time. */
  readonly atRisk: number;
}

/** One curve: all customers, or one group. */
export interface CurveValues {
  /** Value of the group column; empty for all customers. */
  readonly group: string;
  readonly customers: number;
  readonly events: number;
  /** Time by which half have had the event. `value` is absent when that is not reached, an end where the band does not reach it. */
  readonly median: { readonly value?: number; readonly low?: number; readonly high?: number };
  /** Mean time without the event, of the first `until` units of time. */
  readonly mean: { readonly value: number; readonly interval: Interval; readonly until: number };
  /** At the chosen times that the curve reaches. */
  readonly at: readonly ShareAt[];
  /** The curve for drawing, at most about 150 steps: the share holds from `time` until the next. */
  readonly steps: readonly ShareAt[];
  /** Customers still watched at the ticks of the time axis. */
  readonly risk: readonly { readonly time: number; readonly atRisk: number }[];
  /** Longest time that was watched. */
  readonly longest: number;
}

export interface PairValues {
  readonly one: string;
  readonly other: string;
  readonly chiSquare: number;
  readonly pValue: number;
  /** By Holm, over all pairs. */
  readonly adjusted: number;
}

/** Whether the groups differ. */
export interface ComparisonValues {
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  /** Log-rank; absent when nothing can be compared. */
  readonly pValue?: number;
  /** Every two groups; empty for two groups or more than ten. */
  readonly pairs: readonly PairValues[];
  /** The longest-lasting group less the shortest-lasting, in mean time of the first `until` units. */
  readonly difference?: {
    readonly longest: string;
    readonly shortest: string;
    readonly value: number;
    readonly interval: Interval;
    readonly until: number;
  };
}

/** One column of a regression. */
export interface EffectValues {
  readonly covariate: string;
  /** The level that is compared with `reference`; absent for numbers. */
  readonly level?: string;
  readonly reference?: string;
  /** `constant`, `collinear` and `infinite` have no ratio. */
  readonly status: "estimated" | "constant" | "collinear" | "infinite";
  /** The change of a number that the ratio is for: 1 for yes-or-no, else about one standard deviation. */
  readonly step: number;
  /** Coefficient per unit and its standard error; absent without an estimate, as all that follows. */
  readonly coefficient?: number;
  readonly standardError?: number;
  /** Hazard ratio (Cox) or time ratio (Weibull) per `step`. */
  readonly ratio?: number;
  readonly interval?: Interval;
  readonly pValue?: number;
  /** Customers with this level. */
  readonly customers?: number;
}

/** The check of one coefficient for a change over time. */
export interface ProportionalValues {
  /** Index into `effects`. */
  readonly effect: number;
  readonly chiSquare: number;
  readonly pValue: number;
  /** Above 0 where the hazard ratio grows with time. */
  readonly correlation: number;
  /** What the log hazard ratio per unit looks like over time: means over bins of equally many events, with their intervals. */
  readonly bins: readonly {
    readonly from: number;
    readonly to: number;
    readonly time: number;
    readonly value: number;
    readonly interval: Interval;
    readonly events: number;
  }[];
}

export interface RegressionValues {
  readonly model: "cox" | "weibull";
  readonly customers: number;
  readonly events: number;
  /** Customers left out because a covariate is missing, or, in the Weibull model, because their duration is zero. */
  readonly omitted: { readonly missing: number; readonly zero: number };
  readonly effects: readonly EffectValues[];
  readonly logLikelihood: { readonly null: number; readonly fitted: number };
  readonly likelihoodRatio: { readonly chiSquare: number; readonly degreesOfFreedom: number; readonly pValue: number };
  readonly hasConverged: boolean;
  /** Cox: share of pairs put in the right order (0–1); absent without a pair. */
  readonly concordance?: number;
  /** Cox: the check of proportional hazards. */
  readonly proportional?: {
    readonly global: { readonly chiSquare: number; readonly degreesOfFreedom: number; readonly pValue: number };
    readonly checks: readonly ProportionalValues[];
  };
  /** Weibull: above 1 the risk grows with time, below 1 it falls. */
  readonly shape?: { readonly value: number; readonly interval: Interval };
}

export interface SurvivalValues {
  readonly mode: SurvivalMode;
  readonly meaning: Meaning;
  readonly unit: TimeUnit;
  /** The day that is counted from, where there are dates. */
  readonly asOf?: string;
  readonly period?: { readonly from: string; readonly to: string };
  readonly rows: { readonly read: number; readonly used: number };
  readonly setAside: readonly SetAside[];
  readonly customers: number;
  readonly events: number;
  /** Customers whose duration is zero. */
  readonly zeroDurations: number;
  /** Rows beyond the first of a customer, where one row should be one customer. */
  readonly repeatedCustomers: number;
  /** Where curves stop being drawn: the last time at which 2 % of all customers are still watched. */
  readonly drawnTo: number;
  readonly overall: CurveValues;
  /** By group, the largest first; empty without a group column. */
  readonly groups: readonly CurveValues[];
  readonly comparison?: ComparisonValues;
  /** The first quarter of the events: by when they happened. */
  readonly early?: { readonly time: number; readonly events: number };
  readonly regression?: RegressionValues;
  /** From a log with the time until a loss: customers who were not active again on any of the days after their first one that make a loss; share 0–1. */
  readonly notBack?: { readonly customers: number; readonly share: number; readonly interval?: Interval };
  /** From a log: gaps and the definition of a loss, with how many of the lost were active again later. */
  readonly history?: { readonly gaps: GapValues; readonly definition: ChurnDefinition; readonly returnedLater: number };
}
