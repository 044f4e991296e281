import { normalUpper, studentQuantile } from "../../distributions.js";
import { sum } from "../../estimate.js";
import { normalQuantile } from "../../normal-quantile.js";
import { sequentialReach } from "../confidence-sequence.js";
import { spendingBounds, type Spending } from "../group-sequential/bounds.js";
import { equalFractions, exits } from "../group-sequential/looks.js";
import { noncentralUpper } from "./noncentral-t.js";

/** How the test will be read: once at its end, whenever one likes, or at a planned number of looks. */
export type Design =
  | { readonly kind: "fixed" }
  | { readonly kind: "sequential"; readonly looks: number; readonly tuning: number }
  | { readonly kind: "group-sequential"; readonly looks: number; readonly spending: Spending };

export interface DesignPower {
  readonly design: Design;
  /** Error of this comparison, after any correction. */
  readonly alpha: number;
  readonly sides: 1 | 2;
  /** True effect over its standard error at the end. */
  readonly drift: number;
  /** Units of both arms at the end. */
  readonly units: number;
  /** Standard error when there is no effect over the one when there is; 1 where the test does not tell them apart. */
  readonly nullRatio?: number;
  /** Degrees of freedom of the spread; left out where it is known or does not matter. */
  readonly degrees?: number;
}

/** The bounds of each look in standard errors. */
function boundsOf({ design, alpha, sides, units }: DesignPower, fractions: readonly number[]): number[] {
  if (design.kind === "group-sequential") return spendingBounds(fractions, { spending: design.spending, alpha, sides });
  const tuning = design.kind === "sequential" ? design.tuning : 0;
  const options = { sides: sides === 2 ? ("two" as const) : ("greater" as const), confidence: 1 - alpha, tuning };
  return fractions.map((fraction) => sequentialReach(units * fraction, options));
}

function fixedPower({ alpha, sides, drift, nullRatio = 1, degrees }: DesignPower): number {
  const share = 1 - alpha / sides;
  if (degrees === undefined) {
    const bound = normalQuantile(share) * nullRatio;
    return normalUpper(bound - drift) + (sides === 2 ? normalUpper(bound + drift) : 0);
  }
  const bound = studentQuantile(share, degrees);
  return noncentralUpper(bound, degrees, drift) + (sides === 2 ? noncentralUpper(bound, degrees, -drift) : 0);
}

/**
 * How likely is a test to find an effect of a given size, in either direction where it looks both ways?
 *
 * Method: normal or noncentral t for one look; recursive integration over the looks otherwise, so that stopping early counts.
 */
export function designPower(input: DesignPower): number {
  const { design, drift, sides, nullRatio = 1 } = input;
  if (design.kind === "fixed") return fixedPower(input);
  const fractions = equalFractions(design.looks);
  const bounds = boundsOf(input, fractions).map((bound) => ({
    low: sides === 2 ? -bound * nullRatio : -Infinity,
    high: bound * nullRatio,
  }));
  const { above, below } = exits(fractions, bounds, drift);
  return Math.min(1, sum(above) + sum(below));
}
