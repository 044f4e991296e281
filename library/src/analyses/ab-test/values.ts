import type { Interval } from "../../statistics/interval.js";
import type { SetAside } from "../set-aside.js";

export type { Interval, SetAside };

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

/** What to do. `fix-the-test`: the data cannot be trusted before the randomisation is mended. */
export type Decision = "ship" | "do-not-ship" | "keep-running" | "fix-the-test";

/** Why, the gravest first. */
export type DecisionReason =
  | "sample-ratio-mismatch"
  | "units-in-several-arms"
  /** Within segments the difference points the other way. */
  | "simpson"
  /** The arms are unlike in something that the change should not touch: see `unlike`. */
  | "arms-unlike"
  | "guardrail-harmed"
  | "primary-loss"
  | "primary-too-few"
  | "one-unit-decides"
  /** The planned size or the planned end is not reached, and the test is not sequential. */
  | "before-planned-end"
  /** A guardrail with a margin has not yet shown that it holds. */
  | "guardrail-open"
  | "primary-no-clear-difference"
  | "primary-win";

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

/** What the Bayesian reading says: a normal posterior of the relative lift (absolute where there is no relative one). */
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

/** Do the sizes of the arms fit the design? Pearson's chi-square. */
export interface SampleRatioValues {
  readonly statistic: number;
  readonly degrees: number;
  readonly p: number;
  /** Units counted. */
  readonly units: number;
  /** The arm that is furthest from its share, and by how much (share − expected share, 0–1). */
  readonly worst: { readonly arm: string; readonly difference: number };
  /** Effect size, Cohen's w: √(χ²/n). */
  readonly w: number;
  /** `blocks` for p < 0.001, `warns` for p < 0.01. */
  readonly verdict: "fits" | "warns" | "blocks";
  /** The designed shares were given, or taken as equal. */
  readonly design: "given" | "equal";
}

/** Units that were seen in more than one arm; their rows take no part. */
export interface CrossedValues {
  readonly units: number;
  readonly rows: number;
  /** Of all units (0–1). */
  readonly share: number;
  readonly verdict: "none" | "warns" | "blocks";
}

/**
 * In what the arms differ by more than chance (p < 0.001) though the change should not touch it: the mix of segments, how often a deciding metric
 * has no value, what units did before the test.
 */
export type Unlike = "segment-mix" | "missing-values" | "covariate";

/** What is known about when the test should end and how often it was looked at. */
export interface PlanValues {
  readonly plannedUnits?: number;
  /** `2024-03-28`. */
  readonly plannedStart?: string;
  readonly plannedEnd?: string;
  /** How often the result was looked at, this time included. */
  readonly looks: number;
  /** Share of the planned units that are there (0–1, may exceed 1); absent without `plannedUnits`. */
  readonly unitsShare?: number;
  /** Reached, not reached, or no plan was given. */
  readonly state: "reached" | "not-reached" | "unknown";
  readonly isSequential: boolean;
  /** A test of fixed length that was looked at before its end, or more than once. */
  readonly isPeeked: boolean;
  /** Chance of a false alarm with that many looks at a fixed-length test of this confidence; absent with one look or when sequential. */
  readonly falseAlarmRate?: number;
  /** Group-sequential only: |z| that this look demands. */
  readonly bound?: number;
}

/** One segment of one metric and arm. */
export interface SegmentEffect {
  readonly metric: string;
  readonly arm: string;
  /** As the data writes it; `isMissing` and `isOther` have an empty text. */
  readonly segment: string;
  readonly isMissing?: true;
  /** All smaller segments together. */
  readonly isOther?: true;
  readonly units: { readonly arm: number; readonly control: number };
  readonly levels: { readonly arm?: number; readonly control?: number };
  readonly absolute?: EffectValues;
  readonly relative?: EffectValues;
  readonly p?: number;
  /** Holm over the segments of this metric and arm. */
  readonly pAdjusted?: number;
  readonly conclusion: Exclude<Conclusion, "blocked">;
}

/** Does the effect differ between segments, and does the mix of segments turn it round? Worked out for all metrics but quantiles. */
export interface SegmentTest {
  readonly metric: string;
  readonly arm: string;
  /** Cochran's Q over the segments that could be compared; absent with fewer than two. */
  readonly interaction?: { readonly statistic: number; readonly degrees: number; readonly p: number; readonly segments: number };
  /** The overall effect and the effect at equal mix of segments have opposite signs, and chance did not make the arms so unlike. */
  readonly isSimpson: boolean;
  /** Difference at the mix of segments of all units together. */
  readonly standardised?: number;
  /** Difference as it stands. */
  readonly plain?: number;
}

export interface SegmentsValues {
  readonly column: string;
  /** Segments in the data. */
  readonly found: number;
  /** Segments shown one by one; the rest is one row `isOther`. */
  readonly shown: number;
  readonly effects: readonly SegmentEffect[];
  readonly tests: readonly SegmentTest[];
  /** Are the arms of the same make-up? Chi-square of segment by arm. */
  readonly mix?: { readonly statistic: number; readonly degrees: number; readonly p: number; readonly units: number };
}

/** The difference as it stood at the end of one day, over all units that had entered by then (their outcome as known today). */
export interface DayEffect {
  readonly metric: string;
  readonly arm: string;
  /** `2024-03-01`. */
  readonly day: string;
  readonly units: { readonly arm: number; readonly control: number };
  readonly absolute?: EffectValues;
  readonly relative?: EffectValues;
  /** As a test of fixed length would give it that day. */
  readonly p?: number;
  /** Interval of the absolute difference that stays valid however often one looks. */
  readonly alwaysValid?: Interval;
}

/** Does the effect fade or grow? Units that entered in the first half of the days against those in the second. */
export interface NoveltyTest {
  readonly metric: string;
  readonly arm: string;
  readonly early: number;
  readonly late: number;
  readonly p: number;
  readonly units: { readonly early: number; readonly late: number };
}

/** What to do with one arm. */
export interface ArmDecision {
  readonly arm: string;
  readonly decision: Decision;
  readonly reasons: readonly DecisionReason[];
}

/** Every number of an A/B test. */
export interface AbTestValues {
  readonly source: "units" | "events" | "summary";
  readonly control: string;
  /** Control first, the others in the order of their names. */
  readonly arms: readonly ArmValues[];
  /** All units that take part. */
  readonly units: number;
  readonly rows: { readonly read: number; readonly used: number };
  readonly setAside: readonly SetAside[];
  /** First and last day in the data; absent without dates. */
  readonly period?: { readonly from: string; readonly to: string };
  /** 0.95 unless asked otherwise. */
  readonly confidence: number;
  /** What every interval has: `confidence`, or 2·confidence − 1 when `sides` is "one", so that its bad end is the one-sided bound. */
  readonly intervalConfidence: number;
  readonly sides: "two" | "one";
  /** Which effect decides: the plain difference (default) or the relative lift. */
  readonly scale: "absolute" | "relative";
  readonly sequential: "none" | "confidence-sequence" | "group-sequential";
  /** Comparisons that are adjusted together: metrics but guardrails × arms. */
  readonly correction: { readonly method: "none" | "holm" | "benjamini-hochberg"; readonly comparisons: number };
  /** Of the relative lift; absent: flat. */
  readonly prior?: { readonly mean: number; readonly standardDeviation: number };
  /** Primary first, then secondary, then guardrails. */
  readonly metrics: readonly MetricValues[];
  readonly sampleRatio: SampleRatioValues;
  readonly crossed: CrossedValues;
  /** Empty where the arms are alike. */
  readonly unlike: readonly Unlike[];
  readonly plan: PlanValues;
  readonly segments?: SegmentsValues;
  /** Post-stratification: column and number of strata. */
  readonly strata?: { readonly column: string; readonly count: number };
  /** Without dates empty. */
  readonly days: readonly DayEffect[];
  readonly novelty: readonly NoveltyTest[];
  /** One per arm but the control. */
  readonly decisions: readonly ArmDecision[];
  /** For the test as a whole: the best arm that can be shipped, else what stands in the way. */
  readonly decision: ArmDecision;
}
