import { format } from "../../language/format.js";
import type { Language } from "../../language/language.js";
import type { FunnelValues, WindowUnit } from "./values.js";

/** Below this many entries the shares say too little to act on. */
export const fewEntries = 30;

const units = {
  users: { one: "user", many: "users", "zh-CN": "名用户", title: "用户" },
  sessions: { one: "session", many: "sessions", "zh-CN": "次会话", title: "会话" },
  events: { one: "entry", many: "entries", "zh-CN": "次进入", title: "进入记录" },
} as const;

type Counted = Pick<FunnelValues, "counts">;

/** What is counted, as the heading of a column: `Users`, `用户`. */
export function unitTitle({ counts }: Counted, language: Language): string {
  const { many, title } = units[counts];
  return language === "zh-CN" ? title : many.replace(/^./, (letter) => letter.toUpperCase());
}

/** A number of what is counted: `1,234 users`, `1,234 名用户`. */
export function unitCount({ counts }: Counted, number: number, language: Language): string {
  const { one, many, "zh-CN": chinese } = units[counts];
  const text = format(language).count(number);
  return language === "zh-CN" ? `${text} ${chinese}` : `${text} ${number === 1 ? one : many}`;
}

/** What is counted without its number: `users`, `用户`. */
export const unitWord = ({ counts }: Counted, language: Language): string =>
  language === "zh-CN" ? units[counts].title : units[counts].many;

const spans = [
  { unit: "week", seconds: 604_800, en: "week", "zh-CN": "周" },
  { unit: "day", seconds: 86_400, en: "day", "zh-CN": "天" },
  { unit: "hour", seconds: 3600, en: "hour", "zh-CN": "小时" },
  { unit: "minute", seconds: 60, en: "minute", "zh-CN": "分钟" },
  { unit: "second", seconds: 1, en: "second", "zh-CN": "秒" },
] as const;

const spanText = (text: string, span: (typeof spans)[number], language: Language): string =>
  language === "zh-CN" ? `${text} ${span["zh-CN"]}` : `${text} ${span.en}${text === "1" ? "" : "s"}`;

/** The unit in which times up to this one are read: the largest of which there is a whole one, and no longer than days. */
export const spanFor = (seconds: number): (typeof spans)[number] => spans.slice(1).find((span) => seconds >= span.seconds) ?? spans[4];

/** A time in its fitting unit: `1.8 days`, `40 minutes`, `1.8 天`. */
export function durationText(seconds: number, language: Language): string {
  const span = spanFor(seconds);
  return spanText(format(language).number(seconds / span.seconds), span, language);
}

/** An end that is less than this part of the other's unit has a unit of its own. */
const smallestPart = 0.1;

/** Both ends of an interval of times: `1.7–1.9 days`, or each in its own unit: `48 seconds – 1.3 days`. */
export function durationInterval([low, high]: readonly [number, number], language: Language): string {
  const span = spanFor(high);
  if (low < smallestPart * span.seconds) return `${durationText(low, language)} – ${durationText(high, language)}`;
  return spanText(format(language).interval([low / span.seconds, high / span.seconds]), span, language);
}

/** The conversion window: `7 days`, `7 天`. */
export const windowText = ({ value, unit }: { readonly value: number; readonly unit: WindowUnit }, language: Language): string =>
  spanText(format(language).number(value), spans.find((span) => span.unit === unit) ?? spans[1], language);

/** Both ends of an interval of differences (0–1) in points, kept apart by a word since an end may be negative: `−0.8 to 3.0`. */
export function pointsEnds([low, high]: readonly [number, number], language: Language): string {
  const { percentInterval } = format(language);
  const most = Math.max(Math.abs(low), Math.abs(high));
  const end = (value: number): string => {
    const text =
      percentInterval([Math.abs(value), most])
        .split("–")[0]
        ?.replace("%", "") ?? "";
    return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
  };
  return language === "zh-CN" ? `${end(low)} 至 ${end(high)}` : `${end(low)} to ${end(high)}`;
}

/** The same with its unit: `−0.8 to 3.0 points`. */
export const pointsInterval = (interval: readonly [number, number], language: Language): string =>
  `${pointsEnds(interval, language)} ${language === "zh-CN" ? "个百分点" : "points"}`;

/** How surprising a difference is: `p = 0.003`, `p < 0.001`, in Chinese `p=0.003`. */
export function probability(p: number, language: Language): string {
  const text = p < 0.001 ? "< 0.001" : `= ${format(language).number(p)}`;
  return language === "zh-CN" ? `p${text.replace(" ", "")}` : `p ${text}`;
}

/** How many times the odds are as high; what is very small or large is not written with all its digits: `1.59`, `< 0.01`, `> 100`. */
export function ratioText(ratio: number, language: Language): string {
  if (ratio < smallestRatio) return `< ${smallestRatio}`;
  return ratio > largestRatio ? `> ${largestRatio}` : format(language).number(ratio);
}

/** Both ends of an interval of ratios: `1.36–1.86`. */
export const ratioInterval = ([low, high]: readonly [number, number], language: Language): string =>
  low < smallestRatio || high > largestRatio
    ? `${ratioText(low, language)} – ${ratioText(high, language)}`
    : format(language).interval([low, high]);

/** Ratios beyond these rest on next to nobody; nothing is drawn or written beyond. */
export const smallestRatio = 0.01;
export const largestRatio = 100;
