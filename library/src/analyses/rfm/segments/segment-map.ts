import type { Text } from "../../../language/language.js";

/** The scores of one customer, each from 1 (worst) to `groups` (best). */
export interface Scores {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
  readonly groups: number;
}

export interface Segment {
  readonly id: string;
  readonly name: Text;
}

/** A rule that gives every combination of scores exactly one named segment. */
export interface SegmentMap {
  readonly id: string;
  /** From the most to the least valuable. */
  readonly segments: readonly Segment[];
  /** The rule in words. */
  readonly rule: Text;
  /** Position in `segments`. */
  assign(scores: Scores): number;
}

/** Position of a segment by its id; a name that the map lacks is a mistake in the map. */
export function positionOf(segments: readonly Segment[], id: string): number {
  const position = segments.findIndex((segment) => segment.id === id);
  if (position < 0) throw new RangeError(`There is no segment "${id}".`);
  return position;
}

/** Segments of all combinations of scores, found at `((r − 1) · groups + f − 1) · groups + m − 1`. */
export function segmentTable(map: SegmentMap, groups: number): Uint8Array {
  const scores = Array.from({ length: groups }, (_, index) => index + 1);
  return Uint8Array.from(
    scores.flatMap((recency) =>
      scores.flatMap((frequency) => scores.map((monetary) => map.assign({ recency, frequency, monetary, groups }))),
    ),
  );
}
