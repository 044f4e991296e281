import { correct } from "../../statistics/experiments/multiplicity.js";
import { nonInferiority } from "../../statistics/experiments/non-inferiority.js";
import type { Stratum } from "../../statistics/experiments/strata.js";
import { beliefOf } from "./belief.js";
import type { Cell } from "./cells.js";
import { conclude } from "./conclude.js";
import { levelsOf } from "./levels.js";
import { armFrom, measure, type Measured, type Pair } from "./measure.js";
import type { Method } from "./method.js";
import { noMoments, settle } from "./moments.js";
import { outlierOf } from "./outlier.js";
import type { ReducedMetric, ReducedTest } from "./reduced-test.js";
import type { ComparisonValues, ConclusionReason, GuardrailState, LevelValues, MetricValues } from "./values.js";

/** The reasons for which nothing of the test can be trusted. */
export type Blocks = readonly Extract<ConclusionReason, "sample-ratio-mismatch" | "units-in-several-arms">[];

interface Compared {
  readonly metric: number;
  readonly arm: number;
  readonly pair: Pair;
  readonly measured: Measured;
}

const stratum = (metric: ReducedMetric, cells: readonly Cell[], { metric: index, arm }: { metric: number; arm: number }): Stratum => ({
  control: armFrom(cells[0] as Cell, metric, { metric: index, arm: 0 }),
  treatment: armFrom(cells[arm] as Cell, metric, { metric: index, arm }),
});

/** Control and arm of a metric in some units of the test; quantiles are known of all units only. */
export function pairOf(test: ReducedTest, cells: readonly Cell[], place: { readonly metric: number; readonly arm: number }): Pair {
  const metric = test.metrics[place.metric] as ReducedMetric;
  return { metric, ...stratum(metric, cells, place), strata: [] };
}

function compareAll(test: ReducedTest, method: Method): Compared[] {
  return test.metrics.flatMap((metric, index) =>
    test.arms.slice(1).map((_, other) => {
      const place = { metric: index, arm: other + 1 };
      const strata = metric.type === "quantile" ? [] : (test.strata?.groups.map(({ cells }) => stratum(metric, cells, place)) ?? []);
      const pair = { ...pairOf(test, test.cells, place), strata };
      return { ...place, pair, measured: isKnown(metric, place.arm) ? measure(pair, method) : nothing(pair, method) };
    }),
  );
}

/** A quantile of an arm with too few units has no interval, so nothing can be compared with it. */
const isKnown = ({ type, quantiles }: ReducedMetric, arm: number): boolean =>
  type !== "quantile" || (quantiles[0]?.standardError !== undefined && quantiles[arm]?.standardError !== undefined);

const nothing = (pair: Pair, method: Method): Measured => ({ effect: measure(pair, method).effect, method: "none" });

const deciding = ({ absolute, relative }: Measured, { scale }: Method) => (scale === "relative" ? relative : absolute);

/** P-values adjusted over all metrics but guardrails and all arms, by place in the list. */
function adjustedP(compared: readonly Compared[], method: Method, correction: Parameters<typeof correct>[1]): Map<Compared, number> {
  const family = compared.flatMap((one) => {
    const effect = one.pair.metric.role === "guardrail" ? undefined : deciding(one.measured, method);
    return effect ? [{ one, p: effect.p }] : [];
  });
  const adjusted = correct(
    family.map(({ p }) => p),
    correction,
  );
  return new Map(family.map(({ one }, index) => [one, settle(adjusted[index] as number)]));
}

function guardrailOf(
  { pair: { metric }, measured }: Compared,
  conclusion: ComparisonValues["conclusion"],
  { confidence }: Method,
): GuardrailState {
  if (conclusion === "blocked" || conclusion === "too-few") return "open";
  if (metric.margin === undefined) return conclusion === "clear-loss" ? "harmed" : "held";
  const better = metric.direction === "increase" ? "more" : "less";
  const { verdict } = nonInferiority(measured.effect, { margin: metric.margin, scale: "relative", better, confidence });
  return ({ safe: "held", harmed: "harmed", unclear: "open" } as const)[verdict];
}

interface Told {
  readonly test: ReducedTest;
  readonly method: Method;
  readonly blocks: Blocks;
  readonly levels: readonly LevelValues[];
  readonly pAdjusted: number | undefined;
}

function comparison(one: Compared, { test, method, blocks, levels, pAdjusted }: Told): ComparisonValues {
  const { pair, measured } = one;
  const { metric } = pair;
  const [control = levels[0] as LevelValues, arm = control] = [levels[0], levels[one.arm]];
  const units = { arm: arm.units, control: control.units };
  const effect = deciding(measured, method);
  const sharedRate = ((arm.conversions ?? 0) + (control.conversions ?? 0)) / Math.max(1, units.arm + units.control);
  const found = conclude({ type: metric.type, direction: metric.direction, units, effect, pAdjusted, sharedRate }, method);
  const outlier = outlierOf({ metric, method, ...sidesOf(test, one) });
  const isFragile = outlier?.decides === true && found.conclusion.startsWith("clear");
  const conclusion = blocks.length > 0 ? "blocked" : found.conclusion;
  const { absolute, relative, varianceReduction } = measured;
  const bayes = beliefOf(pair, measured, method);
  return {
    metric: metric.id,
    arm: test.arms[one.arm] as string,
    control: test.arms[0] as string,
    units,
    levels: { ...(arm.value === undefined ? {} : { arm: arm.value }), ...(control.value === undefined ? {} : { control: control.value }) },
    method: measured.method,
    ...(absolute ? { absolute } : {}),
    ...(relative ? { relative } : {}),
    ...(varianceReduction === undefined ? {} : { varianceReduction }),
    ...(bayes ? { bayes } : {}),
    ...(effect ? { p: effect.p, pAdjusted: pAdjusted ?? effect.p } : {}),
    ...(outlier ? { outlier } : {}),
    conclusion,
    reasons: [...blocks, ...found.reasons, ...(isFragile ? (["one-unit-decides"] as const) : [])],
    ...(metric.role === "guardrail" ? { guardrail: guardrailOf(one, conclusion, method) } : {}),
  };
}

function sidesOf(test: ReducedTest, { metric, arm, pair }: Compared) {
  const side = (place: number, own: Pair["control"]) => ({
    name: test.arms[place] as string,
    arm: own,
    moments: test.cells[place]?.metrics[metric] ?? noMoments(1),
  });
  return { control: side(0, pair.control), treatment: side(arm, pair.treatment) };
}

/** Every metric with its levels and comparisons, and how many comparisons were adjusted together. */
export function compareMetrics(
  test: ReducedTest,
  { method, correction, blocks }: { method: Method; correction: Parameters<typeof correct>[1]; blocks: Blocks },
): { readonly metrics: MetricValues[]; readonly comparisons: number } {
  const compared = compareAll(test, method);
  const adjusted = adjustedP(compared, method, correction);
  const metrics = test.metrics.map((metric, index): MetricValues => {
    const levels = levelsOf(test, index, method.confidence);
    const own = compared.filter((one) => one.metric === index);
    return {
      ...described(metric),
      levels,
      comparisons: own.map((one) => comparison(one, { test, method, blocks, levels, pAdjusted: adjusted.get(one) })),
    };
  });
  return { metrics, comparisons: adjusted.size };
}

/** What the values tell of a metric itself. */
function described(metric: ReducedMetric): Omit<MetricValues, "levels" | "comparisons"> {
  const { id, name, type, role, direction, column, denominator, covariates, margin, winsorised } = metric;
  return {
    id,
    name,
    type,
    role,
    direction,
    column,
    ...(denominator === undefined ? {} : { denominator }),
    ...(type === "quantile" ? { quantile: metric.quantile } : {}),
    ...(covariates[0] === undefined ? {} : { covariate: covariates[0] }),
    ...(margin === undefined ? {} : { margin }),
    ...(winsorised ? { winsorised } : {}),
    missingCountsAs: metric.missing === "zero" ? "zero" : "excluded",
  };
}
