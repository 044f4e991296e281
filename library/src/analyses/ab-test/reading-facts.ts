import { criticalValue } from "../../statistics/interval.js";
import { normalQuantile } from "../../statistics/normal-quantile.js";
import { dayNumber } from "../rfm/days.js";
import type {
  AbTestValues,
  ComparisonValues,
  Conclusion,
  DecisionReason,
  EffectValues,
  Interval,
  MetricValues,
  SegmentTest,
} from "./values.js";

/** The comparison that a test is read by: the deciding metric, and the arm that the decision is about. */
export interface Headline {
  readonly values: AbTestValues;
  readonly metric: MetricValues;
  readonly comparison: ComparisonValues;
}

/** The conclusion that a reason of the decision rests on. */
const restsOn: Partial<Record<DecisionReason, Conclusion>> = {
  "primary-loss": "clear-loss",
  "primary-too-few": "too-few",
  "primary-no-clear-difference": "no-clear-difference",
};

/** The deciding metric: with several, the one that the decision rests on. */
function decidingMetric({ metrics, decision }: AbTestValues): MetricValues | undefined {
  const conclusion = decision.reasons.flatMap((reason) => restsOn[reason] ?? [])[0];
  const isIt = ({ role, comparisons }: MetricValues) =>
    role === "primary" && comparisons.some((one) => one.arm === decision.arm && one.conclusion === conclusion);
  return metrics.find(isIt) ?? metrics[0];
}

/** Nothing where there is no arm to compare. */
export function headlineOf(values: AbTestValues): Headline | undefined {
  const metric = decidingMetric(values);
  const comparison = metric?.comparisons.find(({ arm }) => arm === values.decision.arm) ?? metric?.comparisons[0];
  return metric && comparison && { values, metric, comparison };
}

/** Segments turn the sign of the headline round: the mix of the arms speaks, not the change. */
export const simpsonOf = ({ values, metric, comparison }: Headline): SegmentTest | undefined =>
  values.segments?.tests.find(({ isSimpson, ...test }) => isSimpson && test.metric === metric.id && test.arm === comparison.arm);

/** Are the arms alike but for the change, as far as the data can tell? Only then may a difference be put down to it. */
export const isSound = (headline: Headline): boolean => {
  const { sampleRatio, crossed, unlike } = headline.values;
  return sampleRatio.verdict === "fits" && crossed.verdict !== "blocks" && unlike.length === 0 && simpsonOf(headline) === undefined;
};

/** Without its furthest unit the test would say something else. */
export const isOneUnit = ({ comparison: { outlier, conclusion } }: Headline): boolean =>
  outlier?.decides === true && conclusion !== "too-few";

export interface Monthly {
  /** Units of all arms in thirty days. */
  readonly units: number;
  readonly value: number;
  readonly interval: Interval;
}

const daysPerMonth = 30;

/** What the difference would come to in thirty days if all units had the arm; only for metrics that can be summed, and with dates. */
export function monthly({ values, metric, comparison: { absolute } }: Headline): Monthly | undefined {
  const { period, units } = values;
  if (!period || !absolute || (metric.type !== "proportion" && metric.type !== "mean")) return undefined;
  const perMonth = (units / (dayNumber(period.to) - dayNumber(period.from) + 1)) * daysPerMonth;
  const [low, high] = absolute.interval;
  return { units: perMonth, value: absolute.value * perMonth, interval: [low * perMonth, high * perMonth] };
}

/** The smallest effect that a test with such an interval finds four times in five at its confidence. */
export function findable({ standardError, interval: [low, high] }: EffectValues, confidence: number): number {
  const z = criticalValue(confidence);
  return (z + normalQuantile(0.8)) * (standardError ?? (high - low) / 2 / z);
}
