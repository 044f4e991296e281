import { format } from "../../language/format.js";
import type { Language } from "../../language/language.js";
import type { KeyNumber } from "../key-number.js";
import { pText } from "./effect-text.js";
import type { SurvivalValues } from "./values.js";
import { lengthOf, wordsOf } from "./vocabulary.js";

const texts = {
  en: {
    median: "Median time",
    notReached: "not reached",
    mean: "Mean of the time watched",
    difference: "Difference between groups",
    of: (events: string, customers: string, counted: string) => `n = ${customers}, ${events} ${counted}`,
    ci: (interval: string) => `95 % CI ${interval}`,
    open: (low: string) => `95 % CI from ${low} on`,
    first: (until: string) => `of the first ${until}`,
    comma: ", ",
  },
  "zh-CN": {
    median: "中位时长",
    notReached: "未达到",
    mean: "观察期内平均时长",
    difference: "组间差异",
    of: (events: string, customers: string, counted: string) => `n=${customers}，${counted} ${events}`,
    ci: (interval: string) => `95% 置信区间 ${interval}`,
    open: (low: string) => `95% 置信区间 ${low} 以上`,
    first: (until: string) => `以前 ${until}计`,
    comma: "，",
  },
};

/** Half of the customers, the share at the last stated time, and how far the groups are apart or how long customers last on average. */
export function survivalKeyNumbers(values: SurvivalValues, language: Language): readonly KeyNumber[] {
  const f = format(language);
  const t = texts[language];
  const { overall, unit, comparison } = values;
  const { counted, share } = wordsOf(values, language);
  const length = (time: number) => lengthOf(time, unit, f, language);
  const who = t.of(f.count(values.events), f.count(values.customers), counted);
  const { value, low, high } = overall.median;
  const interval = low === undefined ? [] : [high === undefined ? t.open(f.number(low)) : t.ci(f.interval([low, high]))];
  const last = overall.at.at(-1);
  const at: KeyNumber[] = last
    ? [
        {
          label: `${share}${t.comma}${length(last.time)}`,
          value: f.percent(last.survival),
          note: last.interval ? t.ci(f.percentInterval(last.interval)) : who,
        },
      ]
    : [];
  const mean: KeyNumber = {
    label: t.mean,
    value: length(overall.mean.value),
    note: `${t.ci(f.interval(overall.mean.interval))}${t.comma}${t.first(length(overall.mean.until))}`,
  };
  const { difference, pValue } = comparison ?? {};
  const apart: KeyNumber | undefined =
    difference && pValue !== undefined
      ? {
          label: t.difference,
          value: length(difference.value),
          note: `${t.ci(f.interval(difference.interval))}${t.comma}${pText(pValue, f, language)}`,
        }
      : undefined;
  const median = { label: t.median, value: value === undefined ? t.notReached : length(value), note: [...interval, who].join(t.comma) };
  return [median, ...at, apart ?? mean];
}
