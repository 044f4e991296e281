import type { Check } from "../analysis.js";
import { dayText } from "../rfm/days.js";
import type { Warning } from "../result.js";
import type { AbTestSettings } from "./ab-test-options.js";
import { isMixUneven, unevenBefore, unevenMissing } from "./balance.js";
import type { ReducedTest } from "./reduced-test.js";
import type { AbTestValues, ComparisonValues, MetricValues } from "./values.js";
import { abTestWarnings as warnings } from "./warnings.js";

type AbTestCheck = Check<AbTestValues, ReducedTest, AbTestSettings>;

const warn = (level: Warning["level"], code: string, text: Warning["text"]): Warning => ({ code, level, text });

/** A p-value below this is no chance when many things are looked at. */
const rare = 0.001;
const seldom = 0.01;

interface One {
  readonly metric: MetricValues;
  readonly comparison: ComparisonValues;
}

const compared = ({ metrics }: AbTestValues): One[] =>
  metrics.flatMap((metric) => metric.comparisons.map((comparison) => ({ metric, comparison })));

const isPrimary = ({ metric }: One): boolean => metric.role === "primary";

const sampleRatio: AbTestCheck = ({ values }) => {
  const { verdict } = values.sampleRatio;
  if (verdict === "fits") return undefined;
  return warn(verdict === "blocks" ? "blocks" : "note", "sample-ratio-mismatch", warnings.sampleRatio(values));
};

const crossed: AbTestCheck = ({ values }) => {
  const { verdict } = values.crossed;
  if (verdict === "none") return undefined;
  return warn(verdict === "blocks" ? "blocks" : "note", "units-in-several-arms", warnings.crossed(values));
};

const noVariation: AbTestCheck = ({ values }) => {
  const found = compared(values).filter(({ comparison }) => comparison.reasons.includes("no-variation"));
  return found.length === 0 ? undefined : warn(found.some(isPrimary) ? "blocks" : "note", "no-variation", warnings.noVariation(found));
};

const tooFew: AbTestCheck = ({ values }) => {
  const found = compared(values).filter(({ comparison }) =>
    comparison.reasons.some((reason) => reason === "few-units" || reason === "few-conversions"),
  );
  return found.length === 0 ? undefined : warn(found.some(isPrimary) ? "blocks" : "note", "too-few", warnings.tooFew(found));
};

const peeking: AbTestCheck = ({ values }) => {
  if (!values.plan.isPeeked) return undefined;
  const isWin = compared(values).some((one) => isPrimary(one) && one.comparison.conclusion === "clear-win");
  return warn(isWin ? "blocks" : "note", "peeking", warnings.peeking(values));
};

const planWithoutDates: AbTestCheck = ({ values: { plan, period } }) =>
  period === undefined && (plan.plannedStart ?? plan.plannedEnd) !== undefined
    ? warn("note", "plan-without-dates", warnings.planWithoutDates())
    : undefined;

const uncorrected: AbTestCheck = ({ values: { correction, confidence } }) =>
  correction.method === "none" && correction.comparisons > 1
    ? warn("note", "comparisons-uncorrected", warnings.uncorrected(correction.comparisons, 1 - confidence))
    : undefined;

const missing: AbTestCheck = ({ values }) => {
  const uneven = unevenMissing(values.metrics);
  if (uneven) {
    const shares = uneven.levels.map((level) => ({ arm: level.arm, share: level.missing / Math.max(1, level.units + level.missing) }));
    return warn(uneven.role === "primary" ? "blocks" : "note", "missing-uneven", warnings.unevenMissing(uneven.name, shares));
  }
  const lacking = values.metrics
    .map(({ name, levels }) => ({ name, units: levels.reduce((sum, level) => sum + level.missing, 0) }))
    .toSorted((one, other) => other.units - one.units)[0];
  return lacking && lacking.units > 0
    ? warn("note", "values-missing", warnings.missing(lacking.name, lacking.units, lacking.units / values.units))
    : undefined;
};

const oneUnit: AbTestCheck = ({ values }) => {
  const found = compared(values).filter(({ comparison }) => comparison.outlier?.decides);
  const worst = found.find(isPrimary) ?? found[0];
  if (!worst) return undefined;
  const isMade = isPrimary(worst) && worst.comparison.reasons.includes("one-unit-decides");
  return warn(isMade ? "blocks" : "note", "one-unit-decides", warnings.oneUnit(worst.metric, worst.comparison));
};

/** An arm that chance would hardly have left empty on the days before its first unit. */
const lateArm: AbTestCheck = ({ values, reduced }) => {
  const late = values.arms.find((arm, index) => {
    const before = reduced.days.filter(({ name }) => arm.firstDay !== undefined && dayText(name) < arm.firstDay);
    const entered = before.reduce(
      (sum, { cells }) => sum + cells.reduce((all, { units }, other) => all + (other === index ? 0 : units), 0),
      0,
    );
    return arm.units > 0 && (1 - arm.expectedShare) ** entered < rare;
  });
  return late && warn("note", "arm-begins-late", warnings.lateArm(late.arm, late.firstDay));
};

/** A twentieth of the days, and at least half a day, is more than the same days would give. */
const exposure: AbTestCheck = ({ values }) => {
  const days = values.arms.flatMap(({ meanExposureDays, units }) =>
    meanExposureDays === undefined || units < 30 ? [] : [meanExposureDays],
  );
  const apart = Math.max(...days) - Math.min(...days);
  return days.length > 1 && apart > Math.max(0.5, Math.max(...days) / 20)
    ? warn("note", "unequal-exposure", warnings.unequalExposure(values))
    : undefined;
};

const longestGap = 60;

const dateGap: AbTestCheck = ({ reduced: { days } }) => {
  const at = days.findIndex(({ name }, index) => index > 0 && name - (days[index - 1]?.name ?? name) > longestGap);
  const [before, after] = [days[at - 1], days[at]];
  return before && after && warn("note", "date-gap", warnings.dateGap(dayText(before.name), dayText(after.name)));
};

const undated: AbTestCheck = ({ values, reduced: { days } }) => {
  const dated = days.reduce((sum, { cells }) => sum + cells.reduce((all, { units }) => all + units, 0), 0);
  return days.length > 0 && dated < values.units ? warn("note", "units-without-date", warnings.undated(values.units - dated)) : undefined;
};

const mergedArms: AbTestCheck = ({ reduced: { mergedSpellings } }) =>
  mergedSpellings.length === 0 ? undefined : warn("note", "arms-merged", warnings.mergedArms(mergedSpellings));

const simpson: AbTestCheck = ({ values }) => {
  const found = values.segments?.tests.filter(({ isSimpson }) => isSimpson) ?? [];
  return found.length === 0 ? undefined : warn("blocks", "simpson", warnings.simpson(found, values));
};

const unevenMix: AbTestCheck = ({ values }) =>
  isMixUneven(values.segments) ? warn("blocks", "segment-mix", warnings.unevenMix(values)) : undefined;

const manySegments: AbTestCheck = ({ values }) =>
  values.segments && values.segments.found > values.segments.shown
    ? warn("note", "many-segments", warnings.manySegments(values))
    : undefined;

const novelty: AbTestCheck = ({ values }) => {
  const primary = values.metrics.filter(({ role }) => role === "primary");
  const found = values.novelty.find(({ metric, p }) => p < seldom && primary.some(({ id }) => id === metric));
  return found && warn("note", "novelty", warnings.novelty(found, primary.find(({ id }) => id === found.metric)?.name ?? found.metric));
};

const covariate: AbTestCheck = ({ reduced }) => {
  const metric = unevenBefore(reduced);
  return metric && warn("blocks", "covariate-uneven", warnings.unevenBefore(metric.name));
};

const notUsed: AbTestCheck = ({ values }) =>
  values.rows.used < values.rows.read ? warn("note", "rows-not-used", warnings.rowsNotUsed(values)) : undefined;

const repeated: AbTestCheck = ({ reduced: { repeatedRows } }) =>
  repeatedRows ? warn("note", "repeated-rows", warnings.repeatedRows(repeatedRows)) : undefined;

/** What the A/B test looks at before its result is trusted, the gravest first. */
export const abTestChecks: readonly AbTestCheck[] = [
  sampleRatio,
  crossed,
  simpson,
  unevenMix,
  covariate,
  missing,
  tooFew,
  noVariation,
  peeking,
  planWithoutDates,
  oneUnit,
  uncorrected,
  lateArm,
  exposure,
  novelty,
  dateGap,
  undated,
  mergedArms,
  manySegments,
  notUsed,
  repeated,
];
