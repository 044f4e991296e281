import { format, type Format } from "../../language/format.js";
import type { Language } from "../../language/language.js";
import type { EffectSize, PowerValues } from "./values.js";

/** Chances above this are not rounded to certainty. */
const nearlyCertain = 0.9995;

/** Rates below this would need too many digits. */
const smallestShown = 1e-4;

/** How rates are written where they are settings: at most three digits and none that say nothing, `80 %`, `5.25 %`, in Chinese `80%`. */
export function shareText(language: Language): (rate: number | undefined) => string {
  const { number, percent } = format(language);
  const sign = language === "zh-CN" ? "%" : "\u202f%";
  return (rate) => {
    if (rate === undefined || (rate !== 0 && Math.abs(rate) < smallestShown)) return percent(rate);
    return rate > nearlyCertain && rate < 1 ? `> ${number(99.9)}${sign}` : `${number(rate * 100)}${sign}`;
  };
}

/** How levels and effects of one calculation are written in one language. */
export interface PowerFormat extends Format {
  readonly values: PowerValues;
  /** See `shareText`. */
  share(rate: number | undefined): string;
  /** `5.25 %` of a proportion, `12.3` otherwise. */
  level(value: number): string;
  /** The size of a change, without its direction: `10 %`, or `0.5 points` where there is no baseline to compare with. */
  size(effect: EffectSize): string;
  users(count: number): string;
  weeks(count: number): string;
}

/** The formats of a language with what they are used on. */
export function powerFormat(values: PowerValues, language: Language): PowerFormat {
  const f = format(language);
  const isChinese = language === "zh-CN";
  const isRate = values.metric === "proportion";
  const share = shareText(language);
  return {
    ...f,
    values,
    share,
    level: (value) => (isRate ? share(value) : f.number(value)),
    size: ({ relative, absolute }) => {
      if (relative !== undefined) return share(Math.abs(relative));
      return isRate ? f.points(Math.abs(absolute)) : f.number(Math.abs(absolute));
    },
    users: (count) => (isChinese ? `${f.count(Math.round(count))} 名用户` : `${f.count(Math.round(count))} users`),
    weeks: (count) => (isChinese ? `${f.count(count)} 周` : count === 1 ? "1 week" : `${f.count(count)} weeks`),
  };
}
