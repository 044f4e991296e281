import type { Text } from "../../language/language.js";
import { texts } from "../texts.js";
import type { AbTestSettings } from "./ab-test-options.js";
import type { ReducedTest } from "./reduced-test.js";
import { mostSegments } from "./segments.js";
import type { AbTestValues, MetricValues } from "./values.js";

export interface AssumptionFacts {
  readonly values: AbTestValues;
  readonly test: ReducedTest;
  readonly options: AbTestSettings;
}

/** What was assumed on the way to the numbers, in the order in which it matters. */
export const assumptions = (facts: AssumptionFacts): Text[] =>
  [
    units,
    design,
    directions,
    missing,
    interval,
    sequential,
    corrected,
    guardrails,
    covariates,
    strata,
    winsorised,
    bayes,
    segments,
    days,
  ].flatMap((assumption) => assumption(facts) ?? []);

type Assumption = (facts: AssumptionFacts) => Text | undefined;

const named = (metrics: readonly Pick<MetricValues, "name">[]): Text =>
  texts(
    (f) => f.list(metrics.map(({ name }) => `"${name}"`)),
    (f) => f.list(metrics.map(({ name }) => `“${name}”`)),
  );

const units: Assumption = ({ test }) => {
  if (test.source === "summary") {
    return {
      en: "The table holds sums per arm; that each unit is counted once, in one arm, was not checked, because it cannot be seen from sums.",
      "zh-CN": "数据为各组的汇总；汇总中看不出每个单位是否只计一次、只属于一组，因此未作检查。",
    };
  }
  if (!test.hasUnitColumn) {
    return {
      en: "Every row is taken for a unit of its own, because no column of units was used; if a visitor has several rows, name that column, or the intervals are too narrow.",
      "zh-CN": "未使用实验单位列，每行视为一个独立单位；若同一访客有多行，请指明该列，否则区间会过窄。",
    };
  }
  return test.source === "events"
    ? {
        en: "Units have several rows: a unit converted when any of its rows did, its numbers are added up, and it entered with its first row.",
        "zh-CN": "一个单位有多行：任一行转化即视为转化，数值相加，以首行的日期为进入时间。",
      }
    : undefined;
};

const design: Assumption = ({ values }) =>
  values.sampleRatio.design === "given"
    ? undefined
    : {
        en: "The arms were designed to be of equal size; give `ratio` when they were not.",
        "zh-CN": "视各组按相等比例分流；若设计比例不同，请设 `ratio`。",
      };

const directions: Assumption = ({ values, test }) => {
  const guessed = values.metrics.filter((_, index) => test.metrics[index]?.isDirectionGuessed);
  if (guessed.length === 0) return undefined;
  const names = named(guessed);
  return {
    en: `By their names, less is taken to be better for ${names.en}; for all other metrics, more.`,
    "zh-CN": `根据名称，${names["zh-CN"]}视为越低越好，其余指标越高越好。`,
  };
};

const missing: Assumption = ({ values }) => {
  const lacking = values.metrics.filter(({ levels }) => levels.some((level) => level.missing > 0));
  const isZero = values.metrics.some(({ missingCountsAs }) => missingCountsAs === "zero");
  if (isZero) return { en: "A unit without a value counts as 0.", "zh-CN": "没有值的单位按 0 计。" };
  if (lacking.length === 0) return undefined;
  const names = named(lacking);
  return {
    en: `Units without a value take no part in ${names.en}; with missing: "zero" they count as 0.`,
    "zh-CN": `没有值的单位不参与${names["zh-CN"]}的计算；设 missing: "zero" 则按 0 计。`,
  };
};

const interval: Assumption = ({ values }) => {
  const isOne = values.sides === "one";
  return texts(
    (f) =>
      `Intervals are ${f.percent(values.intervalConfidence)}${isOne ? " (tests are one-sided)" : ""}: Welch's t for differences, the delta method for relative lifts and ratios, Newcombe's interval with Fisher's test where few converted, order statistics for quantiles. The ${values.scale === "relative" ? "relative lift" : "difference"} decides.`,
    (f) =>
      `区间为 ${f.percent(values.intervalConfidence)}${isOne ? "（单侧检验）" : ""}：差异用 Welch t 检验，相对提升和比率用 delta 方法，转化很少时用 Newcombe 区间与 Fisher 检验，分位数用次序统计量。以${values.scale === "relative" ? "相对提升" : "绝对差异"}作判断。`,
  );
};

const sequential: Assumption = ({ values, options }) => {
  if (values.sequential === "confidence-sequence") {
    return {
      en: "Intervals and p-values hold however often the result is looked at (asymptotic confidence sequence).",
      "zh-CN": "无论查看多少次，区间和 p 值均有效（渐近置信序列）。",
    };
  }
  if (values.sequential === "none") return undefined;
  return texts(
    (f) =>
      `Look ${f.count(values.plan.looks)}${values.plan.plannedUnits === undefined ? ` of ${f.count(options.plannedLooks)}` : ""} demands |z| above ${f.number(values.plan.bound)} (${options.spending === "pocock" ? "Pocock" : "O'Brien–Fleming"} spending); earlier looks are taken to have been evenly spaced, and intervals use that bound.`,
    (f) =>
      `第 ${f.count(values.plan.looks)} 次查看${values.plan.plannedUnits === undefined ? `（共计划 ${f.count(options.plannedLooks)} 次）` : ""}要求 |z| 大于 ${f.number(values.plan.bound)}（${options.spending === "pocock" ? "Pocock" : "O'Brien–Fleming"} 消耗函数）；视此前各次查看间隔相等，区间按此界值计算。`,
  );
};

const corrected: Assumption = ({ values: { correction } }) => {
  if (correction.comparisons < 2 || correction.method === "none") return undefined;
  const name = correction.method === "holm" ? "Holm" : "Benjamini–Hochberg";
  return texts(
    (f) =>
      `P-values are adjusted over ${f.count(correction.comparisons)} comparisons (${name}); intervals are not, so a comparison may be unclear though its interval leaves out zero.`,
    (f) => `p 值按 ${f.count(correction.comparisons)} 项比较校正（${name}）；区间未校正，因此区间不含零的比较也可能判为不明确。`,
  );
};

const guardrails: Assumption = ({ values }) => {
  const own = values.metrics.filter(({ role }) => role === "guardrail");
  if (own.length === 0) return undefined;
  const open = own.filter(({ margin }) => margin === undefined);
  if (open.length === 0) {
    return {
      en: "A guardrail holds when a relative loss beyond its margin is ruled out (one-sided non-inferiority); guardrails are not adjusted for the number of comparisons.",
      "zh-CN": "护栏指标在排除超过界值的相对下降后视为守住（单侧非劣效检验）；护栏指标不做多重比较校正。",
    };
  }
  const names = named(open);
  return {
    en: `Without a margin, a guardrail (${names.en}) fails on a clear loss only; that is no proof that it was not harmed.`,
    "zh-CN": `未设界值的护栏指标（${names["zh-CN"]}）仅在明显变差时判为未守住，这并不证明它没有受损。`,
  };
};

const covariates: Assumption = ({ values }) => {
  const own = values.metrics.filter(({ covariate }) => covariate !== undefined);
  if (own.length === 0) return undefined;
  const names = named(own);
  return {
    en: `CUPED adjusts ${names.en} for what units did before the test; a unit without such a value counts as 0 there, which is fair to all arms.`,
    "zh-CN": `CUPED 用实验前的数据对${names["zh-CN"]}做调整；没有此前数据的单位按 0 计，对各组一视同仁。`,
  };
};

const strata: Assumption = ({ values }) =>
  values.strata && {
    en: `Effects are post-stratified over "${values.strata.column}", which must have been known before the test; levels are shown as they are.`,
    "zh-CN": `效果按“${values.strata.column}”事后分层，该列须在实验开始前已知；各组水平按原样展示。`,
  };

const winsorised: Assumption = ({ values }) => {
  const own = values.metrics.filter((metric) => metric.winsorised);
  if (own.length === 0) return undefined;
  return texts(
    (f) =>
      `Large values were set to a ceiling over all arms: ${f.list(own.map(({ name, winsorised: cap }) => `"${name}" at ${f.number(cap?.above)} (${f.count(cap?.units)} units)`))}.`,
    (f) =>
      `各组合并设定上限，超过的值按上限计：${f.list(own.map(({ name, winsorised: cap }) => `“${name}”为 ${f.number(cap?.above)}（${f.count(cap?.units)} 个单位）`))}。`,
  );
};

const bayes: Assumption = ({ values: { prior } }) =>
  prior
    ? texts(
        (f) =>
          `Chances to win and risks start from a normal prior of the relative lift with mean ${f.percent(prior.mean)} and standard deviation ${f.percent(prior.standardDeviation)}.`,
        (f) => `获胜概率与风险以相对提升的正态先验为起点，均值 ${f.percent(prior.mean)}，标准差 ${f.percent(prior.standardDeviation)}。`,
      )
    : { en: "Chances to win and risks use a flat prior: the data alone speak.", "zh-CN": "获胜概率与风险使用无信息先验，仅由数据决定。" };

const segments: Assumption = ({ values }) =>
  values.segments &&
  texts(
    (f) =>
      `Segments are looked at after the fact: p-values are adjusted over them (Holm), and at most ${f.count(mostSegments)} are shown one by one. A column that the test itself changes is no segment.`,
    (f) => `细分为事后分析：p 值按细分数校正（Holm），最多逐一展示 ${f.count(mostSegments)} 个。受实验本身影响的列不能用作细分。`,
  );

const days: Assumption = ({ values }) =>
  values.days.length === 0
    ? undefined
    : {
        en: "The days count the units that had entered by then, with their outcome as known in the data today.",
        "zh-CN": "逐日数据统计截至当日已进入的单位，结果以当前数据为准。",
      };
