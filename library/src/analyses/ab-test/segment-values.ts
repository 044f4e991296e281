import type { Interval } from "../../statistics/interval.js";
import type { Conclusion, EffectValues } from "./metric-values.js";

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
