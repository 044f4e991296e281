import type { Text } from "../../language/language.js";
import { texts } from "../texts.js";
import { shareText } from "./words.js";
import type { EffectSize, Need, PowerValues } from "./values.js";

const englishShare = shareText("en");
const chineseShare = shareText("zh-CN");

/** Every warning of the calculation, the languages side by side. */
export const powerWarnings = {
  never: (): Text => ({
    en: "No number of users is enough: the expected effect lies at or beyond the margin, or is too small to be seen.",
    "zh-CN": "多少用户都不够：预期效果已达到或超过界值，或小到无法检测。",
  }),
  nothingDetectable: (units: number): Text =>
    texts(
      (f) => `${f.count(units)} users cannot show any possible change of this baseline.`,
      (f) => `${f.count(units)} 名用户无法检测到该基准值的任何变化。`,
    ),
  longRun: (weeks: number): Text =>
    texts(
      (f) =>
        `The test would run for ${f.count(weeks)} weeks; over more than 8, seasons, returning users and lost cookies blur the comparison.`,
      (f) => `实验需运行 ${f.count(weeks)} 周；超过 8 周后，季节、回访用户和 Cookie 丢失会模糊比较结果。`,
    ),
  shortRun: (days: number): Text =>
    texts(
      (f) =>
        `The users come in within ${days === 1 ? "one day" : `${f.count(days)} days`}; run a whole week nevertheless, since weekdays differ.`,
      (f) => `${f.count(days)} 天即可达到样本量；但各个工作日与周末表现不同，仍应至少运行一整周。`,
    ),
  implausible: ({ relative }: EffectSize): Text =>
    texts(
      () =>
        `An effect of ${englishShare(Math.abs(relative ?? Number.NaN))} is rare: most changes that work bring less than a tenth. Plan for less.`,
      () => `${chineseShare(Math.abs(relative ?? Number.NaN))} 的效果很少见：有效的改动大多不到一成，建议按更小的效果规划。`,
    ),
  fewConversions: ({ fewestConversions = 0 }: Need): Text =>
    texts(
      (f) =>
        `Only about ${f.count(fewestConversions)} conversions (or users without one) are expected in the smallest arm; the numbers are rough below 10.`,
      (f) => `最小一组预计只有约 ${f.count(fewestConversions)} 次转化（或未转化）；不足 10 次时结果只是粗略估计。`,
    ),
  peeking: ({ looks, error }: NonNullable<PowerValues["weeklyPeeking"]>, alpha: number): Text =>
    texts(
      (f) =>
        `Read once, the test is wrong in ${englishShare(alpha)} of cases without an effect; read at ${f.count(looks)} weekly looks, in ${englishShare(error)}. To look earlier, plan a sequential test.`,
      (f) =>
        `若只看一次，没有效果时误报的概率为 ${chineseShare(alpha)}；若每周查看、共 ${f.count(looks)} 次，则升至 ${chineseShare(error)}。想提前查看，请规划序贯检验。`,
    ),
  severalArms: (comparisons: number, error: number): Text =>
    texts(
      (f) =>
        `Without a correction the ${f.count(comparisons)} comparisons together give a false alarm in up to ${chineseShare(error)} of cases.`,
      (f) => `不做校正时，${f.count(comparisons)} 个比较合计的误报概率最高可达 ${chineseShare(error)}。`,
    ),
  lowPower: (power: number): Text =>
    texts(
      () =>
        `With ${englishShare(power)} power the test misses the effect in ${englishShare(1 - power)} of cases, and what it finds is exaggerated.`,
      () => `统计功效为 ${chineseShare(power)} 时，有 ${chineseShare(1 - power)} 的概率漏掉真实效果，而检测到的效果往往被夸大。`,
    ),
} as const;
