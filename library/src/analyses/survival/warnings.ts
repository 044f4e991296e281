import type { Text } from "../../language/language.js";
import { format } from "../../language/format.js";
import { definitionText } from "../customer-history/definition-text.js";
import type { ChurnDefinition } from "../customer-history/values.js";
import { describeSetAside } from "../set-aside.js";
import { texts } from "../texts.js";
import { effectName, pText } from "./effect-text.js";
import type { EffectValues, ProportionalValues, SurvivalValues } from "./values.js";
import { lengthOf, wordsOf } from "./vocabulary.js";

const namesOf = (effects: readonly EffectValues[]): Text =>
  texts(
    (f) => f.list(effects.map((effect) => effectName({ ...effect, step: 1 }, f, "en"))),
    (f) => f.list(effects.map((effect) => effectName({ ...effect, step: 1 }, f, "zh-CN"))),
  );

/** Names that a sentence lists. */
const mostNames = 6;

/** Every warning of survival, the languages side by side. */
export const survivalWarnings = {
  oneCustomer: (): Text => ({
    en: "There is one customer only: a curve of one says nothing about others.",
    "zh-CN": "只有一名客户，由此得到的曲线不能说明其他客户的情况。",
  }),
  few: ({ customers, events, meaning }: SurvivalValues): Text =>
    texts(
      (f) =>
        `Too few to tell (n = ${f.count(customers)}, ${f.count(events)} ${wordsOf({ meaning }, "en").counted}): each one moves the curve.`,
      (f) =>
        `样本太少，无法判断（n=${f.count(customers)}，其中${wordsOf({ meaning }, "zh-CN").counted} ${f.count(events)} 名）：每多一名都会改变曲线。`,
    ),
  noEvents: ({ customers }: SurvivalValues): Text =>
    texts(
      (f) =>
        `The event has happened to none of the ${f.count(customers)} customers: nothing can be said of when it happens. Check which value of the outcome is the event.`,
      (f) => `${f.count(customers)} 名客户都没有发生事件，无法判断事件何时发生。请检查结果列中代表事件的取值。`,
    ),
  noCensoring: ({ customers }: SurvivalValues): Text =>
    texts(
      (f) =>
        `The event has happened to all ${f.count(customers)} customers. If those to whom it has not happened yet are missing from the data, every time is too short.`,
      (f) => `全部 ${f.count(customers)} 名客户都已发生事件。若数据遗漏了尚未发生的客户，所有时长都会偏短。`,
    ),
  noSpread: (): Text => ({
    en: "All durations are the same: the data cannot show when the event happens.",
    "zh-CN": "所有时长都相同，数据无法说明事件何时发生。",
  }),
  zeroDurations: ({ zeroDurations }: SurvivalValues): Text =>
    texts(
      (f) =>
        `${f.count(zeroDurations)} ${zeroDurations === 1 ? "customer has" : "customers have"} a duration of zero; they count in the curve at time 0.`,
      (f) => `有 ${f.count(zeroDurations)} 名客户的时长为零，在曲线的 0 时刻计入。`,
    ),
  unknownUnit: (): Text => ({
    en: 'Nothing says whether the durations are days, weeks or months, so they are called periods. Try unit: "month".',
    "zh-CN": '无法得知时长以天、周还是月为单位，因此统称为“期”。请指明单位，例如 unit: "month"。',
  }),
  repeated: ({ repeatedCustomers }: SurvivalValues): Text =>
    texts(
      (f) =>
        `${f.count(repeatedCustomers)} ${repeatedCustomers === 1 ? "row repeats a customer" : "rows repeat customers"}; each row counts as a customer of its own, which makes the intervals too narrow.`,
      (f) => `有 ${f.count(repeatedCustomers)} 行的客户编号重复；每行各计为一名客户，区间因此偏窄。`,
    ),
  rowsNotUsed: ({ rows, setAside }: SurvivalValues): Text => {
    const kinds = describeSetAside(setAside);
    return texts(
      (f) => `${f.count(rows.read - rows.used)} of ${f.count(rows.read)} rows take no part: ${kinds.en}.`,
      (f) => `${f.count(rows.read)} 行中有 ${f.count(rows.read - rows.used)} 行未参与计算：${kinds["zh-CN"]}。`,
    );
  },
  smallGroups: (names: readonly string[]): Text =>
    texts(
      (f) =>
        `Groups of fewer than 30 customers say little: ${f.list(names.slice(0, mostNames))}${names.length > mostNames ? ` and ${f.count(names.length - mostNames)} more` : ""}.`,
      (f) =>
        `客户不足 30 名的分组说明不了多少：${f.list(names.slice(0, mostNames))}${names.length > mostNames ? ` 等 ${f.count(names.length)} 组` : ""}。`,
    ),
  oneGroup: (name: string): Text => ({
    en: `All customers are in one group, "${name}": there is nothing to compare.`,
    "zh-CN": `所有客户都在同一组“${name}”，无从对比。`,
  }),
  lastDay: (days: number): Text =>
    texts(
      (f) =>
        `The last day of the data stands ${f.count(days)} days after the one before it, as a wrong date does: customers look lost who are not. Try an "asOf".`,
      (f) => `数据的最后一天比前一个有记录的日子晚 ${f.count(days)} 天，可能是日期有误，会把仍活跃的客户当作流失。请指定“asOf”。`,
    ),
  definition: (definition: ChurnDefinition): Text => {
    const { en, "zh-CN": zh } = definitionText(definition);
    return { en: `The definition of a loss is not borne out by the data. ${en}`, "zh-CN": `数据不支持这一流失口径。${zh}` };
  },
  constant: (effects: readonly EffectValues[]): Text => ({
    en: `Left out of the model, because they have one value only: ${namesOf(effects).en}.`,
    "zh-CN": `以下各列只有一个取值，未进入模型：${namesOf(effects)["zh-CN"]}。`,
  }),
  collinear: (effects: readonly EffectValues[]): Text => ({
    en: `Left out of the model, because they follow from the other covariates: ${namesOf(effects).en}.`,
    "zh-CN": `以下各列可由其他协变量推出，未进入模型：${namesOf(effects)["zh-CN"]}。`,
  }),
  infinite: (effects: readonly EffectValues[]): Text => ({
    en: `No ratio can be estimated where all events, or none, lie on one side: ${namesOf(effects).en}. The other ratios hold. Merge rare levels, or leave the column out.`,
    "zh-CN": `以下各项的事件全部落在一侧，比值无法估计：${namesOf(effects)["zh-CN"]}。其余比值不受影响。请合并少见的取值，或去掉该列。`,
  }),
  notConverged: (): Text => ({
    en: "The regression has not settled: its numbers must not be used. Leave covariates out, or merge rare levels.",
    "zh-CN": "回归没有收敛，其结果不可使用。请减少协变量，或合并少见的取值。",
  }),
  noModel: (): Text => ({
    en: "No regression could be made: it needs customers with and without the event, of different durations, whose covariates are all known.",
    "zh-CN": "无法建立回归：需要协变量齐全、时长各异，且既有发生事件也有未发生事件的客户。",
  }),
  fewPerCovariate: (events: number, effects: number): Text =>
    texts(
      (f) => `${f.count(events)} events for ${f.count(effects)} coefficients are few: below ten each, ratios come out too large.`,
      (f) => `${f.count(effects)} 个系数只有 ${f.count(events)} 个事件，偏少：每个系数不足十个事件时，比值会被高估。`,
    ),
  omitted: (missing: number, customers: number): Text =>
    texts(
      (f) =>
        `${f.count(missing)} customers are not in the regression because a covariate is missing (${f.count(customers)} are); the curves have them all.`,
      (f) => `有 ${f.count(missing)} 名客户因协变量缺失未进入回归（进入 ${f.count(customers)} 名）；曲线包含全部客户。`,
    ),
  notProportional: (effect: EffectValues, { correlation, pValue }: ProportionalValues): Text => {
    const isGrowing = correlation > 0;
    const f = { en: format("en"), zh: format("zh-CN") };
    const whole = { ...effect, step: 1 };
    return {
      en: `The hazard ratio of ${effectName(whole, f.en, "en")} ${isGrowing ? "grows" : "falls"} with time (${pText(pValue, f.en, "en")}): the one number is an average over the time that was watched. Read the chart "schoenfeld", or compare the curves with group.`,
      "zh-CN": `${effectName(whole, f.zh, "zh-CN")}的风险比随时间${isGrowing ? "上升" : "下降"}（${pText(pValue, f.zh, "zh-CN")}）：单一数值只是观察期内的平均。请查看图表“schoenfeld”，或用 group 对比曲线。`,
    };
  },
  timesBeyond: (times: readonly number[], { overall, unit }: SurvivalValues): Text =>
    texts(
      (f) =>
        `Nothing is stated at ${f.list(times.map((time) => f.number(time)))}: no customer was watched for longer than ${lengthOf(overall.longest, unit, f, "en")}.`,
      (f) =>
        `未报告时间点 ${f.list(times.map((time) => f.number(time)))}：没有客户被观察超过 ${lengthOf(overall.longest, unit, f, "zh-CN")}。`,
    ),
} as const;
