import type { Displayable } from "../../display.js";
import { currentLanguage, type Language, type Text } from "../../language/language.js";
import { sequentialReach } from "../../statistics/experiments/confidence-sequence.js";
import { criticalValue, type Interval } from "../../statistics/interval.js";
import { wilsonInterval } from "../../statistics/wilson-interval.js";
import { showAsTables } from "../../tables/row-table.js";
import { makeRandom } from "../../teaching/random.js";
import type { Result } from "../result.js";
import { headlineOf } from "./reading-facts.js";
import { testFormat } from "./reading-format.js";
import type { AbTestValues } from "./values.js";

/** One way to read a test, and how often it calls two arms different that are the same. */
export interface PeekingRow {
  readonly habit: "once" | "daily" | "sequence";
  readonly alarms: number;
  /** Share of the made-up tests (0–1). */
  readonly rate: number;
  readonly interval: Interval;
}

export interface DailyPeeking extends Displayable {
  readonly tests: number;
  readonly looks: number;
  readonly rows: readonly PeekingRow[];
}

export interface PeekingOptions {
  /** Made-up tests (default 4000). */
  readonly tests?: number;
  /** Default 1. */
  readonly seed?: number;
  readonly language?: Language;
}

const words = {
  title: { en: "How often two arms that are the same seem to differ", "zh-CN": "两组完全相同时，误判为有差异的频率" },
  habit: { en: "how the test is read", "zh-CN": "查看方式" },
  rate: { en: "false alarms", "zh-CN": "误报率" },
  interval: { en: "95 % interval", "zh-CN": "95% 置信区间" },
  tests: { en: "made-up tests", "zh-CN": "模拟测试数" },
  once: { en: "once, at the end", "zh-CN": "结束时看一次" },
  sequence: { en: "every day, with intervals that hold at every look", "zh-CN": "每天查看，使用随时有效的区间" },
} satisfies Record<string, Text>;

const daily = (looks: number): Text => ({
  en: `every day (${looks} looks), stopping at the first p below the limit`,
  "zh-CN": `每天查看（共 ${looks} 次），p 值一旦低于界限即停止`,
});

/** Without dates: two weeks of equal days. */
const usualLooks = 14;

/** Units of both arms that were there at the end of each day. */
function unitsByDay(values: AbTestValues): readonly number[] {
  const headline = headlineOf(values);
  const days = values.days.filter(({ metric, arm }) => metric === headline?.metric.id && arm === headline.comparison.arm);
  const units = days.map((day) => day.units.arm + day.units.control).filter((count, index, all) => count > (all[index - 1] ?? 0));
  if (units.length > 0) return units;
  return Array.from({ length: usualLooks }, (_, index) => Math.round((Math.max(values.units, usualLooks) * (index + 1)) / usualLooks));
}

/**
 * In how many tests of two equal arms is a difference seen, by the way they are read?
 *
 * @param units of both arms at each look, growing
 * @returns tests in which the last look, any look, and any look against the confidence sequence leave out "no difference"
 *
 * Method: the difference of two equal arms is a random walk whose steps have the variance of the units of a day.
 * Checked: 5, 8.3, 10.7, 14.2, 19.3 and 24.8 % at 1, 2, 3, 5, 10 and 20 equal looks at 1.96; Armitage, McPherson and Rowe (1969).
 */
export function countAlarms(units: readonly number[], { tests, seed, confidence }: { tests: number; seed: number; confidence: number }) {
  const random = makeRandom(seed);
  const limit = criticalValue(confidence);
  const steps = units.map((count, index) => Math.sqrt(count - (units[index - 1] ?? 0)));
  const spreads = units.map((count) => Math.sqrt(count));
  const wideLimits = units.map((count) => sequentialReach(count, { confidence }));
  const alarms = { once: 0, daily: 0, sequence: 0 };
  for (let test = 0; test < tests; test += 1) {
    let sum = 0;
    let distance = 0;
    let isSeen = false;
    let isSeenWide = false;
    for (let look = 0; look < units.length; look += 1) {
      sum += (steps[look] as number) * random.normal();
      distance = Math.abs(sum) / (spreads[look] as number);
      isSeen ||= distance > limit;
      isSeenWide ||= distance > (wideLimits[look] as number);
    }
    alarms.once += distance > limit ? 1 : 0;
    alarms.daily += isSeen ? 1 : 0;
    alarms.sequence += isSeenWide ? 1 : 0;
  }
  return alarms;
}

/**
 * How often does looking every day find a winner where there is none?
 *
 * A lesson on peeking: made-up A/A tests with the daily units of this one are read at the end, every day, and every day against intervals that
 * hold at every look.
 *
 * @param result what `abTest` answered; only its days and units are used
 * @returns one row per way of reading; shows itself as a table
 *
 * @example dailyPeeking(result);
 */
export function dailyPeeking({ values }: Result<AbTestValues>, options: PeekingOptions = {}): DailyPeeking {
  const { tests = 4000, seed = 1, language = currentLanguage() } = options;
  const units = unitsByDay(values);
  const alarms = countAlarms(units, { tests, seed, confidence: values.confidence });
  const habits = ["once", "daily", "sequence"] as const;
  const rows = habits.map((habit): PeekingRow => ({
    habit,
    alarms: alarms[habit],
    rate: alarms[habit] / tests,
    interval: wilsonInterval(alarms[habit], tests),
  }));
  const f = testFormat(language);
  const shown = rows.map(({ habit, rate, interval }) => ({
    [words.habit[language]]: habit === "daily" ? daily(units.length)[language] : words[habit][language],
    [words.rate[language]]: f.percent(rate),
    [words.interval[language]]: f.percentInterval(interval),
    [words.tests[language]]: tests,
  }));
  return showAsTables({ tests, looks: units.length, rows }, [{ title: words.title[language], rows: shown }]);
}
