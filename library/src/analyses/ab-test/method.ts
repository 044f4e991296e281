import { normalUpper } from "../../statistics/distributions.js";
import { spendingBounds } from "../../statistics/experiments/group-sequential/bounds.js";
import type { AbTestSettings } from "./ab-test-options.js";

/** How every comparison of a test is made. */
export interface Method {
  readonly sequential: AbTestSettings["sequential"];
  readonly sides: "two" | "one";
  readonly scale: "absolute" | "relative";
  readonly confidence: number;
  /** Of every interval; with one side, the bad end of a two-sided interval is the one-sided bound. */
  readonly intervalConfidence: number;
  /** What a p-value must lie below. */
  readonly alpha: number;
  /** Group-sequential: |z| that this look demands. */
  readonly bound: number | undefined;
  /** Units at which a confidence sequence is tightest. */
  readonly tuning: number;
}

/** A rounding error must not make 0.05 of 1 − 0.95. */
const complement = (share: number): number => Number((1 - share).toFixed(12));

type MethodOptions = Pick<
  AbTestSettings,
  "sequential" | "sides" | "scale" | "confidence" | "looks" | "plannedLooks" | "plannedUnits" | "spending" | "tuning"
>;

/** Shares of the information at the looks so far: evenly spaced up to what is there now. */
function fractionsSoFar({ looks, plannedLooks, plannedUnits }: MethodOptions, units: number): number[] {
  const now = Math.min(1, plannedUnits === undefined ? looks / plannedLooks : units / plannedUnits);
  return Array.from({ length: looks }, (_, look) => (now * (look + 1)) / looks);
}

/**
 * The method that the options ask for.
 *
 * @param units of all arms; with `plannedUnits` they say how much of the information is there
 */
export function methodOf(options: MethodOptions, units: number): Method {
  const { sequential, sides, scale, confidence, spending, tuning } = options;
  const alpha = complement(confidence);
  const intervalConfidence = sides === "two" ? confidence : complement(2 * alpha);
  const common = { sequential, sides, scale, confidence, intervalConfidence, tuning };
  if (sequential !== "group-sequential") return { ...common, alpha, bound: undefined };
  const bound = spendingBounds(fractionsSoFar(options, units), { spending, alpha, sides: sides === "two" ? 2 : 1 }).at(-1) ?? Infinity;
  return { ...common, alpha: normalUpper(bound) * (sides === "two" ? 2 : 1), bound };
}
