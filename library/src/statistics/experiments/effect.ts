import { hasCovariate, type Arm } from "./arm.js";
import { linearise, type Linearised } from "./linearise.js";

/** An arm's figure, before and after adjustment, with its standard error. */
export interface ArmFigure {
  readonly units: number;
  /** The figure as it was measured. */
  readonly value: number;
  readonly standardError: number;
}

/** How two arms differ, in the unit of the metric, and what is needed to set the difference against the control. */
export interface Effect {
  readonly control: ArmFigure;
  readonly treatment: ArmFigure;
  /** Treatment less control, adjusted where that was asked for. */
  readonly difference: number;
  readonly variance: number;
  /** What a relative effect is divided by: the control's figure as it was measured. */
  readonly base: number;
  readonly baseVariance: number;
  /** Covariance of the difference and the base. */
  readonly covariance: number;
  /** Degrees of freedom of the difference, Welch. */
  readonly degrees: number;
  /** CUPED: slope of the metric on the covariate, and the share of the difference's variance that it takes away. */
  readonly cuped?: { readonly slope: number; readonly varianceReduction: number };
}

/** What the difference of a pair of arms is taken of: `cuped` uses the columns from before. */
export type Adjustment = "none" | "cuped";

/** The slope of the metric on what was measured before, over both arms. */
function pooledSlope(arms: readonly { arm: Arm; figure: Linearised }[]): number {
  const units = arms.reduce((total, { arm }) => total + arm.units, 0);
  const mean = (of: (figure: Linearised) => number) => arms.reduce((total, { arm, figure }) => total + arm.units * of(figure), 0) / units;
  const value = mean(({ value }) => value);
  const before = mean((figure) => figure.before?.value ?? 0);
  let joint = 0;
  let squares = 0;
  for (const { arm, figure } of arms) {
    const away = (figure.before?.value ?? 0) - before;
    joint += (arm.units - 1) * (figure.before?.covariance ?? 0) + arm.units * away * (figure.value - value);
    squares += (arm.units - 1) * (figure.before?.variance ?? 0) + arm.units * away * away;
  }
  return squares > 0 ? joint / squares : 0;
}

interface Adjusted {
  readonly units: number;
  readonly value: number;
  /** Variance of the adjusted figure's mean, and its covariance with the figure as it was measured. */
  readonly variance: number;
  readonly covariance: number;
}

function adjust({ units }: Arm, { value, variance, before }: Linearised, slope: number): Adjusted {
  if (!before) return { units, value, variance: variance / units, covariance: variance / units };
  const own = Math.max(0, variance - 2 * slope * before.covariance + slope * slope * before.variance);
  return { units, value: value - slope * before.value, variance: own / units, covariance: (variance - slope * before.covariance) / units };
}

/** Degrees of freedom of a sum of independent variances, each from `units` values; Welch (1947), Satterthwaite (1946). */
export function welchDegrees(parts: readonly { readonly variance: number; readonly units: number }[]): number {
  const total = parts.reduce((sum, { variance }) => sum + variance, 0);
  const below = parts.reduce((sum, { variance, units }) => sum + (variance > 0 ? variance ** 2 / (units - 1) : 0), 0);
  return total ** 2 / below;
}

const armFigure = (arm: Arm, { value, variance }: Linearised): ArmFigure => ({
  units: arm.units,
  value,
  standardError: Math.sqrt(variance / arm.units),
});

/**
 * By how much does the treatment differ from the control, and how sure is that?
 *
 * Method: difference of two independent figures; CUPED subtracts the pooled slope times the figure from before, Deng, Xu, Kohavi and Walker
 * (2013), Improving the sensitivity of online controlled experiments, WSDM; for ratios the slope is that of the tangents.
 */
export function effectOf(control: Arm, treatment: Arm, adjustment: Adjustment = "none"): Effect {
  const isAdjusted = adjustment === "cuped" && hasCovariate(control) && hasCovariate(treatment);
  const pair = [control, treatment].map((arm) => ({ arm, figure: linearise(arm, isAdjusted) })) as unknown as readonly [
    { arm: Arm; figure: Linearised },
    { arm: Arm; figure: Linearised },
  ];
  const slope = isAdjusted ? pooledSlope(pair) : 0;
  const [one, other] = pair.map(({ arm, figure }) => adjust(arm, figure, slope)) as unknown as readonly [Adjusted, Adjusted];
  const variance = one.variance + other.variance;
  const plain = pair.reduce((total, { arm, figure }) => total + figure.variance / arm.units, 0);
  return {
    control: armFigure(control, pair[0].figure),
    treatment: armFigure(treatment, pair[1].figure),
    difference: other.value - one.value,
    variance,
    base: pair[0].figure.value,
    baseVariance: pair[0].figure.variance / control.units,
    covariance: -one.covariance,
    degrees: welchDegrees([one, other]),
    ...(isAdjusted ? { cuped: { slope, varianceReduction: plain > 0 ? 1 - variance / plain : 0 } } : {}),
  };
}
