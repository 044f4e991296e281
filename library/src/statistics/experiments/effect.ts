import { sum } from "../estimate.js";
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

/** What the difference of a pair of arms is taken of: `cuped` uses the columns from before, and is plain where an arm has none. */
export type Adjustment = "none" | "cuped";

interface Measured {
  readonly arm: Arm;
  readonly figure: Linearised;
}

/** Over both arms as one group of units: the slope of an ordinary regression. */
function jointSlope(arms: readonly Measured[]): number {
  const units = sum(arms.map(({ arm }) => arm.units));
  const mean = (of: (figure: Linearised) => number) => sum(arms.map(({ arm, figure }) => (arm.units * of(figure)) / units));
  const value = mean((figure) => figure.value);
  const before = mean((figure) => figure.before?.value ?? 0);
  const joint = ({ arm, figure }: Measured, own: number, away: number) =>
    (arm.units - 1) * own + arm.units * ((figure.before?.value ?? 0) - before) * away;
  const products = sum(arms.map((one) => joint(one, one.figure.before?.covariance ?? 0, one.figure.value - value)));
  const squares = sum(arms.map((one) => joint(one, one.figure.before?.variance ?? 0, (one.figure.before?.value ?? 0) - before)));
  return squares > 0 ? products / squares : 0;
}

/** Within the arms: the slope that leaves the difference the least variance. Ratios have a tangent of their own in each arm. */
function withinSlope(arms: readonly Measured[]): number {
  const products = sum(arms.map(({ arm, figure }) => (figure.before?.covariance ?? 0) / arm.units));
  const squares = sum(arms.map(({ arm, figure }) => (figure.before?.variance ?? 0) / arm.units));
  return squares > 0 ? products / squares : 0;
}

interface Adjusted {
  readonly units: number;
  readonly value: number;
  /** Variance of the adjusted figure's mean, and its covariance with the figure as it was measured. */
  readonly variance: number;
  readonly covariance: number;
}

function adjust({ arm: { units }, figure: { value, variance, before } }: Measured, slope: number): Adjusted {
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

const armFigure = ({ arm, figure: { value, variance } }: Measured): ArmFigure => ({
  units: arm.units,
  value,
  standardError: Math.sqrt(variance / arm.units),
});

/**
 * By how much does the treatment differ from the control, and how sure is that?
 *
 * Method: difference of two independent figures; CUPED subtracts the pooled slope times the figure from before, Deng, Xu, Kohavi and Walker
 * (2013), Improving the sensitivity of online controlled experiments, WSDM; for ratios, of their tangents.
 */
export function effectOf(control: Arm, treatment: Arm, adjustment: Adjustment = "none"): Effect {
  const isAdjusted = adjustment === "cuped" && hasCovariate(control) && hasCovariate(treatment);
  const measure = (arm: Arm): Measured => ({ arm, figure: linearise(arm, isAdjusted) });
  const [one, other] = [measure(control), measure(treatment)];
  const slope = !isAdjusted ? 0 : (control.metric === "ratio" ? withinSlope : jointSlope)([one, other]);
  const [left, right] = [adjust(one, slope), adjust(other, slope)];
  const variance = left.variance + right.variance;
  const plain = one.figure.variance / control.units + other.figure.variance / treatment.units;
  return {
    control: armFigure(one),
    treatment: armFigure(other),
    difference: right.value - left.value,
    variance,
    base: one.figure.value,
    baseVariance: one.figure.variance / control.units,
    covariance: -left.covariance,
    degrees: welchDegrees([left, right]),
    ...(isAdjusted ? { cuped: { slope, varianceReduction: plain > 0 ? 1 - variance / plain : 0 } } : {}),
  };
}
