import type { Arm } from "../../statistics/experiments/arm.js";
import { compareArms } from "../../statistics/experiments/compare-arms.js";
import { withoutUnit } from "../../statistics/experiments/one-unit.js";
import { conclude } from "./conclude.js";
import type { Method } from "./method.js";
import { settle, sumOf, type Moments } from "./moments.js";
import type { ReducedMetric } from "./reduced-test.js";
import type { OutlierValues } from "./values.js";

interface Side {
  readonly name: string;
  readonly arm: Arm;
  readonly moments: Moments;
}

export interface OutlierInput {
  readonly metric: ReducedMetric;
  readonly control: Side;
  readonly treatment: Side;
  readonly method: Method;
}

/** What two arms show without covariate, strata or sequential method, so that leaving out a unit changes nothing else. */
function plain({ metric, method }: OutlierInput, control: Arm, treatment: Arm) {
  const { estimate, standardError, low, high, pValue } = compareArms(control, treatment, {
    scale: "absolute",
    confidence: method.confidence,
  });
  const effect =
    estimate === undefined || standardError === undefined || low === undefined || high === undefined || pValue === undefined
      ? undefined
      : { value: estimate, standardError, interval: [low, high] as const, p: pValue };
  const { conclusion } = conclude(
    {
      type: metric.type,
      direction: metric.direction,
      units: { arm: treatment.units, control: control.units },
      effect,
      pAdjusted: undefined,
      sharedRate: 0.5,
    },
    { alpha: 1 - method.confidence, sides: "two" },
  );
  return { effect, conclusion };
}

type Candidate = ReturnType<typeof candidates>[number];

/** The comparison without the furthest units, one at a time. */
function candidates(input: OutlierInput) {
  const { control, treatment } = input;
  return [control, treatment].flatMap((side) =>
    [side.moments.high, side.moments.low].flatMap((unit) => {
      const rest = unit.length > 0 ? withoutUnit(side.arm, unit) : undefined;
      if (!rest) return [];
      const found = side === control ? plain(input, rest, treatment.arm) : plain(input, control.arm, rest);
      return found.effect ? [{ side, value: unit[0] as number, effect: found.effect, conclusion: found.conclusion }] : [];
    }),
  );
}

/** A unit that moves the difference by less than this many standard errors is no outlier, however close the p-value is to the line. */
const leastMove = 0.25;

/**
 * Does one unit decide? The unit with the largest and the one with the smallest value of either arm are left out in turn; the one that moves the
 * difference most is told, one that turns the conclusion before all others.
 *
 * Only for means and ratios: a conversion is never far out, and quantiles do not follow a single unit.
 */
export function outlierOf(input: OutlierInput): OutlierValues | undefined {
  if (input.metric.type !== "mean" && input.metric.type !== "ratio") return undefined;
  const whole = plain(input, input.control.arm, input.treatment.arm);
  if (!whole.effect) return undefined;
  const { value, standardError } = whole.effect;
  const moved = ({ effect }: Candidate) => Math.abs(effect.value - value);
  const turns = (one: Candidate) => one.conclusion !== whole.conclusion && moved(one) > leastMove * standardError;
  const [first] = candidates(input).toSorted((one, other) => Number(turns(other)) - Number(turns(one)) || moved(other) - moved(one));
  if (!first) return undefined;
  const sum = sumOf(first.side.moments);
  const isPart = first.side.moments.low[0] !== undefined && first.side.moments.low[0] >= 0 && sum > 0;
  return {
    arm: first.side.name,
    value: settle(first.value),
    ...(isPart ? { shareOfSum: settle(first.value / sum) } : {}),
    absolute: settle(first.effect.value),
    p: settle(first.effect.p),
    conclusion: first.conclusion,
    decides: turns(first),
  };
}
