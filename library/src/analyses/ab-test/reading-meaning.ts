import type { Language } from "../../language/language.js";
import { monthly, type Headline, type Monthly } from "./reading-facts.js";
import { effectText, sureness } from "./reading-finding.js";
import { say, type Sentence, type TestFormat } from "./reading-format.js";
import type { ComparisonValues, Conclusion, GuardrailState, MetricValues } from "./values.js";

const size = (f: TestFormat, value: number): string => f.compact(Math.abs(value) < 10 ? value : Math.round(value));
const amount = (f: TestFormat, value: number): string => size(f, Math.abs(value));

/** `790 more`, `1,200 less`, in Chinese `多 790`. */
function change(f: TestFormat, value: number, { type }: MetricValues): string {
  if (f.language === "zh-CN") return `${value < 0 ? "少" : "多"} ${amount(f, value)}`;
  return `${amount(f, value)} ${value >= 0 ? "more" : type === "proportion" ? "fewer" : "less"}`;
}

const inMonth: Sentence<[headline: Headline, monthly: Monthly]> = {
  en: (f, { values, metric, comparison }, { units, value, interval: [low, high] }) => {
    const range = low < 0 === high < 0 ? undefined : `between ${change(f, low, metric)} and ${change(f, high, metric)} a month`;
    const ends = [low, high].sort((one, other) => Math.abs(one) - Math.abs(other)).map((end) => amount(f, end));
    const told = range ?? `about ${change(f, value, metric)} a month (${f.sure(values.intervalConfidence)} CI ${ends.join("–")})`;
    return `With all of the ${size(f, units)} units of a month in "${comparison.arm}", "${metric.name}" would come to ${told}.`;
  },
  "zh-CN": (f, { values, metric, comparison }, { units, value, interval: [low, high] }) => {
    const range = low < 0 === high < 0 ? undefined : `每月变化在${change(f, low, metric)} 到${change(f, high, metric)} 之间`;
    const ends = [low, high].sort((one, other) => Math.abs(one) - Math.abs(other)).map((end) => amount(f, end));
    const told = range ?? `每月约${change(f, value, metric)}（${f.sure(values.intervalConfidence)} 置信区间 ${ends.join("–")}）`;
    return `若每月 ${size(f, units)} 个单位都进入“${comparison.arm}”，“${metric.name}”${told}。`;
  },
};

/** Names in quotation marks; more than three are counted. */
function quoted(f: TestFormat, names: readonly string[]): string {
  const isChinese = f.language === "zh-CN";
  const shown = names.length > 3 ? names.slice(0, 2) : names;
  const texts = shown.map((name) => (isChinese ? `“${name}”` : `"${name}"`));
  const rest = names.length - shown.length;
  if (isChinese) return `${f.list(texts)}${rest > 0 ? `等 ${names.length} 项` : ""}`;
  if (rest > 0) return `${texts.join(", ")} and ${rest} more`;
  return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1)}`;
}

interface Standing {
  readonly metric: MetricValues;
  readonly comparison: ComparisonValues;
}

/** How the headline's arm stands on the other metrics. */
function standings({ values, metric: deciding, comparison }: Headline): readonly Standing[] {
  return values.metrics.flatMap((metric) => {
    if (metric === deciding) return [];
    const found = metric.comparisons.find(({ arm }) => arm === comparison.arm);
    return found ? [{ metric, comparison: found }] : [];
  });
}

const guardrails: Sentence<[byState: Readonly<Record<GuardrailState, readonly Standing[]>>, headline: Headline]> = {
  en: (f, { held, harmed, open }, { values }) => {
    const worst = ({ metric, comparison }: Standing) => {
      return `"${metric.name}" is harmed (${effectText(f, { values, metric, comparison })}, ${sureness.en(f, values, metric, comparison)})`;
    };
    const names = (list: readonly Standing[]) =>
      quoted(
        f,
        list.map(({ metric }) => metric.name),
      );
    const rules = held.every(({ metric }) => metric.margin !== undefined);
    return `Guardrails: ${[
      ...harmed.slice(0, 1).map(worst),
      ...(harmed.length > 1 ? [`harmed too ${harmed.length > 2 ? "are" : "is"} ${names(harmed.slice(1))}`] : []),
      ...(open.length > 0 ? [`${names(open)} cannot be told yet`] : []),
      ...(held.length > 0 ? [rules ? `harm beyond the margin is ruled out for ${names(held)}` : `no clear harm to ${names(held)}`] : []),
    ].join("; ")}.`;
  },
  "zh-CN": (f, { held, harmed, open }, { values }) => {
    const worst = ({ metric, comparison }: Standing) => {
      return `“${metric.name}”受损（${effectText(f, { values, metric, comparison })}，${sureness["zh-CN"](f, values, metric, comparison)}）`;
    };
    const names = (list: readonly Standing[]) =>
      quoted(
        f,
        list.map(({ metric }) => metric.name),
      );
    const rules = held.every(({ metric }) => metric.margin !== undefined);
    return `护栏指标：${[
      ...harmed.slice(0, 1).map(worst),
      ...(harmed.length > 1 ? [`同样受损的还有${names(harmed.slice(1))}`] : []),
      ...(open.length > 0 ? [`${names(open)}尚无法判断`] : []),
      ...(held.length > 0 ? [rules ? `${names(held)}的损失未超过界值` : `${names(held)}未见明确损害`] : []),
    ].join("；")}。`;
  },
};

const others: Sentence<[better: readonly string[], worse: readonly string[], unclear: readonly string[]]> = {
  en: (f, better, worse, unclear) => {
    const parts = [
      ...(better.length > 0 ? [`clearly better on ${quoted(f, better)}`] : []),
      ...(worse.length > 0 ? [`clearly worse on ${quoted(f, worse)}`] : []),
      ...(unclear.length > 0 ? [`no clear difference on ${quoted(f, unclear)}`] : []),
    ];
    return `The other metrics, after correction: ${parts.join("; ")}.`;
  },
  "zh-CN": (f, better, worse, unclear) => {
    const parts = [
      ...(better.length > 0 ? [`${quoted(f, better)}明确更好`] : []),
      ...(worse.length > 0 ? [`${quoted(f, worse)}明确更差`] : []),
      ...(unclear.length > 0 ? [`${quoted(f, unclear)}没有明确差异`] : []),
    ];
    return `其他指标（校正后）：${parts.join("；")}。`;
  },
};

const otherArms: Sentence<[arms: number, better: readonly string[], worse: readonly string[]]> = {
  en: (f, arms, better, worse) => {
    const parts = [
      ...(better.length > 0 ? [`${quoted(f, better)} clearly better than the control`] : []),
      ...(worse.length > 0 ? [`${quoted(f, worse)} clearly worse`] : []),
    ];
    const one = arms === 1 ? "The other arm" : `Of the other ${f.count(arms)} arms`;
    return parts.length > 0
      ? `${one}: ${parts.join("; ")}.`
      : `${arms === 1 ? one : `${one}, none`} ${arms === 1 ? "does not differ" : "differs"} clearly from the control.`;
  },
  "zh-CN": (f, arms, better, worse) => {
    const parts = [
      ...(better.length > 0 ? [`${quoted(f, better)}明确优于对照组`] : []),
      ...(worse.length > 0 ? [`${quoted(f, worse)}明确差于对照组`] : []),
    ];
    const rest = `其余 ${f.count(arms)} 个实验组`;
    return parts.length > 0 ? `${rest}中，${parts.join("；")}。` : `${rest}与对照组没有明确差异。`;
  },
};

const armsThat = ({ metric, comparison }: Headline, conclusion: Conclusion): string[] =>
  metric.comparisons.filter((each) => each.arm !== comparison.arm && each.conclusion === conclusion).map(({ arm }) => arm);

/** What the finding comes to: in a month, on the other metrics and guardrails, and for the other arms. */
export function readMeaning(headline: Headline, language: Language): string {
  const { metric } = headline;
  const perMonth = monthly(headline);
  const standing = standings(headline);
  const secondary = standing.filter(({ metric: { role } }) => role !== "guardrail");
  const namesOf = (isIt: (conclusion: Conclusion) => boolean) =>
    secondary.flatMap((one) => (isIt(one.comparison.conclusion) ? [one.metric.name] : []));
  const [better, worse] = (["clear-win", "clear-loss"] as const).map((known) => namesOf((conclusion) => conclusion === known));
  const unclear = namesOf((conclusion) => conclusion !== "clear-win" && conclusion !== "clear-loss");
  const rails = (state: GuardrailState) => standing.filter(({ comparison }) => comparison.guardrail === state);
  const byState = { held: rails("held"), harmed: rails("harmed"), open: rails("open") };
  const arms = metric.comparisons.length - 1;
  return [
    ...(perMonth ? [say(inMonth, language, headline, perMonth)] : []),
    ...(secondary.length > 0 ? [say(others, language, better ?? [], worse ?? [], unclear)] : []),
    ...(Object.values(byState).some((list) => list.length > 0) ? [say(guardrails, language, byState, headline)] : []),
    ...(arms > 0 ? [say(otherArms, language, arms, armsThat(headline, "clear-win"), armsThat(headline, "clear-loss"))] : []),
  ].join(language === "en" ? " " : "");
}
