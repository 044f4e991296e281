import { extremes, isTooFew, lastStep } from "../facts.js";
import type { CurveValues, SurvivalValues } from "../values.js";
import { lengthOf, unitNames, wordsOf } from "../vocabulary.js";
import { drawnCurves } from "./curve-layout.js";
import { inTitle, population, say, type Words } from "./chart-text.js";

const clear = 0.05;

/** Kept on one line. */
const en = (time: number, words: Words) => lengthOf(time, words.values.unit, words, "en").replaceAll(" ", "\u00a0");
const zh = (time: number, words: Words) => lengthOf(time, words.values.unit, words, "zh-CN");

const lost = (curve: CurveValues) => 1 - (lastStep(curve)?.survival ?? 1);

const hasMedian = (values: SurvivalValues) => drawnCurves(values).some(({ median }) => median.value !== undefined);

/** The groups that the title may compare: they differ clearly. */
const compared = (values: SurvivalValues) =>
  values.comparison?.pValue !== undefined && values.comparison.pValue < clear && !isTooFew(values) ? extremes(values) : undefined;

function reachEn(curve: CurveValues, words: Words): string {
  const { value } = curve.median;
  return value === undefined ? `${words.percent(lost(curve))} within ${en(curve.longest, words)}` : `half within ${en(value, words)}`;
}

function reachZh(curve: CurveValues, words: Words): string {
  const { value } = curve.median;
  const { happens } = wordsOf(words.values, "zh-CN");
  return value === undefined
    ? `${zh(curve.longest, words)}内${happens} ${words.percent(lost(curve))}`
    : `半数在 ${zh(value, words)}内${happens}`;
}

export const title = say<[]>({
  en: (words) => {
    const { values, percent } = words;
    const { happens, sooner } = wordsOf(values, "en");
    const found = compared(values);
    if (values.events === 0) return `The event has not happened to any of the customers`;
    if (found)
      return `"${inTitle(found.shortest.group)}" ${sooner}: ${reachEn(found.shortest, words)}, against ${reachEn(found.longest, words)} in "${inTitle(found.longest.group)}"`;
    if (values.notBack)
      return `${percent(values.notBack.share)} of customers are not active again within ${en(values.history?.definition.days ?? 0, words)} of their first day`;
    const { median } = values.overall;
    if (median.value !== undefined) return `Half of the customers ${happens} within ${en(median.value, words)}`;
    return `${percent(lost(values.overall))} of customers ${happens} within ${en(values.overall.longest, words)}`;
  },
  "zh-CN": (words) => {
    const { values, percent } = words;
    const { happens, sooner } = wordsOf(values, "zh-CN");
    const found = compared(values);
    if (values.events === 0) return "所有客户都尚未发生事件";
    if (found)
      return `“${inTitle(found.shortest.group)}”${sooner}：${reachZh(found.shortest, words)}；“${inTitle(found.longest.group)}”${reachZh(found.longest, words)}`;
    if (values.notBack)
      return `${percent(values.notBack.share)} 的客户在首个活跃日后 ${zh(values.history?.definition.days ?? 0, words)}内没有再次活跃`;
    const { median } = values.overall;
    if (median.value !== undefined) return `半数客户在 ${zh(median.value, words)}内${happens}`;
    return `${zh(values.overall.longest, words)}内${happens}的客户占 ${percent(lost(values.overall))}`;
  },
});

export const subtitle = say<[curves: number]>({
  en: (words, curves) => {
    const { values, count } = words;
    const what = `${wordsOf(values, "en").share} over time with 95 % bands${hasMedian(values) ? "; dots mark where half is left" : ""}`;
    const shown =
      values.groups.length > curves && curves > 1 ? `; the ${count(curves)} largest of ${count(values.groups.length)} groups` : "";
    const days = values.mode === "lifetime" ? values.history?.definition.days : undefined;
    const since = days === undefined ? "" : `; nobody counts as lost before ${en(days, words)} have passed`;
    const cut = values.drawnTo < values.overall.longest ? "; drawn while 2 % are still watched" : "";
    return `${what}${since}${shown}${cut}; ${population.en(words)}`;
  },
  "zh-CN": (words, curves) => {
    const { values, count } = words;
    const what = `${wordsOf(values, "zh-CN").share}随时间的变化及 95% 置信带${hasMedian(values) ? "，圆点为剩余一半之处" : ""}`;
    const shown = values.groups.length > curves && curves > 1 ? `；只画 ${count(values.groups.length)} 组中最大的 ${count(curves)} 组` : "";
    const days = values.mode === "lifetime" ? values.history?.definition.days : undefined;
    const since = days === undefined ? "" : `；满 ${zh(days, words)}之前不会计为流失`;
    const cut = values.drawnTo < values.overall.longest ? "；画到仍有 2% 的客户在观察为止" : "";
    return `${what}${since}${shown}${cut}；${population["zh-CN"](words)}`;
  },
});

export const description = say<[curves: readonly CurveValues[]]>({
  en: (words, curves) => {
    const parts = curves.map((curve) => `${curve.group === "" ? "all customers" : `"${curve.group}"`} ${reachEn(curve, words)}`);
    return `Survival ${curves.length === 1 ? "curve" : "curves"} of ${words.count(words.values.customers)} customers, who ${wordsOf(words.values, "en").happens}: ${parts.join("; ")}.`;
  },
  "zh-CN": (words, curves) => {
    const parts = curves.map((curve) => `${curve.group === "" ? "全部客户" : `“${curve.group}”`}${reachZh(curve, words)}`);
    return `${words.count(words.values.customers)} 名客户的生存曲线：${parts.join("；")}。`;
  },
});

export const method = { en: "Kaplan–Meier, pointwise bands", "zh-CN": "Kaplan–Meier 法，逐点置信带" };

export const words = {
  en: {
    time: ({ unit }: SurvivalValues) => `Time (${unitNames[unit].en.many})`,
    group: "Group",
    at: "After",
    interval: "95 % CI",
    risk: "Still watched",
  },
  "zh-CN": {
    time: ({ unit }: SurvivalValues) => `时间（${unitNames[unit]["zh-CN"]}）`,
    group: "分组",
    at: "时间",
    interval: "95% 置信区间",
    risk: "仍在观察",
  },
};
