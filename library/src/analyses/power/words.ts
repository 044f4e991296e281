import { format, type Format } from "../../language/format.js";
import type { Language } from "../../language/language.js";
import type { EffectSize, PowerValues } from "./values.js";

/** How levels and effects of one calculation are written in one language. */
export interface PowerFormat extends Format {
  readonly values: PowerValues;
  /** `5.0 %` of a proportion, `12.3` otherwise. */
  level(value: number): string;
  /** The size of a change, without its direction: `10.0 %`, or `0.5 points` where there is no baseline to compare with. */
  size(effect: EffectSize): string;
  users(count: number): string;
  weeks(count: number): string;
}

/** The formats of a language with what they are used on. */
export function powerFormat(values: PowerValues, language: Language): PowerFormat {
  const f = format(language);
  const isChinese = language === "zh-CN";
  const isRate = values.metric === "proportion";
  return {
    ...f,
    values,
    level: (value) => (isRate ? f.percent(value) : f.number(value)),
    size: ({ relative, absolute }) => {
      if (relative !== undefined) return f.percent(Math.abs(relative));
      return isRate ? f.points(Math.abs(absolute)) : f.number(Math.abs(absolute));
    },
    users: (count) => (isChinese ? `${f.count(Math.round(count))} 名用户` : `${f.count(Math.round(count))} users`),
    weeks: (count) => (isChinese ? `${f.count(count)} 周` : count === 1 ? "1 week" : `${f.count(count)} weeks`),
  };
}
