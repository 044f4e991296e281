import type { Displayable } from "../../display.js";
import { format } from "../../language/format.js";
import { currentLanguage, type Language, type Text } from "../../language/language.js";
import { newcombeInterval } from "../../statistics/experiments/conversion-intervals.js";
import type { Interval } from "../../statistics/interval.js";
import { showAsTables } from "../../tables/row-table.js";
import type { Result } from "../result.js";
import type { FunnelValues, TrendDay } from "./values.js";
import { pointsEnds } from "./vocabulary.js";

/** Those who entered on some days, compared with those who entered on as many days before. */
export interface LastDaysRow {
  readonly from: string;
  readonly to: string;
  readonly entered: number;
  readonly converted: number;
  readonly rate: number;
  readonly rateBefore: number;
  /** rate − rateBefore (0–1), Newcombe interval. */
  readonly change: number;
  readonly interval: Interval;
}

export interface LastDays extends Displayable {
  /** Days that are compared with as many before. */
  readonly days: number;
  /** The last days of the data as they stand; absent where there are too few days. */
  readonly asTheyStand: LastDaysRow | undefined;
  /** The last days whose windows were over when the data ended. */
  readonly complete: LastDaysRow | undefined;
}

const daySeconds = 86_400;
const fewestDays = 7;

const words = {
  title: { en: "Conversion in the last days against as many days before", "zh-CN": "最近几天的转化率与此前同样天数的对比" },
  none: {
    en: "The data cover too few days to compare the last ones with those before.",
    "zh-CN": "数据天数太少，无法将最近几天与此前对比。",
  },
  which: { en: "days of entry", "zh-CN": "进入日期" },
  asTheyStand: { en: "as they stand", "zh-CN": "直接看" },
  complete: { en: "window over", "zh-CN": "窗口期已结束" },
  what: { en: "counted", "zh-CN": "统计方式" },
  entered: { en: "entered", "zh-CN": "进入数" },
  before: { en: "before (%)", "zh-CN": "此前（%）" },
  now: { en: "now (%)", "zh-CN": "当前（%）" },
  change: { en: "change (points)", "zh-CN": "变化（百分点）" },
  interval: { en: "95 % interval", "zh-CN": "95% 置信区间" },
} satisfies Record<string, Text>;

const sum = (days: readonly TrendDay[], of: "entered" | "converted"): number => days.reduce((total, day) => total + day[of], 0);

/** The last of some days against as many before; nothing where there are not enough, or nobody entered. */
function compareLast(trend: readonly TrendDay[], days: number): LastDaysRow | undefined {
  const [last, before] = [trend.slice(-days), trend.slice(-2 * days, -days)];
  const [entered, converted] = [sum(last, "entered"), sum(last, "converted")];
  const [enteredBefore, convertedBefore] = [sum(before, "entered"), sum(before, "converted")];
  if (before.length < days || entered === 0 || enteredBefore === 0) return undefined;
  const [rate, rateBefore] = [converted / entered, convertedBefore / enteredBefore];
  return {
    ...{ from: last[0]?.day ?? "", to: last.at(-1)?.day ?? "", entered, converted, rate, rateBefore, change: rate - rateBefore },
    interval: newcombeInterval({ successes: convertedBefore, units: enteredBefore }, { successes: converted, units: entered }),
  };
}

/** Days up to the first whose window was open when the data ended. */
const completeDays = (trend: readonly TrendDay[]): readonly TrendDay[] => {
  const firstOpen = trend.findIndex(({ isComplete }) => !isComplete);
  return firstOpen < 0 ? trend : trend.slice(0, firstOpen);
};

function shown(row: LastDaysRow | undefined, what: Text, language: Language): Record<string, unknown>[] {
  if (!row) return [];
  const { period } = format(language);
  const percent = (rate: number) => Math.round(rate * 1000) / 10;
  return [
    {
      [words.what[language]]: what[language],
      [words.which[language]]: period(row.from, row.to),
      [words.entered[language]]: row.entered,
      [words.before[language]]: percent(row.rateBefore),
      [words.now[language]]: percent(row.rate),
      [words.change[language]]: percent(row.change),
      [words.interval[language]]: pointsEnds(row.interval, language),
    },
  ];
}

/**
 * Has conversion fallen in the last days?
 *
 * A lesson on incomplete windows: those who entered lately have had less time to convert, so the end of every daily line falls. The last days
 * are compared with as many before, once as they stand and once only with days whose windows were over when the data ended. As many days are
 * taken as the window has, at least seven.
 *
 * @param result of `funnel`
 * @returns both comparisons, each with its change and interval; shows itself as a table
 *
 * @example lastDays(result);
 */
export function lastDays({ values }: Result<FunnelValues>, language: Language = currentLanguage()): LastDays {
  const days = Math.max(fewestDays, Math.ceil(values.window.seconds / daySeconds));
  const asTheyStand = compareLast(values.trend, days);
  const complete = compareLast(completeDays(values.trend), days);
  const rows = [...shown(asTheyStand, words.asTheyStand, language), ...shown(complete, words.complete, language)];
  return showAsTables({ days, asTheyStand, complete }, [{ title: rows.length === 0 ? words.none[language] : words.title[language], rows }]);
}
