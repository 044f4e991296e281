import type { Interval } from "../../statistics/interval.js";

/** What is measured: a share of units, a mean per unit, a sum over a sum, a quantile over units. */
export type MetricType = "proportion" | "mean" | "ratio" | "quantile";

/** What a metric is for: `primary` decides, `guardrail` must not be harmed, `secondary` explains. */
export type MetricRole = "primary" | "secondary" | "guardrail";

/** What one comparison says. `too-few`: too few units or conversions to tell; `blocked`: the test itself is broken. */
export type Conclusion = "clear-win" | "clear-loss" | "no-clear-difference" | "too-few" | "blocked";

/** Why a comparison says so; the gravest first. */
export type ConclusionReason =
  /** The sizes of the arms are not what the design says. */
  | "sample-ratio-mismatch"
  /** Too many units were in more than one arm. */
  | "units-in-several-arms"
  /** Fewer than 30 units in an arm. */
  | "few-units"
  /** Fewer than 5 conversions, or non-conversions, are expected in an arm. */
  | "few-conversions"
  /** All units of both arms have the same value: there is nothing to compare. */
  | "no-variation"
  /** The p-value, adjusted where there are several comparisons, is below 1 − confidence. */
  | "clear"
  /** It is not. */
  | "not-clear"
  /** The p-value alone is below 1 − confidence, adjusted for the number of comparisons it is not. */
  | "not-clear-after-correction"
  /** Leaving out one unit would change the conclusion. */
  | "one-unit-decides";

/** Where a guardrail stands. `held`: harm beyond the margin is ruled out (without a margin: no clear harm); `harmed`: a clear loss; `open`: cannot be told yet. */
export type GuardrailState = "held" | "harmed" | "open";

/** One arm of the test. */
export interface ArmValues {
  /** As the data writes it. */
  readonly arm: string;
  readonly isControl: boolean;
  /** Different units (people); the rows where there is no column of units. */
  readonly units: number;
  /** Share of all units (0–1). */
  readonly share: number;
  /** Share by the design (0–1). */
  readonly expectedShare: number;
  /** Rows of the data that belong to these units. */
  readonly rows: number;
  /** First and last day on which units entered, `2024-03-01`; absent without dates. */
  readonly firstDay?: string;
  readonly lastDay?: string;
  /** Mean days from a unit's entry to the last day of the data; absent without dates. */
  readonly meanExposureDays?: number;
}

/** What one arm has on one metric. */
export interface LevelValues {
  readonly arm: string;
  /** Units that have a value. */
  readonly units: number;
  /** Units without one. */
  readonly missing: number;
  /** The rate (0–1), mean, ratio or quantile, after winsorising, before any adjustment; absent without units. */
  readonly value?: number;
  readonly interval?: Interval;
  /** Units with a 1; proportions only. */
  readonly conversions?: number;
  /** Sum of the metric (of the numerator, for a ratio) over the units; absent for quantiles. */
  readonly sum?: number;
  /** Between units; absent for quantiles and below two units. */
  readonly standardDeviation?: number;
}

/** A difference to the control with its interval. */
export interface EffectValues {
  /** In the unit of the metric (rates: 0–1, so 0.01 is one point); relative: 0.05 is 5 % more. */
  readonly value: number;
  /** At `intervalConfidence`; already as wide as the sequential method demands. */
  readonly interval: Interval;
  /** Absent where conversions were few and counted exactly. */
  readonly standardError?: number;
  /** Against no difference on this scale; one-sided (in the good direction) when `sides` is "one". */
  readonly p: number;
}

/**
 * What the Bayesian reading says: a normal posterior of the relative lift (absolute where there is no relative one); with few conversions, beta
 * distributions of the rates, of whose difference mean and standard deviation are given.
 */
export interface BayesValues {
  /** Chance that the arm is better than the control, in the metric's good direction (0–1). */
  readonly chanceToWin: number;
  /** Expected loss, in the scale of the posterior, when the arm is chosen and when the control is kept. */
  readonly risk: { readonly choose: number; readonly keep: number };
  readonly scale: "relative" | "absolute";
  readonly mean: number;
  readonly standardDeviation: number;
  /** Credible interval at `intervalConfidence`. */
  readonly interval: Interval;
}

/** What happens to a comparison when its most influential unit is left out. */
export interface OutlierValues {
  /** The unit's arm and value. */
  readonly arm: string;
  readonly value: number;
  /** Share of the arm's sum that this one unit brings (0–1); absent where the sum is not positive. */
  readonly shareOfSum?: number;
  /** Difference and p-value without it. */
  readonly absolute: number;
  readonly p: number;
  readonly conclusion: Conclusion;
  /** The conclusion would be another one, and the unit lies far out: alone it moves the difference by more than a quarter of a standard error. */
  readonly decides: boolean;
}

/** One arm against the control on one metric. */
export interface ComparisonValues {
  /** Id of the metric. */
  readonly metric: string;
  readonly arm: string;
  readonly control: string;
  /** Units that have a value, in the arm and in the control. */
  readonly units: { readonly arm: number; readonly control: number };
  /** Levels in the arm and in the control, before any adjustment; absent without units. */
  readonly levels: { readonly arm?: number; readonly control?: number };
  /** Arm minus control, after CUPED or post-stratification where used; absent where it cannot be known. */
  readonly absolute?: EffectValues;
  /** Arm over control, minus 1; absent where the control's level is not above 0 in size, or too uncertain to divide by. */
  readonly relative?: EffectValues;
  /** The p-value of the effect on the `scale` that decides; absent where it cannot be known. */
  readonly p?: number;
  /** Adjusted for the number of comparisons by `correction.method`; equals `p` for guardrails and with a single comparison. */
  readonly pAdjusted?: number;
  /** How the p-value was found; `exact`: Fisher's test (mid-p) where few conversions are expected. */
  readonly method: "welch" | "exact" | "quantile" | "confidence-sequence" | "group-sequential" | "none";
  /** Share of the variance that CUPED or post-stratification took away (0–1); absent without either. */
  readonly varianceReduction?: number;
  readonly bayes?: BayesValues;
  readonly outlier?: OutlierValues;
  readonly conclusion: Conclusion;
  readonly reasons: readonly ConclusionReason[];
  /** Guardrails only. */
  readonly guardrail?: GuardrailState;
}

/** One metric with its levels in all arms (control first) and its comparisons (one per other arm). */
export interface MetricValues {
  /** Unique: the name, or the name with a number behind it. */
  readonly id: string;
  /** As given, else the column. */
  readonly name: string;
  readonly type: MetricType;
  readonly role: MetricRole;
  /** The good direction. */
  readonly direction: "increase" | "decrease";
  readonly column: string;
  /** Ratios: the column below the line. */
  readonly denominator?: string;
  /** Quantiles: 0.9 is the value that 90 % of the units stay below. */
  readonly quantile?: number;
  /** CUPED: what units did before the test. */
  readonly covariate?: string;
  /** Largest relative loss that is still accepted (0.02 is 2 %). */
  readonly margin?: number;
  /** Values above were set to this one. */
  readonly winsorised?: { readonly above: number; readonly units: number };
  readonly missingCountsAs: "excluded" | "zero";
  readonly levels: readonly LevelValues[];
  readonly comparisons: readonly ComparisonValues[];
}
