import type { Format } from "../../language/format.js";
import { effectName, pText } from "./effect-text.js";
import { lastStep } from "./facts.js";
import { lengthOf, unitNames, wordsOf } from "./vocabulary.js";
import type { CurveValues, EffectValues, SurvivalValues } from "./values.js";
import type { Voice } from "./voice.js";

const length = (time: number, { unit }: SurvivalValues, f: Format) => lengthOf(time, unit, f, "zh-CN");
const say = (values: SurvivalValues) => wordsOf(values, "zh-CN");

/** The interval of a median, open where the band is. */
function medianInterval({ median: { low, high } }: CurveValues, values: SurvivalValues, f: Format): string {
  const unit = unitNames[values.unit]["zh-CN"];
  if (low === undefined) return "95% 置信区间未知";
  return high === undefined ? `95% 置信区间为 ${f.number(low)} ${unit}以上` : `95% 置信区间 ${f.interval([low, high])} ${unit}`;
}

const people = ({ customers, events, period }: SurvivalValues, f: Format, counted: string) =>
  `n=${f.count(customers)} 名客户，其中${counted} ${f.count(events)} 名${period ? `，${f.period(period.from, period.to)}` : ""}`;

/** How far a curve came: half of the customers, or what was seen by its end. */
function reach(curve: CurveValues, values: SurvivalValues, f: Format): string {
  const { happens } = say(values);
  if (curve.median.value !== undefined)
    return `半数在 ${length(curve.median.value, values, f)}内${happens}（${medianInterval(curve, values, f)}）`;
  const last = lastStep(curve);
  const interval = last?.interval ? `（95% 置信区间 ${f.percentInterval([1 - last.interval[1], 1 - last.interval[0]])}）` : "";
  return `在 ${length(curve.longest, values, f)}内${happens} ${f.percent(1 - (last?.survival ?? 1))}${interval}`;
}

/** Of whom an effect speaks: customers with a level, or a number that is higher by one step. */
const subject = (effect: EffectValues, f: Format): string =>
  effect.level === undefined ? `“${effect.covariate}”每高 ${f.number(effect.step)}` : `${effectName(effect, f, "zh-CN")}的客户`;

/** The sentences of the Chinese reading. */
export const chinese: Voice = {
  overall: (values, f) => {
    const { overall } = values;
    const { happens, counted } = say(values);
    if (overall.median.value === undefined) {
      return `观察期内${happens}的客户不到一半，${reach(overall, values, f)}；${people(values, f, counted)}。`;
    }
    return `半数客户在 ${length(overall.median.value, values, f)}内${happens}（${medianInterval(overall, values, f)}；${people(values, f, counted)}）。`;
  },
  groups: (values, { shortest, longest }, f) =>
    `“${shortest.group}”${say(values).sooner}：${reach(shortest, values, f)}；“${longest.group}”${reach(longest, values, f)}；${people(values, f, say(values).counted)}。`,
  difference: (values, { shortest, longest }, f) => {
    const { difference, pValue = 1 } = values.comparison ?? {};
    const test = `（对数秩检验 ${pText(pValue, f, "zh-CN")}，n=${f.count(values.customers)}）`;
    if (!difference) return `差异在统计上明确${test}。`;
    const what = { loss: "的平均留存时间", return: "到复购的平均时间", event: "到事件发生的平均时间" }[values.meaning];
    return (
      `差异在统计上明确${test}：按前 ${length(difference.until, values, f)}计，“${longest.group}”${what}比“${shortest.group}”长 ` +
      `${length(difference.value, values, f)}（95% 置信区间 ${f.interval(difference.interval)}）。`
    );
  },
  noDifference: ({ groups, customers }, pValue, f) =>
    `${f.count(groups.length)} 组之间没有明确的差异（对数秩检验 ${pText(pValue, f, "zh-CN")}，n=${f.count(customers)}）。`,
  effect: ({ regression }, effect, f) => {
    const { ratio, interval = [undefined, undefined] as never, reference } = effect;
    const what = regression?.model === "weibull" ? "时长" : "任一时刻的风险";
    const other = reference === undefined ? "原来的" : `“${reference}”的`;
    return (
      `其他协变量相同时，${subject(effect, f)}，${what}是${other} ${f.number(ratio)} 倍` +
      `（95% 置信区间 ${f.interval(interval)}；n=${f.count(regression?.customers)}）。`
    );
  },
  notBack: (values, { share, interval }, f) =>
    `${f.percent(share)} 的客户在首个活跃日后 ${f.count(values.history?.definition.days)} 天内没有再次活跃` +
    `（${interval ? `95% 置信区间 ${f.percentInterval(interval)}；` : ""}${people(values, f, say(values).counted)}）。`,
  definition: ({ days, horizonDays, returns }, f) =>
    `沉默满 ${f.count(days)} 天即计为流失` +
    (returns
      ? `，此后仍有 ${f.percent(returns.share)} 在 ${f.count(horizonDays)} 天内回来（95% 置信区间 ${f.percentInterval(returns.interval)}）。`
      : "；此后有多少客户回来，观察期不足以判断。"),
  early: (values, { time, events }, f) =>
    `四分之一的${say(values).events}（${f.count(values.events)} 次中的 ${f.count(events)} 次）出现在前 ${length(time, values, f)}内。`,
  noEvents: (values, f) =>
    `${f.count(values.customers)} 名客户最长观察 ${length(values.overall.longest, values, f)}，均未发生事件，无法判断事件何时发生。`,
  tooFew: (values, f) => `样本太少，无法判断（${people(values, f, say(values).counted)}）：每名客户都会改变曲线。`,
  limits: ({ groups, regression }) =>
    groups.length > 1 || regression
      ? "以上只说明事件何时发生、与什么同时出现，并不说明原因：各组在其他方面也有差别，且仍在观察的客户被视为与其他客户走势相同。"
      : "以上只说明事件何时发生，并不说明原因，且仍在观察的客户被视为与其他客户走势相同。",
  next: (values, f) => {
    const { early, meaning, notBack, history } = values;
    const when = length(early?.time ?? 0, values, f);
    const usual = history?.gaps.percentiles?.p50;
    if (notBack && usual !== undefined) {
      return `下一步：从新客户中随机抽取一半，在首个活跃日后 ${length(usual, values, f)}内（活跃间隔的中位数）提醒，再比较两组回来的比例。`;
    }
    if (meaning === "return") return `下一步：从新客户中随机抽取一半，在首购后 ${when}内提醒，30 天后比较两组的复购率。`;
    if (meaning === "loss") return `下一步：查看 20 名在前 ${when}内流失的客户，在此之前改进一处，并随机留出预留对照组以检验效果。`;
    return `下一步：查看前 ${when}内的 20 个案例，确定在此之前要测试的一处改动。`;
  },
  waitLonger: ({ meaning }, f) =>
    `下一步：至少积累 ${f.count(30)} 名客户、${f.count(10)} 次${wordsOf({ meaning }, "zh-CN").events}后再做一次。`,
};
