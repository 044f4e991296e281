import type { Told, Voice } from "./reading-voice.js";
import type { Gain, Share } from "./values.js";
import { fewEntries, pointsInterval, probability, unitCount, unitWord, windowText } from "./vocabulary.js";

const within = ({ values }: Told): string => `${windowText(values.window, "zh-CN")}内`;
const period = ({ values, f }: Told): string => f.period(values.period.from, values.period.to);
const ci = ({ f }: Told, share: Share): string => `95% 置信区间 ${f.percentInterval(share.interval)}`;
const some = ({ values }: Told): string => unitWord(values, "zh-CN");

/** More conversions a month with their interval and their value, or in the whole period where it is too short for a month. */
function gained({ f }: Told, gain: Gain): string {
  const {
    conversionsPerMonth: monthly,
    conversionsPerMonthInterval: range,
    valuePerMonth: worth,
    valuePerMonthInterval: worthRange,
  } = gain;
  if (monthly === undefined || range === undefined)
    return `统计期内约可多得 ${f.count(gain.conversions)} 次转化（95% 置信区间 ${f.interval(gain.conversionsInterval.map(Math.round) as [number, number])}）`;
  const value =
    worth !== undefined && worthRange !== undefined
      ? `，价值 ${f.compact(worth)}（${f.interval(worthRange.map(Math.round) as [number, number])}）`
      : "";
  return `每月约可多得 ${f.count(monthly)} 次转化（95% 置信区间 ${f.interval(range.map(Math.round) as [number, number])}）${value}`;
}

/** Every sentence about a funnel in Chinese; beside each stands its English in `reading-english.ts`. */
export const chinese: Voice = {
  nobodyEntered: (told) =>
    `没有任何${some(told)}进入漏斗：${told.f.count(told.values.rows.used)} 条事件中没有“${told.first}”（${period(told)}）。`,
  checkFirst: (told) => `下一步：核对第一步“${told.first}”与数据中的事件名称是否一致，大小写和空格也算差异。`,
  tooFew: (told) =>
    `样本太少，无法判断（n=${told.f.count(told.values.entered)}）：${unitCount(told.values, told.values.entered, "zh-CN")}中，${unitCount(told.values, told.values.converted, "zh-CN")}在 ` +
    `${within(told)}到达“${told.last}”（${period(told)}）。`,
  gatherMore: ({ f, values }) => `下一步：拉长统计期，至少积累 ${f.count(fewEntries)} 个进入漏斗的${unitWord(values, "zh-CN")}后再做一次。`,
  nobodyConverted: (told) =>
    `进入漏斗的 ${unitCount(told.values, told.values.entered, "zh-CN")}在 ${within(told)}无一到达“${told.last}”` +
    `${told.values.conversion ? `（${ci(told, told.values.conversion)}）` : ""}，最远到达“${told.values.steps.findLast(({ count }) => count > 0)?.name}”（${period(told)}）。`,
  checkLast: (told) => `下一步：核对“${told.last}”是否以该名称上报，以及 ${windowText(told.values.window, "zh-CN")}的窗口期是否足够。`,
  allConverted: (told) =>
    `进入漏斗的 ${unitCount(told.values, told.values.entered, "zh-CN")}在 ${within(told)}全部到达“${told.last}”` +
    `${told.values.conversion ? `（${ci(told, told.values.conversion)}；n=${told.f.count(told.values.entered)}）` : ""}，没有任何一步出现流失。`,
  oneStep: (told) =>
    `只有一个步骤：${unitCount(told.values, told.values.entered, "zh-CN")}完成了“${told.first}”（${period(told)}），不存在流失。`,
  addSteps: () => "下一步：补充其后应有的步骤。",
  checkAll: () => "下一步：核对中途离开者的首步事件是否也有上报；只记录成功者的日志看不出流失。",
  leak: (told, { name, fromName, share, next }) =>
    `“${name}”之前流失最多：到达“${fromName}”的${some(told)}中，${told.f.percent(share.value)} 在 ${within(told)}没有继续（${ci(told, share)}，n=${told.f.count(share.n)}）` +
    (next
      ? `，比第二大流失环节“${next.name}”高出 ${told.f.points(next.difference)}（95% 置信区间 ${pointsInterval(next.interval, "zh-CN")}）。`
      : "。"),
  noLeak: (told, { name, share, next }) =>
    `没有哪一步特别突出：流失最多的“${name}”（${told.f.percent(share.value)}，${ci(told, share)}，n=${told.f.count(share.n)}）并不明显高于` +
    `其次的“${next?.name}”（${told.f.percent(next?.share.value)}；差异的 95% 置信区间为 ${pointsInterval(next?.interval ?? [0, 0], "zh-CN")}）。`,
  onlyConversion: (told) =>
    `${unitCount(told.values, told.values.entered, "zh-CN")}中，${told.f.percent(told.values.conversion?.value)} 在 ${within(told)}到达“${told.last}”` +
    `${told.values.conversion ? `（${ci(told, told.values.conversion)}）` : ""}。`,
  gain: (told, { closing }) => `若其中一半能够继续，并与现有继续者走得一样远，${gained(told, closing.half)}。`,
  comparison: ({ values: { comparison }, f }) => {
    const { first = "", second = "", overall } = comparison ?? {};
    if (!overall) return "";
    const rates = `“${second}”转化率为 ${f.percent(overall.second.value)}（n=${f.count(overall.second.n)}），“${first}”为 ${f.percent(overall.first.value)}（n=${f.count(overall.first.n)}）`;
    return `${rates}，相差 ${f.points(overall.difference)}（95% 置信区间 ${pointsInterval(overall.interval, "zh-CN")}；${probability(overall.p, "zh-CN")}）。`;
  },
  limits: (told) => `以上只说明${some(told)}在哪里停下，不说明原因，也不说明改动会带来什么。`,
  next: (told, { name, fromName }) => {
    const { outlying, f } = told;
    const where = outlying
      ? `，重点看“${outlying.group.name}”（流失 ${f.percent(outlying.lost.value)}，${ci(told, outlying.lost)}，n=${f.count(outlying.lost.n)}；其余为 ${f.percent(outlying.lostElsewhere.value)}）`
      : "";
    return `下一步：抽看从“${fromName}”到“${name}”之间的 20 条会话记录${where}，并对这一步的简化方案做 A/B 测试。`;
  },
  nextWithoutLeak: (told) =>
    told.outlying
      ? `下一步：先看“${told.outlying.group.name}”，其在“${told.values.leak?.name}”之前流失 ${told.f.percent(told.outlying.lost.value)}（${ci(told, told.outlying.lost)}，n=${told.f.count(told.outlying.lost.n)}；其余为 ${told.f.percent(told.outlying.lostElsewhere.value)}）。`
      : `下一步：按各步的改动成本而非流失率来选择，或先${told.values.breakdown ? "积累更多数据" : "按渠道、平台细分漏斗"}再做决定。`,
};
