import { defineError } from "../../data-error.js";
import { format, type Format } from "../../language/format.js";
import type { Text } from "../../language/language.js";
import { powerTitle } from "./title.js";

const cannot = (english: string, chinese: string): Text => ({
  en: `Cannot run ${powerTitle.en}: ${english}`,
  "zh-CN": `无法运行“${powerTitle["zh-CN"]}”：${chinese}`,
});

type Sentence<Data> = (data: Data, f: Format) => string;

const inBoth =
  <Data>(english: Sentence<Data>, chinese: Sentence<Data>) =>
  (data: Data): Text =>
    cannot(english(data, format("en")), chinese(data, format("zh-CN")));

interface Rate extends Readonly<Record<string, unknown>> {
  readonly baseline: number;
}

/** A rate that cannot change: nobody or everybody converts. */
export const rateImpossible = defineError(
  "rate-impossible",
  inBoth<Rate>(
    ({ baseline }) => `option "baseline" is ${baseline}, a rate above 0 and below 1 is needed. Try 0.05 for 5 %.`,
    ({ baseline }) => `选项“baseline”的值是 ${baseline}，需要的是大于 0 且小于 1 的比率。请改用 0.05（即 5%）。`,
  ),
);

/** The effect would take the rate out of 0 to 1. */
export const effectImpossible = defineError(
  "effect-impossible",
  inBoth<Rate & { option: string; effect: number; level: number; largest: number }>(
    ({ baseline, option, effect, level, largest }, f) =>
      `a rate of ${f.percent(baseline)} with option "${option}" ${effect} would become ${f.percent(level)}, a rate above 0 and below 100 % is needed. Try ${largest}.`,
    ({ baseline, option, effect, level, largest }, f) =>
      `${f.percent(baseline)} 的比率按选项“${option}”的值 ${effect} 变化后将是 ${f.percent(level)}，需要的是大于 0 且小于 100% 的比率。请改用 ${largest}。`,
  ),
);

/** An option that this kind of metric or question needs. */
export const optionNeeded = defineError(
  "option-needed",
  ({ option, reason, fix }: { option: string; reason: Text; fix: string } & Readonly<Record<string, unknown>>) =>
    cannot(`option "${option}" is empty, ${reason.en}. Try ${fix}.`, `选项“${option}”为空，${reason["zh-CN"]}。请改用 ${fix}。`),
);

/** A change of zero, which no test can find. */
export const effectZero = defineError(
  "effect-zero",
  inBoth<Readonly<Record<string, unknown>>>(
    () => `option "effect" is 0, a number other than 0 is needed. Try 0.05 for 5 % more.`,
    () => `选项“effect”的值是 0，需要的是非 0 的数值。请改用 0.05（即增加 5%）。`,
  ),
);

/** A relative change of nothing. */
export const baselineZero = defineError(
  "baseline-zero",
  inBoth<Readonly<Record<string, unknown>>>(
    () => `option "baseline" is 0, a baseline other than 0 is needed for a relative effect. Try effectScale: "absolute".`,
    () => `选项“baseline”的值是 0，相对变化需要非 0 的基准值。请改用 effectScale: "absolute"。`,
  ),
);

export const allocationWrong = defineError(
  "allocation-wrong",
  inBoth<{ given: number; arms: number; fix: string } & Readonly<Record<string, unknown>>>(
    ({ given, arms, fix }) => `option "allocation" has ${given} shares, one for each of the ${arms} arms is needed. Try ${fix}.`,
    ({ given, arms, fix }) => `选项“allocation”有 ${given} 个占比，需要的是 ${arms} 组各一个。请改用 ${fix}。`,
  ),
);

/** A method that is made for rates. */
export const methodForRates = defineError(
  "method-for-rates",
  inBoth<{ method: string; metric: string } & Readonly<Record<string, unknown>>>(
    ({ method, metric }) => `option "method" is "${method}" for a ${metric}, "welch" or "growthbook" is needed. Try "welch".`,
    ({ method, metric }) => `指标类型为 ${metric} 时选项“method”的值是“${method}”，需要的是“welch”或“growthbook”。请改用“welch”。`,
  ),
);
