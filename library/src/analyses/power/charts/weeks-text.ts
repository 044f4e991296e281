import type { Step } from "../values.js";
import { say, wanted } from "./chart-text.js";

/** When the wanted effect comes into reach, or how far the smallest effect falls. */
export const title = say<[first: Step | undefined, last: Step | undefined]>({
  en: (f, first, last) => {
    const { effect, question, margin } = f.values;
    const at = (step: Step) => (step.week === undefined ? `with ${f.users(step.units)}` : `after ${f.weeks(step.week)}`);
    if (margin && effect)
      return first
        ? `The test can rule out ${wanted.en(f, effect)} ${at(first)}`
        : `The test does not rule out ${wanted.en(f, effect)} in this time`;
    if (question === "sample-size" && effect) {
      return first
        ? `The test can find ${wanted.en(f, effect)} ${at(first)}`
        : `The test does not get to ${wanted.en(f, effect)} in this time`;
    }
    return last?.detectable
      ? `The smallest effect found falls to ${f.size(last.detectable)} ${at(last)}`
      : "There is no effect that this test could find";
  },
  "zh-CN": (f, first, last) => {
    const { effect, question, margin } = f.values;
    const at = (step: Step) => (step.week === undefined ? f.users(step.units) : `${f.weeks(step.week)}后`);
    if (margin && effect)
      return first ? `${at(first)}可排除${wanted["zh-CN"](f, effect)}` : `这段时间内无法排除${wanted["zh-CN"](f, effect)}`;
    if (question === "sample-size" && effect) {
      return first ? `${at(first)}可检测到 ${wanted["zh-CN"](f, effect)}` : `这段时间内检测不到 ${wanted["zh-CN"](f, effect)}`;
    }
    return last?.detectable ? `${at(last)}，最小可检测效果降至 ${f.size(last.detectable)}` : "该实验检测不到任何效果";
  },
});

export const subtitle = say<[]>({
  en: (f) => {
    const { weeklyUnits, power, margin, question } = f.values;
    const pace = weeklyUnits === undefined ? "by users of all arms" : `by week, at ${f.users(weeklyUnits)} a week`;
    if (margin) return `Power ${pace}; dashed line: the wanted ${f.share(power)}`;
    return `Smallest effect found with ${f.share(power)} power, ${pace}${question === "effect" ? "" : "; dashed line: the wanted effect"}`;
  },
  "zh-CN": (f) => {
    const { weeklyUnits, power, margin, question } = f.values;
    const pace = weeklyUnits === undefined ? "按总用户数" : `按周，每周 ${f.users(weeklyUnits)}`;
    if (margin) return `统计功效，${pace}；虚线为期望的 ${f.share(power)}`;
    return `统计功效为 ${f.share(power)} 时的最小可检测效果，${pace}${question === "effect" ? "" : "；虚线为期望的效果"}`;
  },
});

export const description = say<[shown: readonly Step[], valueText: (step: Step) => string]>({
  en: (f, shown, valueText) =>
    shown.length === 0
      ? "An empty chart: no effect can be found with these users."
      : `${f.values.margin ? "Power" : "Smallest effect found"}: ${shown.map((step) => `${step.week === undefined ? f.users(step.units) : `week ${step.week}`} ${valueText(step)}`).join("; ")}.`,
  "zh-CN": (f, shown, valueText) =>
    shown.length === 0
      ? "空图：这些用户数检测不到任何效果。"
      : `${f.values.margin ? "统计功效" : "最小可检测效果"}：${shown.map((step) => `${step.week === undefined ? f.users(step.units) : `第 ${step.week} 周`} ${valueText(step)}`).join("；")}。`,
});

export const words = {
  en: { week: "Week", units: "Users in all", effect: "Smallest effect", power: "Power" },
  "zh-CN": { week: "周", units: "总用户数", effect: "最小可检测效果", power: "统计功效" },
};
