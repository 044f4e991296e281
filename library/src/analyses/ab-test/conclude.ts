import type { Method } from "./method.js";
import type { Conclusion, ConclusionReason, EffectValues, MetricType } from "./values.js";

/** What a conclusion is drawn from. */
export interface Evidence {
  readonly type: MetricType;
  readonly direction: "increase" | "decrease";
  readonly units: { readonly arm: number; readonly control: number };
  /** The effect on the scale that decides; absent where it cannot be known. */
  readonly effect: EffectValues | undefined;
  readonly pAdjusted: number | undefined;
  /** Proportions: share of all units of both arms that converted. */
  readonly sharedRate: number;
}

/** Below this many units in an arm nothing is concluded. */
export const fewUnits = 30;
/** Below this many expected conversions, or non-conversions, in an arm nothing is concluded. */
export const fewConversions = 5;

/** Why nothing can be told yet. */
function shortcomings({ type, units, effect, sharedRate }: Evidence): ConclusionReason[] {
  const smaller = Math.min(units.arm, units.control);
  const rarer = Math.min(sharedRate, 1 - sharedRate);
  return [
    ...(smaller < fewUnits ? (["few-units"] as const) : []),
    ...(type === "proportion" && smaller * rarer < fewConversions ? (["few-conversions"] as const) : []),
    ...(effect === undefined && smaller >= fewUnits ? (["no-variation"] as const) : []),
  ];
}

/** With one side, harm does not count against "no effect", but an interval that lies on the bad side all the same is a loss. */
function isClearLoss({ value, interval }: EffectValues, towards: 1 | -1): boolean {
  return value * towards < 0 && interval.every((end) => end * towards < 0);
}

/** What one comparison says, with the reasons for it. */
export function conclude(
  evidence: Evidence,
  { alpha, sides }: Pick<Method, "alpha" | "sides">,
): {
  readonly conclusion: Exclude<Conclusion, "blocked">;
  readonly reasons: readonly ConclusionReason[];
} {
  const short = shortcomings(evidence);
  const { effect, direction } = evidence;
  if (short.length > 0 || effect === undefined) return { conclusion: "too-few", reasons: short };
  const towards = direction === "increase" ? 1 : -1;
  const p = evidence.pAdjusted ?? effect.p;
  if (p < alpha) return { conclusion: effect.value * towards > 0 ? "clear-win" : "clear-loss", reasons: ["clear"] };
  if (sides === "one" && isClearLoss(effect, towards)) return { conclusion: "clear-loss", reasons: ["clear"] };
  return { conclusion: "no-clear-difference", reasons: [effect.p < alpha ? "not-clear-after-correction" : "not-clear"] };
}
