import { armFromMoments } from "../../statistics/experiments/arm.js";
import { compareArms } from "../../statistics/experiments/compare-arms.js";
import { independence } from "../../statistics/independence.js";
import type { ReducedMetric, ReducedTest } from "./reduced-test.js";
import type { MetricValues, SegmentsValues, Unlike } from "./values.js";

/** A p-value below this is no chance, though several things are looked at. */
const rare = 0.001;

/** The first metric whose values are missing in some arms more often than in others. */
export const unevenMissing = (metrics: readonly MetricValues[]): MetricValues | undefined =>
  metrics.find(({ levels }) => (independence(levels.map(({ units, missing }) => [units, missing]))?.pValue ?? 1) < rare);

/** The first metric on whose covariate the arms differed before the test; column 1 of a mean is what units did before. */
export function unevenBefore({ metrics, cells }: ReducedTest): ReducedMetric | undefined {
  return metrics.find(({ covariates, type }, metric) => {
    if (covariates.length !== 1 || type === "ratio") return false;
    const [control, ...others] = cells.map((cell) => {
      const { units, means, covariance } = cell.metrics[metric] ?? { units: 0, means: [], covariance: [] };
      return armFromMoments("mean", { units, means: [means[1] ?? 0], covariance: [[covariance[1]?.[1] ?? 0]] });
    });
    return control !== undefined && others.some((arm) => (compareArms(control, arm, { scale: "absolute" }).pValue ?? 1) < rare);
  });
}

/** Do the arms hold unlike mixes of segments? */
export const isMixUneven = (segments: SegmentsValues | undefined): boolean => (segments?.mix?.p ?? 1) < rare;

interface Looked {
  readonly metrics: readonly MetricValues[];
  readonly segments: SegmentsValues | undefined;
}

/** In what the arms are unlike. */
export const unlikeOf = (test: ReducedTest, { metrics, segments }: Looked): Unlike[] => [
  ...(isMixUneven(segments) ? (["segment-mix"] as const) : []),
  ...(unevenMissing(metrics.filter(({ role }) => role === "primary")) ? (["missing-values"] as const) : []),
  ...(unevenBefore(test) ? (["covariate"] as const) : []),
];
