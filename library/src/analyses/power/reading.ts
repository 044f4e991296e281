import type { Language } from "../../language/language.js";
import type { EffectSize, Need, PowerValues, Price, Step } from "./values.js";
import { powerFormat, type PowerFormat } from "./words.js";

/** Beyond this many weeks a test is hardly ever worth its wait. */
export const longRunWeeks = 8;

interface Voice {
  need(need: Need, effect: EffectSize, f: PowerFormat): string;
  safe(need: Need, margin: EffectSize, f: PowerFormat): string;
  never(effect: EffectSize, f: PowerFormat): string;
  neverSafe(margin: EffectSize, f: PowerFormat): string;
  found(step: Step, f: PowerFormat): string;
  nothingFound(step: Step, f: PowerFormat): string;
  plan(step: Step, f: PowerFormat): string;
  halfPrice(f: PowerFormat): string | undefined;
  halfLife(f: PowerFormat): string | undefined;
  limits(f: PowerFormat): string;
  nextFixed(need: Need | undefined, f: PowerFormat): string;
  nextSequential(f: PowerFormat): string;
  nextLong(f: PowerFormat): string;
  nextHopeless(f: PowerFormat): string;
  nextMore(f: PowerFormat): string;
}

const duration = ({ weeks }: Need, f: PowerFormat) => (weeks === undefined ? undefined : f.weeks(weeks));
const isUneven = ({ shares }: PowerValues) => shares.some((share) => Math.abs(share - (shares[0] as number)) > 1e-9);
const halved = ({ prices }: PowerValues) => prices.find(({ times }) => times === 0.5);
const timesAsMany = ({ total }: Price, f: PowerFormat): number => Number((total / (f.values.need?.total ?? total)).toPrecision(2));
const towards = (effect: EffectSize) => (effect.absolute < 0 ? "decrease" : "increase");

/** The last step that finds anything, to show how slowly patience pays. */
const lastStep = ({ steps }: PowerValues) => steps.findLast(({ detectable }) => detectable !== undefined);

const english: Voice = {
  need: (need, effect, f) => {
    const { values } = f;
    const arms = isUneven(values) ? need.perArm.map((units) => f.count(units)).join(" / ") : `${f.count(need.perArm[0])} in each arm`;
    const weeks = duration(need, f);
    return (
      `To find ${towards(effect) === "increase" ? "an increase" : "a decrease"} of ${f.size(effect)} (from ${f.level(values.baseline)} to ${f.level(effect.level)}) with ${f.share(values.power)} power, ` +
      `the test needs ${f.users(need.total)} (${arms})${weeks ? `, ${weeks} at ${f.count(values.weeklyUnits)} users a week` : ""}.`
    );
  },
  safe: (need, margin, f) => {
    const weeks = duration(need, f);
    return (
      `To show with ${f.share(f.values.power)} power that the change is not worse by more than ${f.size(margin)} (${f.level(f.values.baseline)} must not become ${f.level(margin.level)}), ` +
      `the test needs ${f.users(need.total)}${weeks ? `, ${weeks} at ${f.count(f.values.weeklyUnits)} users a week` : ""}.`
    );
  },
  never: (effect, f) =>
    `No number of users shows ${towards(effect) === "increase" ? "an increase" : "a decrease"} of ${f.size(effect)} (from ${f.level(f.values.baseline)}) with ${f.share(f.values.power)} power under these settings.`,
  neverSafe: (margin, f) =>
    `No number of users shows that the change is not worse by more than ${f.size(margin)}: what is expected, ${f.size(f.values.effect as EffectSize)} worse, lies at the margin or beyond it.`,
  found: ({ units, week, detectable }, f) =>
    `With ${f.users(units)}${week === undefined ? "" : ` (${f.weeks(week)})`} the test finds ${towards(detectable as EffectSize) === "increase" ? "an increase" : "a decrease"} of ${f.size(detectable as EffectSize)} or more ` +
    `(from ${f.level(f.values.baseline)} to ${f.level((detectable as EffectSize).level)}) with ${f.share(f.values.power)} power.`,
  nothingFound: ({ units, week }, f) =>
    `With ${f.users(units)}${week === undefined ? "" : ` (${f.weeks(week)})`} the test finds no possible change of a baseline of ${f.level(f.values.baseline)} with ${f.share(f.values.power)} power.`,
  plan: ({ units, week, power, detectable }, f) =>
    `The ${week === undefined ? "users" : f.weeks(week)} planned (${f.users(units)}) give a power of ${f.share(power)}` +
    `${detectable ? `; what they find with ${f.share(f.values.power)} is ${f.size(detectable)} or more` : ""}.`,
  halfPrice: (f) => {
    const half = halved(f.values);
    if (!half) return undefined;
    return `Half the effect would cost ${f.users(half.total)}${half.weeks === undefined ? "" : ` (${f.weeks(half.weeks)})`}: ${f.number(timesAsMany(half, f))} times as many.`;
  },
  halfLife: (f) => {
    const last = lastStep(f.values);
    if (!last?.detectable) return undefined;
    return `With ${f.users(last.units)}${last.week === undefined ? "" : ` (${f.weeks(last.week)})`} it would be ${f.size(last.detectable)}: half the effect takes about four times the users.`;
  },
  limits: (f) =>
    `This holds if the baseline ${f.values.metric === "proportion" ? "is" : "and the spread between users are"} as stated${f.values.weeklyUnits === undefined ? "" : " and the traffic keeps up"}; it says nothing about whether the change works.`,
  nextFixed: (need, f) =>
    `Next: fix the end${need?.weeks ? ` (${need.weeks === 1 ? "one whole week" : `${f.count(need.weeks)} whole weeks`})` : ""} before the start, and read the result once, then.`,
  nextSequential: (f) =>
    f.values.sequential === "group-sequential"
      ? `Next: fix the ${f.count(f.values.looks)} looks before the start; stop early only where the bound of that look is crossed.`
      : "Next: read the result whenever you like, and stop when the confidence sequence leaves out zero.",
  nextLong: () => "Next: test a bolder change or a metric nearer to it, or reduce the variance (CUPED), instead of waiting this long.",
  nextHopeless: () => "Next: mend the change until no loss is expected, or accept a wider margin with those who bear it.",
  nextMore: () => "Next: plan for more users, or for a metric that varies less between them.",
};

const chinese: Voice = {
  need: (need, effect, f) => {
    const { values } = f;
    const arms = isUneven(values) ? `各组 ${need.perArm.map((units) => f.count(units)).join(" / ")}` : `每组 ${f.count(need.perArm[0])} 名`;
    const weeks = duration(need, f);
    return (
      `要以 ${f.share(values.power)} 的统计功效检测到 ${f.size(effect)} 的${towards(effect) === "increase" ? "提升" : "下降"}（从 ${f.level(values.baseline)} 到 ${f.level(effect.level)}），` +
      `实验共需 ${f.users(need.total)}（${arms}）${weeks ? `；按每周 ${f.count(values.weeklyUnits)} 名计，需要 ${weeks}` : ""}。`
    );
  },
  safe: (need, margin, f) => {
    const weeks = duration(need, f);
    return (
      `要以 ${f.share(f.values.power)} 的统计功效说明变差不超过 ${f.size(margin)}（${f.level(f.values.baseline)} 不会变为 ${f.level(margin.level)}），` +
      `实验共需 ${f.users(need.total)}${weeks ? `；按每周 ${f.count(f.values.weeklyUnits)} 名计，需要 ${weeks}` : ""}。`
    );
  },
  never: (effect, f) =>
    `在当前设置下，无论多少用户都无法以 ${f.share(f.values.power)} 的统计功效检测到 ${f.size(effect)} 的${towards(effect) === "increase" ? "提升" : "下降"}（基准值 ${f.level(f.values.baseline)}）。`,
  neverSafe: (margin, f) =>
    `多少用户都无法说明变差不超过 ${f.size(margin)}：预期会变差 ${f.size(f.values.effect as EffectSize)}，已达到或超过界值。`,
  found: ({ units, week, detectable }, f) =>
    `${f.users(units)}${week === undefined ? "" : `（${f.weeks(week)}）`}能以 ${f.share(f.values.power)} 的统计功效检测到 ${f.size(detectable as EffectSize)} 及以上的${towards(detectable as EffectSize) === "increase" ? "提升" : "下降"}` +
    `（从 ${f.level(f.values.baseline)} 到 ${f.level((detectable as EffectSize).level)}）。`,
  nothingFound: ({ units, week }, f) =>
    `${f.users(units)}${week === undefined ? "" : `（${f.weeks(week)}）`}不足以用 ${f.share(f.values.power)} 的统计功效检测到基准值 ${f.level(f.values.baseline)} 的任何变化。`,
  plan: ({ units, week, power, detectable }, f) =>
    `计划的 ${week === undefined ? "" : `${f.weeks(week)}、`}${f.users(units)}对应的统计功效为 ${f.share(power)}` +
    `${detectable ? `；达到 ${f.share(f.values.power)} 时只能检测到 ${f.size(detectable)} 及以上的变化` : ""}。`,
  halfPrice: (f) => {
    const half = halved(f.values);
    if (!half) return undefined;
    return `若要检测一半大小的效果，需要 ${f.users(half.total)}${half.weeks === undefined ? "" : `（${f.weeks(half.weeks)}）`}，为 ${f.number(timesAsMany(half, f))} 倍。`;
  },
  halfLife: (f) => {
    const last = lastStep(f.values);
    if (!last?.detectable) return undefined;
    return `${f.users(last.units)}${last.week === undefined ? "" : `（${f.weeks(last.week)}）`}时为 ${f.size(last.detectable)}：效果减半，约需四倍的用户。`;
  },
  limits: (f) =>
    `以上前提是基准值${f.values.metric === "proportion" ? "" : "和用户间的差异"}与所填一致${f.values.weeklyUnits === undefined ? "" : "，且流量保持不变"}；并不说明改动是否有效。`,
  nextFixed: (need, f) => `下一步：在开始前定好结束时间${need?.weeks ? `（${f.weeks(need.weeks)}，按整周）` : ""}，到期后只看一次结果。`,
  nextSequential: (f) =>
    f.values.sequential === "group-sequential"
      ? `下一步：在开始前定好 ${f.count(f.values.looks)} 次查看的时间，只有越过当次界限才提前停止。`
      : "下一步：可随时查看结果，当置信序列不再包含零时停止。",
  nextLong: () => "下一步：与其等待这么久，不如测试更大胆的改动、更贴近改动的指标，或用 CUPED 缩减方差。",
  nextHopeless: () => "下一步：先改进方案，直到预期不会变差；或与承担后果的一方商定更宽的界值。",
  nextMore: () => "下一步：规划更多的用户，或换用用户间差异更小的指标。",
};

function findings(values: PowerValues, voice: Voice, f: PowerFormat): (string | undefined)[] {
  const { question, need, effect, margin, atPlan } = values;
  if (question === "effect")
    return atPlan?.detectable ? [voice.found(atPlan, f), voice.halfLife(f)] : atPlan ? [voice.nothingFound(atPlan, f)] : [];
  const wanted = margin ?? effect;
  if (!need) return [margin ? voice.neverSafe(margin, f) : wanted && voice.never(wanted, f)];
  const first = question === "non-inferiority" && margin ? voice.safe(need, margin, f) : effect && voice.need(need, effect, f);
  return [first, atPlan && atPlan.units < need.total ? voice.plan(atPlan, f) : undefined, voice.halfPrice(f)];
}

/** One next step. */
function nextStep({ question, need, effect, sequential }: PowerValues, voice: Voice, f: PowerFormat): string {
  if (question === "non-inferiority" && need === undefined) return voice.nextHopeless(f);
  if (question === "effect" && effect === undefined) return voice.nextMore(f);
  const isLong = question !== "effect" && (need === undefined || (need.weeks ?? 0) > longRunWeeks);
  if (isLong) return voice.nextLong(f);
  return sequential === "none" ? voice.nextFixed(need, f) : voice.nextSequential(f);
}

/** What the test needs or finds, what a smaller effect would cost, what it rests on, and one next step. */
export function readPower(values: PowerValues, { language }: { readonly language: Language }): readonly string[] {
  const voice = language === "zh-CN" ? chinese : english;
  const f = powerFormat(values, language);
  const found = findings(values, voice, f).filter((sentence) => sentence !== undefined);
  return [...found.slice(0, 2), voice.limits(f), nextStep(values, voice, f)];
}
