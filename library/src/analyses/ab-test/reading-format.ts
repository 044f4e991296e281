import { format, type Format } from "../../language/format.js";
import type { Language } from "../../language/language.js";
import type { AbTestValues, EffectValues, Interval, MetricValues } from "./values.js";

/** What the numbers of a test are: rates and relative lifts are written in percent, differences of rates in points. */
export type Scale = "percent" | "points" | "number";

/** How the numbers of an A/B test are written in one language. */
export interface TestFormat extends Format {
  readonly language: Language;
  /** A level of a metric: a rate in percent, else a number. */
  level(metric: Pick<MetricValues, "type">, value: number | undefined): string;
  /** A difference with its sign: `+25.6 %`, `−1.2 points`, `+0.34`. */
  signed(value: number, scale: Scale): string;
  /** Both ends of an interval: `15.4–35.8 %`, with signs where one is below zero: `−1.2 % to +4.3 %`. */
  between(interval: Interval, scale: Scale): string;
  /** `p = 0.003`, `p < 0.001`; in Chinese `p=0.003`. */
  p(value: number): string;
  /** A size without a sign: `25.6 %`, `1.2 points`, `0.34`. */
  sized(value: number, scale: Scale): string;
  /** How sure an interval is: `95 %`, `99.9 %`. */
  sure(share: number): string;
}

/** The scale in which a metric's absolute difference is written. */
export const differenceScale = ({ type }: Pick<MetricValues, "type">): Scale => (type === "proportion" ? "points" : "number");

/** An effect with the scale that it is written in. */
export interface Told {
  readonly effect: EffectValues;
  readonly scale: Scale;
}

interface Effects {
  readonly relative?: EffectValues;
  readonly absolute?: EffectValues;
}

const absoluteOf = (metric: Pick<MetricValues, "type">, { absolute }: Effects): Told | undefined =>
  absolute && { effect: absolute, scale: differenceScale(metric) };

/** The relative effect, on which metrics of all kinds compare; the absolute one where there is no relative one. */
export const relativeFirst = (metric: Pick<MetricValues, "type">, effects: Effects): Told | undefined =>
  effects.relative ? { effect: effects.relative, scale: "percent" } : absoluteOf(metric, effects);

/** The effect on the scale that decides, as far as it is known. */
export const decidingEffect = (metric: Pick<MetricValues, "type">, effects: Effects, decides: AbTestValues["scale"]): Told | undefined =>
  decides === "relative" ? relativeFirst(metric, effects) : (absoluteOf(metric, effects) ?? relativeFirst(metric, effects));

const plus = (text: string, value: number): string => (value > 0 && value < Infinity ? `+${text}` : text);

const bareNumber = (text: string): string => text.replace(/[\s\u202f]*%$/, "");

/** Both ends with the same decimals, without a unit; an end without limit is ∞. */
function ends(f: Format, [low, high]: Interval, scale: Scale): readonly [string, string] {
  const isFinite = Number.isFinite(low) && Number.isFinite(high);
  const pair = isFinite ? (scale === "number" ? f.interval([low, high]) : f.percentInterval([low, high])).split("–") : [];
  const alone = (value: number): string => {
    if (!Number.isFinite(value)) return value < 0 ? "−∞" : "∞";
    return bareNumber(scale === "number" ? f.number(value) : f.percent(value));
  };
  return [bareNumber(pair[0] ?? alone(low)), bareNumber(pair[1] ?? alone(high))];
}

/** A space between a figure and the Chinese word that follows; none between two Chinese words. */
export const gap = (text: string): string => (/\p{Script=Han}$/u.test(text) ? text : `${text} `);

function makeFormat(language: Language): TestFormat {
  const f = format(language);
  const isChinese = language === "zh-CN";
  const unitOf: Readonly<Record<Scale, string>> = isChinese
    ? { percent: "%", points: " 个百分点", number: "" }
    : { percent: "\u202f%", points: " points", number: "" };
  const plain = (value: number, scale: Scale) =>
    scale === "number" ? f.number(value) : scale === "percent" ? f.percent(value) : f.points(value);
  return {
    ...f,
    language,
    level: ({ type }, value) => (type === "proportion" ? f.percent(value) : f.number(value)),
    signed: (value, scale) => plus(plain(value, scale), value),
    between: (interval, scale) => {
      const [low, high] = ends(f, interval, scale);
      const unit = unitOf[scale];
      if (interval[0] >= 0) return isChinese && scale === "percent" ? `${low}%–${high}%` : `${low}–${high}${unit}`;
      const first = scale === "percent" ? `${low}${unit}` : low;
      return `${first}${isChinese ? " 至 " : " to "}${plus(high, interval[1])}${unit}`;
    },
    p: (value) => {
      const text = value < 0.001 ? "< 0.001" : `= ${value < 0.0995 ? Number(value.toPrecision(1)) : Number(value.toFixed(2))}`;
      return isChinese ? `p${text.replace(" ", "")}` : `p ${text}`;
    },
    sized: (value, scale) => plain(Math.abs(value), scale),
    sure: (share) => f.number(share * 100) + unitOf.percent,
  };
}

const formats = { en: makeFormat("en"), "zh-CN": makeFormat("zh-CN") } as const satisfies Record<Language, TestFormat>;

/** The formats of a language. */
export const testFormat = (language: Language): TestFormat => formats[language];

/** One sentence in each language. */
export type Sentence<Parts extends readonly unknown[]> = Readonly<Record<Language, (f: TestFormat, ...parts: Parts) => string>>;

/** Chooses the sentence of a language and hands it the formats. */
export const say = <Parts extends readonly unknown[]>(sentence: Sentence<Parts>, language: Language, ...parts: Parts): string =>
  sentence[language](testFormat(language), ...parts);
