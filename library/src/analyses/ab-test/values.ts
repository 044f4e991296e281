import type { Interval } from "../../statistics/interval.js";
import type { SetAside } from "../set-aside.js";
import type { ArmValues, MetricValues } from "./metric-values.js";
import type { DayEffect, NoveltyTest, SegmentsValues } from "./segment-values.js";
import type { CrossedValues, PlanValues, SampleRatioValues, Unlike } from "./trust-values.js";

export type { Interval, SetAside };
export type {
  ArmValues,
  BayesValues,
  ComparisonValues,
  Conclusion,
  ConclusionReason,
  EffectValues,
  GuardrailState,
  LevelValues,
  MetricRole,
  MetricType,
  MetricValues,
  OutlierValues,
} from "./metric-values.js";
export type { DayEffect, NoveltyTest, SegmentEffect, SegmentTest, SegmentsValues } from "./segment-values.js";
export type { CrossedValues, PlanValues, SampleRatioValues, Unlike } from "./trust-values.js";

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
