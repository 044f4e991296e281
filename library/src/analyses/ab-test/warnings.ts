import type { Text } from "../../language/language.js";
import { describeSetAside } from "../set-aside.js";
import { texts } from "../texts.js";
import { fewConversions, fewUnits } from "./conclude.js";
import type { AbTestValues, ComparisonValues, MetricValues, NoveltyTest, SegmentTest } from "./values.js";

interface One {
  readonly metric: Pick<MetricValues, "name">;
  readonly comparison: Pick<ComparisonValues, "arm">;
}

const who = (found: readonly One[]): Text =>
  texts(
    (f) => f.list(found.map(({ metric, comparison }) => `"${metric.name}" in "${comparison.arm}"`)),
    (f) => f.list(found.map(({ metric, comparison }) => `“${comparison.arm}”的“${metric.name}”`)),
  );

const small = (p: number) => (p < 0.0001 ? "< 0.0001" : undefined);

/** Every warning of the A/B test, the languages side by side. */
export const abTestWarnings = {
  sampleRatio: ({ sampleRatio: { p, units, worst, w, verdict } }: AbTestValues): Text =>
    texts(
      (f) =>
        `The arms are not as large as designed: "${worst.arm}" has ${f.points(Math.abs(worst.difference))} ${worst.difference > 0 ? "too many" : "too few"} of ${f.count(units)} units (chi-square p ${small(p) ?? `= ${f.number(p)}`}, w = ${f.number(w)}). ${verdict === "blocks" ? "Assignment or logging is broken, so no result can be trusted: find the cause first." : "Look at assignment and logging before you act."}`,
      (f) =>
        `各组规模与设计不符：${f.count(units)} 个单位中“${worst.arm}”${worst.difference > 0 ? "多出" : "少了"} ${f.points(Math.abs(worst.difference))}（卡方检验 p${small(p)?.replace(" ", "") ?? `=${f.number(p)}`}，w=${f.number(w)}）。${verdict === "blocks" ? "分流或埋点存在问题，任何结果都不可信，请先查明原因。" : "采取行动前请先检查分流与埋点。"}`,
    ),
  crossed: ({ crossed: { units, share, verdict } }: AbTestValues): Text =>
    texts(
      (f) =>
        `${f.count(units)} ${units === 1 ? "unit was" : "units were"} seen in more than one arm (${f.percent(share)}) and ${units === 1 ? "takes" : "take"} no part. ${verdict === "blocks" ? "That is too many: units do not keep their arm, so the arms are not what they seem." : "A few such units are usual with several devices."}`,
      (f) =>
        `有 ${f.count(units)} 个单位出现在多个组别（${f.percent(share)}），已剔除。${verdict === "blocks" ? "数量过多，说明单位没有固定在同一组，各组名不副实。" : "多设备访问时，少量此类单位属正常。"}`,
    ),
  tooFew: (found: readonly One[]): Text => {
    const names = who(found);
    return {
      en: `Too few to tell: ${names.en}. An arm needs at least ${fewUnits} units and ${fewConversions} expected conversions.`,
      "zh-CN": `样本太少，无法判断：${names["zh-CN"]}。每组至少需要 ${fewUnits} 个单位和 ${fewConversions} 次预期转化。`,
    };
  },
  noVariation: (found: readonly One[]): Text => {
    const names = who(found);
    return {
      en: `There is nothing to compare: ${names.en} has the same value for every unit of both arms.`,
      "zh-CN": `无从比较：${names["zh-CN"]}在两组所有单位中的值都相同。`,
    };
  },
  peeking: ({ plan, units, period }: AbTestValues): Text =>
    texts(
      (f) => {
        const progress =
          plan.state !== "not-reached"
            ? ""
            : plan.plannedUnits !== undefined
              ? ` ${f.count(units)} of ${f.count(plan.plannedUnits)} planned units are there.`
              : ` The data end on ${f.date(period?.to)}, the plan on ${f.date(plan.plannedEnd)}.`;
        const rate =
          plan.falseAlarmRate === undefined
            ? " Stopping at the first clear result would find effects that are not there."
            : ` With ${f.count(plan.looks)} looks the chance of a false alarm is about ${f.percent(plan.falseAlarmRate)}.`;
        return `This is a test of fixed length that was looked at before its end or more than once.${progress}${rate} Wait for the end, or set sequential: "confidence-sequence".`;
      },
      (f) => {
        const progress =
          plan.state !== "not-reached"
            ? ""
            : plan.plannedUnits !== undefined
              ? `目前有 ${f.count(units)} 个单位，计划为 ${f.count(plan.plannedUnits)} 个。`
              : `数据截至 ${f.date(period?.to)}，计划于 ${f.date(plan.plannedEnd)} 结束。`;
        const rate =
          plan.falseAlarmRate === undefined
            ? "一见到明确结果就停止，会得出并不存在的效果。"
            : `查看 ${f.count(plan.looks)} 次时，误报概率约为 ${f.percent(plan.falseAlarmRate)}。`;
        return `这是固定期限的实验，但在结束前查看或查看了多次（提前偷看）。${progress}${rate}请等到计划结束，或设 sequential: "confidence-sequence"。`;
      },
    ),
  planWithoutDates: (): Text => ({
    en: "A planned start or end is given, but no column of dates was found: whether the test kept to its plan cannot be told.",
    "zh-CN": "给出了计划开始或结束日期，但未找到日期列，无法判断实验是否按计划进行。",
  }),
  uncorrected: (comparisons: number, alpha: number): Text =>
    texts(
      (f) =>
        `${f.count(comparisons)} comparisons are not adjusted for their number: with no effect at all, the chance of at least one false alarm is up to ${f.percent(1 - (1 - alpha) ** comparisons)}. Try correction: "holm".`,
      (f) =>
        `${f.count(comparisons)} 项比较未做多重比较校正：即使毫无效果，出现至少一次误报的概率也可达 ${f.percent(1 - (1 - alpha) ** comparisons)}。建议设 correction: "holm"。`,
    ),
  unevenMissing: (metric: string, shares: readonly { arm: string; share: number }[]): Text =>
    texts(
      (f) =>
        `Values of "${metric}" are missing more often in some arms than in others (${f.list(shares.map(({ arm, share }) => `"${arm}" ${f.percent(share)}`))}), by more than chance: those who are left cannot be compared. Where no value means none, set missing: "zero".`,
      (f) =>
        `“${metric}”的缺失比例在各组之间差异过大（${f.list(shares.map(({ arm, share }) => `“${arm}” ${f.percent(share)}`))}），超出偶然范围：剩余的单位不可比。若没有值即为零，请设 missing: "zero"。`,
    ),
  missing: (metric: string, units: number, share: number): Text =>
    texts(
      (f) =>
        `${f.count(units)} units (${f.percent(share)}) have no value of "${metric}" and take no part in it; missing: "zero" would count them as 0.`,
      (f) => `有 ${f.count(units)} 个单位（${f.percent(share)}）没有“${metric}”的值，不参与该指标；设 missing: "zero" 则按 0 计。`,
    ),
  oneUnit: (metric: Pick<MetricValues, "name">, { arm, outlier }: ComparisonValues): Text =>
    texts(
      (f) =>
        `One unit decides "${metric.name}" in "${arm}": without the unit of "${outlier?.arm ?? ""}" that has ${f.number(outlier?.value)}${outlier?.shareOfSum === undefined ? "" : ` (${f.percent(outlier.shareOfSum)} of its arm)`} the conclusion would be another one. Look at that unit, or set winsorise: 0.99.`,
      (f) =>
        `“${arm}”的“${metric.name}”取决于单个单位：去掉“${outlier?.arm ?? ""}”中值为 ${f.number(outlier?.value)} 的单位${outlier?.shareOfSum === undefined ? "" : `（占该组 ${f.percent(outlier.shareOfSum)}）`}，结论就会改变。请核查该单位，或设 winsorise: 0.99。`,
    ),
  lateArm: (arm: string, day: string | undefined): Text =>
    texts(
      (f) =>
        `The arm "${arm}" begins on ${f.date(day)}, later than the others: units before that day had no chance to enter it, so compare the same days only.`,
      (f) => `组别“${arm}”从 ${f.date(day)} 才开始，晚于其他组：此前的单位没有机会进入该组，请只比较相同日期。`,
    ),
  unequalExposure: ({ arms }: AbTestValues): Text =>
    texts(
      (f) =>
        `Units of the arms had unequal time to act (mean days since entry: ${f.list(arms.map(({ arm, meanExposureDays }) => `"${arm}" ${f.number(meanExposureDays)}`))}): longer time alone brings more conversions.`,
      (f) =>
        `各组单位可行动的时间不等（进入后平均天数：${f.list(arms.map(({ arm, meanExposureDays }) => `“${arm}” ${f.number(meanExposureDays)}`))}）：仅时间更长就会带来更多转化。`,
    ),
  dateGap: (from: string, to: string): Text =>
    texts(
      (f) => `No unit enters between ${f.date(from)} and ${f.date(to)}: are some dates wrong, or are two tests mixed?`,
      (f) => `${f.date(from)} 到 ${f.date(to)} 之间没有单位进入：是否有日期错误，或混入了两次实验？`,
    ),
  undated: (units: number): Text =>
    texts(
      (f) => `${f.count(units)} units have no readable date; they count, but not day by day.`,
      (f) => `有 ${f.count(units)} 个单位没有可识别的日期；计入结果，但不计入逐日数据。`,
    ),
  mergedArms: (spellings: readonly (readonly string[])[]): Text =>
    texts(
      (f) =>
        `Arms that differ in case or spaces only were taken for one: ${f.list(spellings.map((one) => one.map((name) => `"${name}"`).join(" = ")))}.`,
      (f) => `仅大小写或空格不同的组别已合并：${f.list(spellings.map((one) => one.map((name) => `“${name}”`).join(" = ")))}。`,
    ),
  unevenMix: ({ segments }: AbTestValues): Text =>
    texts(
      (f) =>
        `The arms do not hold the same mix of "${segments?.column ?? ""}" (chi-square p ${small(segments?.mix?.p ?? 0) ?? `= ${f.number(segments?.mix?.p)}`}): assignment differs between segments, or the test changed the column.`,
      (f) =>
        `各组的“${segments?.column ?? ""}”构成不同（卡方检验 p${small(segments?.mix?.p ?? 0)?.replace(" ", "") ?? `=${f.number(segments?.mix?.p)}`}）：不同细分的分流不一致，或该列受到实验影响。`,
    ),
  simpson: (found: readonly SegmentTest[], { segments, metrics }: AbTestValues): Text => {
    const names = who(
      found.map((one) => ({ metric: { name: metrics.find(({ id }) => id === one.metric)?.name ?? one.metric }, comparison: one })),
    );
    return {
      en: `The difference turns round within "${segments?.column ?? ""}" (Simpson's paradox): ${names.en}. The arms hold different mixes of segments; do not act on the overall difference.`,
      "zh-CN": `按“${segments?.column ?? ""}”细分后差异方向相反（辛普森悖论）：${names["zh-CN"]}。各组的细分构成不同，请勿依据总体差异行动。`,
    };
  },
  manySegments: ({ segments }: AbTestValues): Text =>
    texts(
      (f) =>
        `"${segments?.column ?? ""}" has ${f.count(segments?.found)} values; the ${f.count(segments?.shown)} largest are shown, all others together.`,
      (f) => `“${segments?.column ?? ""}”有 ${f.count(segments?.found)} 个取值；仅展示最大的 ${f.count(segments?.shown)} 个，其余合并。`,
    ),
  novelty: ({ arm, early, late, p }: NoveltyTest, metric: string): Text =>
    texts(
      (f) =>
        `The effect of "${arm}" on "${metric}" changes over the test: ${f.number(early)} for units of the first half of the days, ${f.number(late)} for those of the second (p ${small(p) ?? `= ${f.number(p)}`}). It may be the new that wears off, or learning.`,
      (f) =>
        `“${arm}”对“${metric}”的效果随时间变化：前半段进入的单位为 ${f.number(early)}，后半段为 ${f.number(late)}（p${small(p)?.replace(" ", "") ?? `=${f.number(p)}`}）。可能是新鲜感消退，也可能是用户逐渐适应。`,
    ),
  unevenBefore: (metric: string): Text => ({
    en: `The arms differed on the covariate of "${metric}" before the test, by more than chance: either assignment is broken, or the covariate was measured after the start.`,
    "zh-CN": `实验开始前，各组在“${metric}”的协变量上已有超出偶然的差异：要么分流有问题，要么协变量是在实验开始后测得的。`,
  }),
  rowsNotUsed: ({ rows, setAside }: AbTestValues): Text => {
    const kinds = describeSetAside(setAside);
    return texts(
      (f) => `${f.count(rows.read - rows.used)} of ${f.count(rows.read)} rows take no part: ${kinds.en}.`,
      (f) => `${f.count(rows.read)} 行中有 ${f.count(rows.read - rows.used)} 行未参与计算：${kinds["zh-CN"]}。`,
    );
  },
  repeatedRows: (rows: number): Text =>
    texts(
      (f) =>
        rows === 1
          ? "One row repeats another one in every column; it is counted twice."
          : `${f.count(rows)} rows repeat another one in every column; they are counted as they stand.`,
      (f) => `有 ${f.count(rows)} 行与其他行的所有列完全相同，均按原样计入。`,
    ),
} as const;
