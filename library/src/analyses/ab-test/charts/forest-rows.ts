import type { ChartContext } from "../../../charts/index.js";
import { relativeFirst, testFormat, type TestFormat } from "../reading-format.js";
import type { AbTestValues, ComparisonValues, GuardrailState, MetricValues } from "../values.js";
import { headline, isBroken } from "./chart-text.js";
import type { DotRow } from "./dot-plot.js";

/** More rows than this are not read; the table has them all. */
const mostRows = 40;

const words = {
  en: {
    guardrails: "Guardrails",
    guardrail: (name: string) => `${name} (guardrail)`,
    states: { held: "held", harmed: "harmed", open: "not told yet" },
    tooFew: "too few",
    noRelative: "no relative lift",
  },
  "zh-CN": {
    guardrails: "护栏指标",
    guardrail: (name: string) => `${name}（护栏指标）`,
    states: { held: "守住", harmed: "受损", open: "尚无法判断" },
    tooFew: "样本太少",
    noRelative: "无法计算相对提升",
  },
} as const satisfies Record<string, { states: Record<GuardrailState, string> } & Record<string, unknown>>;

/** What a forest shows of a test that is too large for one picture. */
export interface Shown {
  readonly metrics: readonly MetricValues[];
  /** Arms of the test but the control, and those that are drawn: the headline's first, then by how clear they are on the deciding metric. */
  readonly arms: readonly string[];
  readonly isAll: boolean;
}

export function shownOf(values: AbTestValues): Shown {
  const [primary] = values.metrics;
  const main = headline(values)?.comparison.arm;
  const clearness = ({ arm, p = 1 }: ComparisonValues) => (arm === main ? -1 : p);
  const ranked = [...(primary?.comparisons ?? [])].sort((one, other) => clearness(one) - clearness(other)).map(({ arm }) => arm);
  const guardrails = values.metrics.filter(({ role }) => role === "guardrail");
  const others = values.metrics.filter(({ role }) => role !== "guardrail").slice(0, Math.max(1, mostRows - guardrails.length));
  const metrics = [...others, ...guardrails].slice(0, mostRows);
  const kept = new Set(ranked.slice(0, Math.max(1, Math.floor(mostRows / Math.max(1, metrics.length)))));
  const arms = (primary?.comparisons ?? []).map(({ arm }) => arm).filter((arm) => kept.has(arm));
  return { metrics, arms, isAll: metrics.length === values.metrics.length && arms.length === ranked.length };
}

interface Place {
  readonly values: AbTestValues;
  readonly metric: MetricValues;
  readonly f: TestFormat;
}

function comparisonRow({ values, metric, f }: Place, comparison: ComparisonValues, label: string): DotRow {
  const names = words[f.language];
  const main = headline(values)?.comparison;
  const { relative, guardrail, conclusion } = comparison;
  const told = relativeFirst(metric, comparison);
  const isTold = !isBroken(values) && conclusion !== "too-few" && conclusion !== "blocked";
  const state = guardrail && isTold ? names.states[guardrail] : undefined;
  const remark = conclusion === "too-few" ? names.tooFew : state;
  const value = told ? f.signed(told.effect.value, told.scale) : f.level(metric, undefined);
  return {
    label,
    value: relative?.value,
    interval: relative?.interval,
    look: !isTold ? "pale" : comparison === main || guardrail === "harmed" ? "accent" : "base",
    isClear: isTold && (conclusion === "clear-win" || conclusion === "clear-loss"),
    text: remark === undefined ? value : `${value} ${remark}`,
    note: relative ? f.between(relative.interval, "percent") : told ? names.noRelative : "",
  };
}

/** Metrics one below the other, guardrails apart; with several arms each metric is a heading with a row per arm. */
export function forestRows(values: AbTestValues, { language }: ChartContext): DotRow[] {
  const f = testFormat(language);
  const names = words[language];
  const { metrics, arms } = shownOf(values);
  const heading = (label: string): DotRow => ({ label, isHeading: true, look: "base", isClear: false, text: "", note: "" });
  const of = (metric: MetricValues, arm: string) => metric.comparisons.find((comparison) => comparison.arm === arm);
  const rowsOf = (metric: MetricValues, label: (comparison: ComparisonValues) => string) =>
    arms.flatMap((arm) => {
      const comparison = of(metric, arm);
      return comparison ? [comparisonRow({ values, metric, f }, comparison, label(comparison))] : [];
    });
  if (values.arms.length > 2)
    return metrics.flatMap((metric) => [
      heading(metric.role === "guardrail" ? names.guardrail(metric.name) : metric.name),
      ...rowsOf(metric, ({ arm }) => arm),
    ]);
  const ofRole = (isGuardrail: boolean) => metrics.filter(({ role }) => (role === "guardrail") === isGuardrail);
  const rails = ofRole(true).flatMap((metric) => rowsOf(metric, () => metric.name));
  return [
    ...ofRole(false).flatMap((metric) => rowsOf(metric, () => metric.name)),
    ...(rails.length > 0 ? [heading(names.guardrails), ...rails] : []),
  ];
}
