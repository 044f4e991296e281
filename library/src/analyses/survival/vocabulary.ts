import type { Format } from "../../language/format.js";
import type { Language } from "../../language/language.js";
import type { Meaning, SurvivalValues, TimeUnit } from "./values.js";

/** What the units of time are called. */
export const unitNames: Readonly<
  Record<TimeUnit, { readonly en: { readonly one: string; readonly many: string }; readonly "zh-CN": string }>
> = {
  day: { en: { one: "day", many: "days" }, "zh-CN": "天" },
  week: { en: { one: "week", many: "weeks" }, "zh-CN": "周" },
  month: { en: { one: "month", many: "months" }, "zh-CN": "个月" },
  year: { en: { one: "year", many: "years" }, "zh-CN": "年" },
  period: { en: { one: "period", many: "periods" }, "zh-CN": "期" },
};

/** A length of time: `35 months`, `35 个月`. */
export function lengthOf(time: number, unit: TimeUnit, f: Format, language: Language): string {
  const text = f.number(time);
  if (language === "zh-CN") return `${text} ${unitNames[unit]["zh-CN"]}`;
  return `${text} ${time === 1 ? unitNames[unit].en.one : unitNames[unit].en.many}`;
}

/** What happens to customers, in the words of the question. */
interface Words {
  /** "are lost": after "half of the customers". */
  readonly happens: string;
  readonly happen1: string;
  /** "lost": after a count. */
  readonly counted: string;
  /** Name of the event: "losses". */
  readonly events: string;
  /** "are still customers". */
  readonly remain: string;
  /** What the curve shows. */
  readonly share: string;
  readonly sooner: string;
}

export const words: Readonly<Record<Meaning, Readonly<Record<Language, Words>>>> = {
  loss: {
    en: {
      happens: "are lost",
      happen1: "is lost",
      counted: "lost",
      events: "losses",
      remain: "are still customers",
      share: "Share still customers",
      sooner: "is lost soonest",
    },
    "zh-CN": {
      happens: "流失",
      happen1: "流失",
      counted: "流失",
      events: "流失",
      remain: "仍未流失",
      share: "仍未流失的比例",
      sooner: "流失最早",
    },
  },
  return: {
    en: {
      happens: "have come back",
      happen1: "has come back",
      counted: "came back",
      events: "returns",
      remain: "have not come back",
      share: "Share not back yet",
      sooner: "comes back soonest",
    },
    "zh-CN": {
      happens: "复购",
      happen1: "复购",
      counted: "复购",
      events: "复购",
      remain: "尚未复购",
      share: "尚未复购的比例",
      sooner: "复购最早",
    },
  },
  event: {
    en: {
      happens: "have the event",
      happen1: "has the event",
      counted: "with the event",
      events: "events",
      remain: "are without the event",
      share: "Share without the event",
      sooner: "has the event soonest",
    },
    "zh-CN": {
      happens: "发生事件",
      happen1: "发生事件",
      counted: "发生事件",
      events: "事件",
      remain: "仍未发生事件",
      share: "未发生事件的比例",
      sooner: "发生事件最早",
    },
  },
};

export const wordsOf = ({ meaning }: Pick<SurvivalValues, "meaning">, language: Language): Words => words[meaning][language];
