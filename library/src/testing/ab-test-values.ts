import { normalUpper } from "../statistics/distributions.js";
import { normalQuantile } from "../statistics/normal-quantile.js";
import type {
  AbTestValues,
  ArmValues,
  BayesValues,
  ComparisonValues,
  DayEffect,
  EffectValues,
  Interval,
  LevelValues,
  MetricValues,
  SegmentsValues,
} from "../analyses/ab-test/values.js";

/** One arm as a story tells it: its units, and its level on each metric. */
export interface ToldArm {
  readonly arm: string;
  readonly units: number;
  readonly levels: readonly number[];
}

/** One metric as a story tells it. */
export interface ToldMetric {
  readonly name: string;
  readonly type?: MetricValues["type"];
  readonly role?: MetricValues["role"];
  readonly direction?: MetricValues["direction"];
  readonly margin?: number;
  /** Standard deviation between units; rates have their own. */
  readonly deviation?: number;
}

const z = normalQuantile(0.975);

const twoSided = (distance: number): number => Math.min(1, 2 * normalUpper(Math.abs(distance)));

function effect(value: number, standardError: number): EffectValues {
  const interval: Interval = [value - z * standardError, value + z * standardError];
  return { value, interval, standardError, p: standardError > 0 ? twoSided(value / standardError) : 1 };
}

const varianceOf = ({ type = "proportion", deviation = 1 }: ToldMetric, level: number): number =>
  type === "proportion" ? level * (1 - level) : deviation * deviation;

function levelOf(metric: ToldMetric, { arm, units, levels }: ToldArm, position: number): LevelValues {
  const value = levels[position];
  if (value === undefined || units === 0) return { arm, units: 0, missing: units };
  const reach = z * Math.sqrt(varianceOf(metric, value) / units);
  const isRate = (metric.type ?? "proportion") === "proportion";
  return {
    ...{ arm, units, missing: 0, value, sum: value * units },
    interval: isRate ? [Math.max(0, value - reach), Math.min(1, value + reach)] : [value - reach, value + reach],
    ...(isRate ? { conversions: Math.round(value * units) } : {}),
  };
}

function comparisonOf(metric: ToldMetric, [control, other]: readonly [ToldArm, ToldArm], position: number): ComparisonValues {
  const [base, level] = [control.levels[position], other.levels[position]];
  const shared = { metric: metric.name, arm: other.arm, control: control.arm, units: { arm: other.units, control: control.units } };
  if (base === undefined || level === undefined || Math.min(control.units, other.units) < 2)
    return { ...shared, levels: {}, method: "none", conclusion: "too-few", reasons: ["few-units"] };
  const variance = varianceOf(metric, level) / other.units + varianceOf(metric, base) / control.units;
  const absolute = effect(level - base, Math.sqrt(variance));
  const lift = level / base - 1;
  const relative = effect(
    lift,
    Math.sqrt(varianceOf(metric, level) / other.units + (varianceOf(metric, base) * (1 + lift) ** 2) / control.units) / Math.abs(base),
  );
  const isGood = absolute.value > 0 === ((metric.direction ?? "increase") === "increase");
  const isClear = absolute.p < 0.05 && variance > 0;
  const conclusion =
    Math.min(control.units, other.units) < 30 ? "too-few" : !isClear ? "no-clear-difference" : isGood ? "clear-win" : "clear-loss";
  const chance = twoSided(absolute.value / Math.sqrt(variance)) / 2;
  const bayes: BayesValues = {
    chanceToWin: isGood ? 1 - chance : chance,
    risk: { choose: 0.001, keep: 0.02 },
    scale: "relative",
    mean: relative.value,
    standardDeviation: relative.standardError ?? 0,
    interval: relative.interval,
  };
  return {
    ...shared,
    levels: { arm: level, control: base },
    absolute,
    ...(base > 0 ? { relative, bayes } : {}),
    ...{ p: absolute.p, pAdjusted: absolute.p, method: "welch", conclusion },
    reasons: [conclusion === "too-few" ? "few-units" : isClear ? "clear" : "not-clear"],
    ...(metric.role === "guardrail" ? { guardrail: conclusion === "clear-loss" ? "harmed" : "held" } : {}),
  };
}

function metricOf(metric: ToldMetric, arms: readonly ToldArm[], position: number): MetricValues {
  const [control, ...others] = arms as readonly [ToldArm, ...ToldArm[]];
  const { name, type = "proportion", role = position === 0 ? "primary" : "secondary", direction = "increase", margin } = metric;
  return {
    ...{ id: name, name, type, role, direction, column: name, missingCountsAs: "excluded" },
    ...(margin === undefined ? {} : { margin }),
    levels: arms.map((arm) => levelOf(metric, arm, position)),
    comparisons: others.map((other) => comparisonOf({ ...metric, role }, [control, other], position)),
  };
}

const dayCount = 14;
const dayText = (index: number): string => `2025-03-${String(3 + index).padStart(2, "0")}`;

/** Day by day on the first metric: the effect as it is told, with the error of the units so far. */
function daysOf(metric: ToldMetric, arms: readonly ToldArm[]): DayEffect[] {
  const [control, ...others] = arms as readonly [ToldArm, ...ToldArm[]];
  return others.flatMap((other) =>
    Array.from({ length: dayCount }, (_, index): DayEffect => {
      const share = (index + 1) / dayCount;
      const at = (arm: ToldArm): ToldArm => ({ ...arm, units: Math.floor(arm.units * share) });
      const { absolute, relative, p, units } = comparisonOf(metric, [at(control), at(other)], 0);
      const reach = 1.7 * z * (absolute?.standardError ?? 0);
      return {
        ...{ metric: metric.name, arm: other.arm, day: dayText(index), units },
        ...(absolute ? { absolute, alwaysValid: [absolute.value - reach, absolute.value + reach] as const } : {}),
        ...(relative ? { relative } : {}),
        ...(p === undefined ? {} : { p }),
      };
    }),
  );
}

function segmentsOf(metric: ToldMetric, arms: readonly ToldArm[], segments: readonly string[]): SegmentsValues {
  const [control, ...others] = arms as readonly [ToldArm, ...ToldArm[]];
  const effects = others.flatMap((other) =>
    segments.map((segment, index) => {
      const at = (arm: ToldArm): ToldArm => ({
        ...arm,
        units: Math.floor((arm.units * (index + 1)) / (segments.length * segments.length)),
      });
      const { absolute, relative, p, units, levels, conclusion } = comparisonOf(metric, [at(control), at(other)], 0);
      return {
        ...{ metric: metric.name, arm: other.arm, segment, units, levels },
        ...(absolute ? { absolute } : {}),
        ...(relative ? { relative } : {}),
        ...(p === undefined ? {} : { p }),
        conclusion: conclusion === "blocked" ? "too-few" : conclusion,
      } as const;
    }),
  );
  const tests = others.map(({ arm }) => ({
    ...{ metric: metric.name, arm, isSimpson: false, plain: 0.03, standardised: 0.03 },
    ...(segments.length > 1 ? { interaction: { statistic: 3.2, degrees: segments.length - 1, p: 0.36, segments: segments.length } } : {}),
  }));
  return { column: "Channel", found: segments.length, shown: segments.length, effects, tests };
}

/** Values of an A/B test with every number that reading and charts use, from arms and metrics by plain definitions; control first. */
export function abTestValues(
  arms: readonly ToldArm[],
  metrics: readonly ToldMetric[],
  { segments = ["Paid search", "Social", "Email", "Direct"], hasDates = true }: { segments?: readonly string[]; hasDates?: boolean } = {},
): AbTestValues {
  const units = arms.reduce((sum, arm) => sum + arm.units, 0);
  const made = metrics.map((metric, position) => metricOf(metric, arms, position));
  const [primary] = metrics as readonly [ToldMetric];
  const first = made[0]?.comparisons[0];
  const decision = {
    arm: arms[1]?.arm ?? "",
    ...(first?.conclusion === "clear-win"
      ? ({ decision: "ship", reasons: ["primary-win"] } as const)
      : first?.conclusion === "clear-loss"
        ? ({ decision: "do-not-ship", reasons: ["primary-loss"] } as const)
        : ({
            decision: "keep-running",
            reasons: [first?.conclusion === "too-few" ? "primary-too-few" : "primary-no-clear-difference"],
          } as const)),
  };
  return {
    source: "units",
    control: arms[0]?.arm ?? "",
    arms: arms.map(({ arm, units: own }, index): ArmValues => ({
      ...{ arm, isControl: index === 0, units: own, share: own / Math.max(1, units), expectedShare: 1 / arms.length, rows: own },
    })),
    units,
    rows: { read: units, used: units },
    setAside: [],
    ...(hasDates ? { period: { from: dayText(0), to: dayText(dayCount - 1) } } : {}),
    ...{ confidence: 0.95, intervalConfidence: 0.95, sides: "two", scale: "absolute", sequential: "none" },
    correction: { method: "holm", comparisons: metrics.length * (arms.length - 1) },
    metrics: made,
    sampleRatio: {
      ...{ statistic: 0.4, degrees: 1, p: 0.53, units, w: 0.01, verdict: "fits", design: "equal" },
      worst: { arm: arms[0]?.arm ?? "", difference: 0.004 },
    },
    crossed: { units: 0, rows: 0, share: 0, verdict: "none" },
    unlike: [],
    plan: { looks: 1, state: "unknown", isSequential: false, isPeeked: false },
    ...(segments.length > 0 ? { segments: segmentsOf(primary, arms, segments) } : {}),
    days: hasDates ? daysOf(primary, arms) : [],
    novelty: [],
    decisions: [decision],
    decision,
  };
}
