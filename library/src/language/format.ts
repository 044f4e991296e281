import { dateFormat, type DateFormat } from "./date-format.js";
import { currentLanguage, type Language } from "./language.js";

/** What stands where a number or date is missing, unknown or not finite. */
export const missing = "–";

/** Numbers that may be missing: everything that is no finite number is shown as an en dash. */
export type Maybe = number | null | undefined;

/** How numbers and dates are written in one language; the functions may be taken out one by one. */
export interface Format extends DateFormat {
  /** A whole number with thousands: `1,234,567`. */
  count(value: Maybe): string;
  /** A number for prose: at most 3 significant digits, but whole digits are never rounded away: `1,235`, `12.3`, `0.0123`. */
  number(value: Maybe): string;
  /** A short number for prose and labels: `1.23M`, in Chinese `123万`; below 10,000 as `number`. */
  compact(value: Maybe): string;
  /** A number with every digit that it has, for tables: `8,911,407.904`. */
  exact(value: Maybe): string;
  /** A rate (0–1) as a percentage: `12.3 %`, in Chinese `12.3%`; at least one decimal, `0.35 %` below one. */
  percent(rate: Maybe): string;
  /** Both ends of an interval of rates (0–1): `60.9–62.7 %`, in Chinese `60.9%–62.7%`. */
  percentInterval(interval: readonly [low: Maybe, high: Maybe]): string;
  /** A difference of rates (0–1) in percentage points: `4.2 points`, `4.2 个百分点`. */
  points(difference: Maybe): string;
  /** Both ends of an interval of numbers, with the same decimals where they are of one size: `0.7–1.2`, `0.652–0.690`; whole numbers have none. */
  interval(interval: readonly [low: Maybe, high: Maybe]): string;
  /** An amount: `$1,234.50`, `CNY 1,234`, in Chinese `¥1,234.50`; without a currency, the number alone. */
  money(value: Maybe, currency?: string): string;
  /** A short amount: `$1.23M`, `¥123万`. */
  compactMoney(value: Maybe, currency?: string): string;
  /** Names one after the other: `A, B, C`, in Chinese `A、B、C`. */
  list(items: readonly string[]): string;
}

type NumberText = (value: number) => string;

const decimals = (minimum: number, maximum = minimum) => numberText({ minimumFractionDigits: minimum, maximumFractionDigits: maximum });

/** A text of finite numbers with a true minus sign and no negative zero. */
function numberText(options: Intl.NumberFormatOptions, locale: string = "en"): NumberText {
  const format = new Intl.NumberFormat(locale, { ...options, signDisplay: "negative" });
  return (value) => format.format(value).replaceAll("-", "−");
}

const whole = decimals(0);
const oneDecimal = decimals(1);
const twoDecimals = decimals(2);
const threeDigits = numberText({ maximumSignificantDigits: 3 });
const allDigits = numberText({ maximumSignificantDigits: 15 });
const scientific = numberText({ notation: "scientific", maximumSignificantDigits: 3 });

const prose: NumberText = (value) => {
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-6)) return scientific(value);
  return size >= 1000 ? whole(value) : threeDigits(value);
};

/** Decimals of a percentage: none from 100 on, one below, two digits below one, and no more than a thousandth. */
function percentDecimals(percent: number): number {
  const size = Math.abs(percent);
  if (size >= 99.95) return 0;
  if (size >= 0.995) return 1;
  return size >= 0.0995 ? 2 : 3;
}

const fixed = [whole, oneDecimal, twoDecimals, decimals(3)] as const;
const trimmed = [whole, oneDecimal, decimals(0, 2), decimals(0, 3)] as const;

function percentText(percent: number): string {
  const size = Math.abs(percent);
  if (size === 0 || size >= 1e15) return size === 0 ? "0" : scientific(percent);
  if (size < 0.001) return percent > 0 ? "< 0.001" : "> −0.001";
  return trimmed[percentDecimals(percent)]?.(percent) ?? missing;
}

/** Both ends of an interval have the decimals of the larger one; an end at 100 takes none from the other. */
const intervalText = (larger: number): NumberText => fixed[percentDecimals(larger > 100 ? larger : Math.min(larger, 99))] ?? whole;

const decimalsOf = (text: string): number => /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;

/** A number for prose that keeps final zeros where the other end of its interval has digits: 0.690 beside 0.652. */
const beside =
  (other: number): NumberText =>
  (value) => {
    const text = prose(value);
    if (Number.isInteger(value) || Math.abs(value) >= 1000) return text;
    const more = Math.min(decimalsOf(prose(other)), decimalsOf(value.toPrecision(3)));
    return more > decimalsOf(text) ? decimals(more)(value) : text;
  };

const isFinite = (value: Maybe): value is number => typeof value === "number" && Number.isFinite(value);
const known =
  (text: NumberText) =>
  (value: Maybe): string =>
    isFinite(value) ? text(value) : missing;

/** A rate (0–1) as it is written in percent. */
const hundredfold = (text: NumberText) => (rate: Maybe) => known(text)(isFinite(rate) ? rate * 100 : rate);

const isWhole = (value: number) => Math.abs(Math.round(value * 100)) % 100 === 0;
const amount: NumberText = (value) => (isWhole(value) ? whole(value) : twoDecimals(value));

/** Puts the sign of a currency before the number, and the number's own sign before both. */
function withCurrency(text: string, currency: string | undefined, locale: string): string {
  if (currency === undefined || text === missing) return text;
  const sign = new Intl.NumberFormat(locale, { style: "currency", currency }).formatToParts(0).find(({ type }) => type === "currency");
  const written = currency === "CNY" && locale === "en" ? "CNY" : (sign?.value ?? currency);
  const gap = /[A-Z]$/.test(written) ? "\u00a0" : "";
  return text.replace(/^(−?)/, `$1${written}${gap}`);
}

function makeFormat(language: Language): Format {
  const isChinese = language === "zh-CN";
  const percentSign = isChinese ? "%" : "\u202f%";
  const short = numberText({ notation: "compact", maximumSignificantDigits: 3 }, language);
  const compact = known((value) => (Math.abs(value) < 10_000 ? prose(value) : short(value)));
  return {
    ...dateFormat(language, missing),
    count: known(whole),
    number: known(prose),
    compact,
    exact: known(allDigits),
    percent: hundredfold((percent) => percentText(percent) + percentSign),
    percentInterval: ([low, high]) => {
      if (!isFinite(low) || !isFinite(high)) return missing;
      const text = intervalText(Math.max(Math.abs(low), Math.abs(high)) * 100);
      return `${text(low * 100)}${isChinese ? "%" : ""}–${text(high * 100)}${percentSign}`;
    },
    points: hundredfold((points) => `${percentText(points)} ${isChinese ? "个百分点" : "points"}`),
    interval: ([low, high]) => (isFinite(low) && isFinite(high) ? `${beside(high)(low)}–${beside(low)(high)}` : missing),
    money: (value, currency) => withCurrency(known(amount)(value), currency, language),
    compactMoney: (value, currency) => withCurrency(compact(value), currency, language),
    list: (items) => items.join(isChinese ? "、" : ", "),
  };
}

const formats = new Map<Language, Format>();

/**
 * How are numbers and dates written in a language (default: the session's)?
 *
 * ```ts
 * const { percent, compact, date } = format("en");
 * percent(0.1234);    // "12.3 %"
 * compact(1_234_567); // "1.23M", in Chinese "123万"
 * date("2024-01-03"); // "3 Jan 2024", in Chinese "2024年1月3日"
 * ```
 * What is missing or not finite is an en dash.
 */
export function format(language: Language = currentLanguage()): Format {
  const known = formats.get(language) ?? makeFormat(language);
  formats.set(language, known);
  return known;
}
