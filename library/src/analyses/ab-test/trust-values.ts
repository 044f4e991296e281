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
