import { say, wanted } from "./chart-text.js";

/** Users at which the wanted power is reached. */
export const title = say<[units: number | undefined]>({
  en: (f, units) => {
    const { effect, margin, power } = f.values;
    if (!effect || units === undefined)
      return margin ? `No number of users can rule out ${wanted.en(f, margin)}` : "There is no effect that this test could find";
    const does = margin ? `rule out ${wanted.en(f, effect)}` : `find ${wanted.en(f, effect)}`;
    return `${f.users(units)} ${does} with ${f.share(power)} power`;
  },
  "zh-CN": (f, units) => {
    const { effect, margin, power } = f.values;
    if (!effect || units === undefined) return margin ? `多少用户都无法排除${wanted["zh-CN"](f, margin)}` : "该实验检测不到任何效果";
    return `${f.users(units)}能以 ${f.share(power)} 的统计功效${margin ? "排除" : "检测到 "}${wanted["zh-CN"](f, effect)}`;
  },
});

export const subtitle = say<[]>({
  en: (f) =>
    `Power (chance to ${f.values.margin ? "show it" : "find the effect"}) by users of all arms; dashed line: the wanted ${f.share(f.values.power)}`,
  "zh-CN": (f) =>
    `统计功效（${f.values.margin ? "得出结论" : "检测到效果"}的概率）随总用户数的变化；虚线为期望的 ${f.share(f.values.power)}`,
});

export const description = say<[units: number | undefined]>({
  en: (f, units) =>
    units === undefined
      ? "An empty chart: no number of users gives the wanted power for these settings."
      : `Power by users: it rises to ${f.share(f.values.power)} at ${f.users(units)} and to ${f.share(f.values.curve.at(-1)?.power)} at ${f.users(f.values.curve.at(-1)?.units ?? units)}.`,
  "zh-CN": (f, units) =>
    units === undefined
      ? "空图：在当前设置下，任何用户数都达不到期望的统计功效。"
      : `统计功效随用户数上升：${f.users(units)}时达到 ${f.share(f.values.power)}，${f.users(f.values.curve.at(-1)?.units ?? units)}时为 ${f.share(f.values.curve.at(-1)?.power)}。`,
});

/** What stands at the point of the plan, where it is another one. */
export const planLabel = say<[]>({
  en: (f) => {
    const { planned, atPlan } = f.values;
    return `${planned?.weeks === undefined ? "planned" : f.weeks(planned.weeks)}: ${f.share(atPlan?.power)}`;
  },
  "zh-CN": (f) => {
    const { planned, atPlan } = f.values;
    return `${planned?.weeks === undefined ? "计划" : f.weeks(planned.weeks)}：${f.share(atPlan?.power)}`;
  },
});

/** What stands at the point where the power is reached. */
export const reachedLabel = say<[units: number]>({
  en: (f, units) => f.users(units) + (f.values.need?.weeks === undefined ? "" : `, ${f.weeks(f.values.need.weeks)}`),
  "zh-CN": (f, units) => f.users(units) + (f.values.need?.weeks === undefined ? "" : `，${f.weeks(f.values.need.weeks)}`),
});

export const words = {
  en: { units: "Users in all", power: "Power" },
  "zh-CN": { units: "总用户数", power: "统计功效" },
};
