import type { Displayable } from "../../display.js";
import { currentLanguage, type Language, type Text } from "../../language/language.js";
import { showAsTables } from "../../tables/row-table.js";
import type { Result } from "../result.js";
import { headlineOf, monthly, simpsonOf, type Headline } from "./reading-facts.js";
import { testFormat } from "./reading-format.js";
import type { AbTestValues, Interval } from "./values.js";

export interface WorthOptions {
  /** What one conversion is worth, in money; 0 for unknown (default). */
  readonly valuePerConversion?: number;
  readonly language?: Language;
}

/** What one metric would come to in thirty days if all units had the arm. */
export interface WorthRow {
  readonly metric: string;
  readonly perMonth: number;
  readonly interval: Interval;
  /** Conversions times their value; absent for other metrics, and where the value is not known. */
  readonly money?: { readonly perMonth: number; readonly interval: Interval };
}

export interface Worth extends Displayable {
  readonly rows: readonly WorthRow[];
}

const words = {
  title: (arm: string): Text => ({
    en: `What "${arm}" would bring in thirty days, on the traffic of the test`,
    "zh-CN": `按测试期间的流量，“${arm}”三十天可带来的变化`,
  }),
  none: { en: "Nothing can be said of what the change is worth.", "zh-CN": "无法判断改动的价值。" },
  metric: { en: "metric", "zh-CN": "指标" },
  perMonth: { en: "per month", "zh-CN": "每月变化" },
  interval: { en: "interval", "zh-CN": "区间" },
  money: { en: "money per month", "zh-CN": "每月金额" },
  moneyInterval: { en: "interval of the money", "zh-CN": "金额区间" },
} as const;

const times = ([low, high]: Interval, factor: number): Interval => [low * factor, high * factor];

function rowsOf(headline: Headline, valuePerConversion: number): WorthRow[] {
  const { values, comparison } = headline;
  return values.metrics.flatMap((metric) => {
    const own = metric.comparisons.find(({ arm }) => arm === comparison.arm);
    const found = own && metric.role !== "guardrail" ? monthly({ values, metric, comparison: own }) : undefined;
    if (!found) return [];
    const isPaid = metric.type === "proportion" && valuePerConversion > 0;
    const money = { perMonth: found.value * valuePerConversion, interval: times(found.interval, valuePerConversion) };
    return [{ metric: metric.name, perMonth: found.value, interval: found.interval, ...(isPaid ? { money } : {}) }];
  });
}

/**
 * What does the difference come to in a month, in conversions and in money?
 *
 * @param result what `abTest` answered; it needs dates, since a month is made from the days of the test
 * @param options.valuePerConversion what one conversion is worth (default 0: unknown)
 * @returns one row per metric that can be summed; nothing for a test that is broken, or too small
 *
 * @example worth(result, { valuePerConversion: 60 });
 */
export function worth(
  { values }: Result<AbTestValues>,
  { valuePerConversion = 0, language = currentLanguage() }: WorthOptions = {},
): Worth {
  const headline = headlineOf(values);
  const isTold =
    headline && values.decision.decision !== "fix-the-test" && headline.comparison.conclusion !== "too-few" && !simpsonOf(headline);
  const rows = isTold ? rowsOf(headline, valuePerConversion) : [];
  if (!headline || rows.length === 0) return showAsTables({ rows }, [{ title: words.none[language], rows: [] }]);
  const f = testFormat(language);
  const amount = (value: number) => f.signed(Math.abs(value) < 10 ? value : Math.round(value), "number");
  const between = ([low, high]: Interval) => f.between([Math.round(low), Math.round(high)], "number");
  const shown = rows.map(({ metric, perMonth, interval, money }) => ({
    [words.metric[language]]: metric,
    [words.perMonth[language]]: amount(perMonth),
    [words.interval[language]]: between(interval),
    ...(valuePerConversion > 0
      ? { [words.money[language]]: money && amount(money.perMonth), [words.moneyInterval[language]]: money && between(money.interval) }
      : {}),
  }));
  return showAsTables({ rows }, [{ title: words.title(headline.comparison.arm)[language], rows: shown }]);
}
