import { chiSquareUpper } from "../distributions.js";
import { sum } from "../estimate.js";
import { onScale, whyUnanswered, type CompareOptions } from "./compare-arms.js";
import { effectOf } from "./effect.js";
import { stratifiedEffect, type Stratum } from "./strata.js";

/** Whether the effect differs between segments by more than chance. */
export interface Interaction {
  /** Cochran's Q. */
  readonly statistic: number;
  readonly degrees: number;
  readonly pValue: number;
  /** Share of the spread between segments that is more than chance (I²). */
  readonly inconsistency: number;
  readonly segments: number;
}

/**
 * Is the effect another one in some segments?
 *
 * @param segments the two arms in each segment; those where the effect cannot be known take no part
 * @returns `undefined` with fewer than two segments that can be compared
 *
 * Method: Cochran (1954), Biometrics 10:101–129; effects weighted by their precision, chi-square with segments − 1 degrees of freedom.
 */
export function interaction(segments: readonly Stratum[], options: CompareOptions = {}): Interaction | undefined {
  const effects = segments.flatMap(({ control, treatment }) => {
    const effect = effectOf(control, treatment, options.adjustment);
    return whyUnanswered(effect, options.scale ?? "relative") ? [] : [onScale(effect, options)];
  });
  if (effects.length < 2) return undefined;
  const precision = sum(effects.map(({ variance }) => 1 / variance));
  const mean = sum(effects.map(({ estimate, variance }) => estimate / variance)) / precision;
  const statistic = sum(effects.map(({ estimate, variance }) => (estimate - mean) ** 2 / variance));
  const degrees = effects.length - 1;
  return {
    statistic,
    degrees,
    pValue: chiSquareUpper(statistic, degrees),
    inconsistency: statistic > 0 ? Math.max(0, 1 - degrees / statistic) : 0,
    segments: effects.length,
  };
}

/** Whether the whole says one thing and its parts another. */
export interface Simpson {
  /** The differences point one way in the whole and the other way when segments have the same shares in both arms. */
  readonly isReversed: boolean;
  /** Treatment less control, all units together. */
  readonly pooled: number;
  /** The same with equal shares of the segments in both arms. */
  readonly within: number;
  /** Share of the units that are in segments pointing against the whole. */
  readonly against: number;
  /** How likely such unlike shares of segments in the arms are by chance. */
  readonly mixPValue: number;
}

/** Pearson's chi-square for arms by segments. */
function mixPValue(segments: readonly Stratum[]): number {
  const control = sum(segments.map((segment) => segment.control.units));
  const treatment = sum(segments.map((segment) => segment.treatment.units));
  const total = control + treatment;
  if (control === 0 || treatment === 0) return 1;
  const parts = segments.flatMap((segment) => {
    const own = segment.control.units + segment.treatment.units;
    const [left, right] = [(own * control) / total, (own * treatment) / total];
    return own > 0 ? [(segment.control.units - left) ** 2 / left, (segment.treatment.units - right) ** 2 / right] : [];
  });
  const degrees = parts.length / 2 - 1;
  return degrees > 0 ? chiSquareUpper(sum(parts), degrees) : 1;
}

/**
 * Does the comparison turn round when it is made within segments (Simpson's paradox)?
 *
 * It can when the arms hold unlike shares of segments that differ in level, which chance would not do.
 *
 * @param whole both arms with all their units
 * @param segments the arms in each segment
 * @returns `undefined` where no segment has units in both arms
 */
export function simpson(whole: Stratum, segments: readonly Stratum[]): Simpson | undefined {
  const within = stratifiedEffect(segments)?.effect.difference;
  if (within === undefined) return undefined;
  const pooled = effectOf(whole.control, whole.treatment).difference;
  const shared = segments.filter(({ control, treatment }) => control.units > 0 && treatment.units > 0);
  const units = ({ control, treatment }: Stratum) => control.units + treatment.units;
  const opposing = shared.filter(({ control, treatment }) => effectOf(control, treatment).difference * pooled < 0);
  const against = sum(opposing.map(units)) / sum(shared.map(units));
  const mix = mixPValue(segments);
  return { isReversed: pooled * within < 0 && against > 0.5 && mix < 0.01, pooled, within, against, mixPValue: mix };
}
