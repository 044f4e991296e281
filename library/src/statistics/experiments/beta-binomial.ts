import { betaCdf, betaQuantile, logGamma } from "../distributions.js";
import { defaultConfidence, type Interval } from "../interval.js";
import { gaussLegendre } from "../gauss-legendre.js";
import type { EffectScale } from "./compare-arms.js";
import type { Conversions } from "./conversion-intervals.js";

/** What is believed of a conversion rate: a beta distribution; alpha − 1 conversions and beta − 1 units without. */
export interface BetaBelief {
  readonly alpha: number;
  readonly beta: number;
}

export interface BetaOptions {
  /** Belief about either rate before the test (default alpha 1, beta 1: every rate is as likely). */
  readonly prior?: BetaBelief;
  readonly scale?: EffectScale;
  /** Whether more conversions are better (default) or fewer. */
  readonly better?: "more" | "less";
  readonly confidence?: number;
}

/** What to believe of two conversion rates after the test. */
export interface BetaPosterior {
  readonly control: BetaBelief;
  readonly treatment: BetaBelief;
  /** Credible interval of the effect on the scale. */
  readonly interval: Interval;
  readonly chanceToWin: number;
  /** What is lost on average by keeping the control or by taking the treatment, in shares (0–1) whatever the scale. */
  readonly risk: { readonly keep: number; readonly take: number };
}

const updated = ({ alpha, beta }: BetaBelief, { successes, units }: Conversions): BetaBelief => ({
  alpha: alpha + successes,
  beta: beta + units - successes,
});
const meanOf = ({ alpha, beta }: BetaBelief): number => alpha / (alpha + beta);

/** Places between which nearly all of a belief lies, with weights that add up to one: a rule for means over the belief. */
function spreadOut({ alpha, beta }: BetaBelief): { place: number; weight: number }[] {
  const [low, high] = [betaQuantile(1e-13, alpha, beta), 1 - betaQuantile(1e-13, beta, alpha)];
  const norm = logGamma(alpha + beta) - logGamma(alpha) - logGamma(beta);
  const points = gaussLegendre(96).map(({ at, weight }) => {
    const place = low + ((at + 1) * (high - low)) / 2;
    return { place, weight: weight * Math.exp(norm + (alpha - 1) * Math.log(place) + (beta - 1) * Math.log1p(-place)) };
  });
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  return points.map(({ place, weight }) => ({ place, weight: weight / total }));
}

/**
 * How likely is it that the treatment converts better, from the conversions alone and without a normal approximation?
 *
 * Method: beta prior and binomial data for each arm; the chance and the mean losses by Gauss–Legendre integration over one arm's belief.
 * Checked: the exact sum for whole-number beliefs, Miller (2015); SciPy integration.
 */
export function betaPosterior(control: Conversions, treatment: Conversions, options: BetaOptions = {}): BetaPosterior {
  const { prior = { alpha: 1, beta: 1 }, scale = "relative", better = "more", confidence = defaultConfidence } = options;
  const [base, own] = [updated(prior, control), updated(prior, treatment)];
  const points = spreadOut(base);
  const above = points.reduce((sum, { place, weight }) => sum + weight * (1 - betaCdf(place, own.alpha, own.beta)), 0);
  const gain = points.reduce((sum, { place, weight }) => sum + weight * meanAbove(own, place), 0);
  const loss = gain - (meanOf(own) - meanOf(base));
  const [more, less] = [Math.max(0, gain), Math.max(0, loss)];
  const below = (effect: number) =>
    points.reduce(
      (sum, { place, weight }) => sum + weight * betaCdf(scale === "relative" ? place * (1 + effect) : place + effect, own.alpha, own.beta),
      0,
    );
  const range = scale === "relative" ? ([-1, largestRatio(base, own)] as const) : ([-1, 1] as const);
  const tail = (1 - confidence) / 2;
  return {
    control: base,
    treatment: own,
    interval: [whereShareIs(below, tail, range), whereShareIs(below, 1 - tail, range)],
    chanceToWin: better === "more" ? above : 1 - above,
    risk: better === "more" ? { keep: more, take: less } : { keep: less, take: more },
  };
}

/** Mean of what a rate has above a place, zero below it. */
function meanAbove({ alpha, beta }: BetaBelief, place: number): number {
  return (alpha / (alpha + beta)) * (1 - betaCdf(place, alpha + 1, beta)) - place * (1 - betaCdf(place, alpha, beta));
}

const largestRatio = (base: BetaBelief, own: BetaBelief): number =>
  (1 - betaQuantile(1e-12, own.beta, own.alpha)) / Math.max(betaQuantile(1e-12, base.alpha, base.beta), Number.MIN_VALUE) - 1;

/** The effect that a share of the belief lies below. */
function whereShareIs(below: (effect: number) => number, share: number, [from, to]: Interval): number {
  let [low, high] = [from, to];
  for (let round = 0; round < 60 && high - low > 1e-10 * Math.max(1, Math.abs(low)); round += 1) {
    const middle = (low + high) / 2;
    if (below(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
