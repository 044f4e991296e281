import type { EffectScale } from "../../statistics/experiments/compare-arms.js";
import type { MetricType } from "../../statistics/experiments/arm.js";
import type { PowerMethod } from "../../statistics/experiments/power/plan.js";
import type { PowerSettings } from "./options/power-options.js";

/** A change of the metric. */
export interface EffectSize {
  /** In the metric's own unit; 0.01 of a rate is one point. */
  readonly absolute: number;
  /** Over the size of the baseline; absent where that is zero. */
  readonly relative?: number;
  /** Where the treatment would stand. */
  readonly level: number;
}

/** What a wanted effect demands. */
export interface Need {
  /** Users of all arms together. */
  readonly total: number;
  /** Users per arm, control first; they add up to `total`. */
  readonly perArm: readonly number[];
  /** With the weekly traffic that was given. */
  readonly days?: number;
  /** Whole weeks, so that all weekdays count alike. */
  readonly weeks?: number;
  /** Proportions: conversions, or non-conversions where these are fewer, expected in the smallest arm. */
  readonly fewestConversions?: number;
  /** Users of all arms together if the test were looked at once only; sequential tests only. */
  readonly totalWithOneLook?: number;
}

/** What can be found after a while. */
export interface Step {
  /** Whole weeks; absent without weekly traffic. */
  readonly week?: number;
  /** Users of all arms together. */
  readonly units: number;
  /** Chance to find the wanted effect (0–1); absent without one. */
  readonly power?: number;
  /** Smallest effect that is found with the wanted power; absent where even the largest is not. */
  readonly detectable?: EffectSize;
}

/** What another effect would cost. */
export interface Price {
  /** Times the wanted effect. */
  readonly times: number;
  readonly effect: EffectSize;
  readonly total: number;
  readonly weeks?: number;
}

export interface PowerValues {
  /** `sample-size`: an effect was given. `effect`: the smallest effect was asked for. `non-inferiority`: a margin was given. */
  readonly question: "sample-size" | "effect" | "non-inferiority";
  readonly metric: MetricType;
  readonly baseline: number;
  /** Quantiles: 0.9 is the 90th percentile. */
  readonly quantile?: number;
  /** The effect that was asked about, or the smallest that can be found; absent where there is none. With a margin: what is expected, often 0. */
  readonly effect?: EffectSize;
  /** How much worse is accepted, as a change for the worse. */
  readonly margin?: EffectSize;
  readonly power: number;
  readonly confidence: number;
  readonly sides: "two" | "one";
  readonly arms: number;
  /** Shares of the arms (0–1), control first. */
  readonly shares: readonly number[];
  /** Comparisons with the control that share the error; 1 without a correction. */
  readonly comparisons: number;
  readonly correction: PowerSettings["correction"];
  readonly sequential: PowerSettings["sequential"];
  /** Group-sequential: looks that are planned. */
  readonly looks?: number;
  readonly varianceReduction: number;
  readonly scale: EffectScale;
  readonly method: PowerMethod;
  readonly weeklyUnits?: number;
  /** What the effect demands; absent for `effect`, and where no number of users is enough. */
  readonly need?: Need;
  /** Users that are planned: those given, or those of the planned weeks; absent without either. */
  readonly planned?: { readonly units: number; readonly weeks?: number };
  /** Smallest effect that the planned users show, and the chance to find the wanted one. */
  readonly atPlan?: Step;
  readonly steps: readonly Step[];
  /** Chance to find the effect by users; the effect is that of `effect`. */
  readonly curve: readonly { readonly units: number; readonly power: number }[];
  readonly prices: readonly Price[];
  /** Real chance of a false alarm when a test for one look is read every week instead; absent for sequential tests and without weeks. */
  readonly weeklyPeeking?: { readonly looks: number; readonly error: number };
}
