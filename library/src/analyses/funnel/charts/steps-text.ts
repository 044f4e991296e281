import type { Leak } from "../values.js";
import { fewEntries, unitCount, unitTitle, unitWord } from "../vocabulary.js";
import { population, say, type Words } from "./chart-text.js";

/** The leak, where it is clearly larger than any other loss; the only loss there can be is clear too. */
export const clearLeak = ({ values: { leak, entered } }: Pick<Words, "values">): Leak | undefined =>
  leak && entered >= fewEntries && (leak.next === undefined || leak.next.isClear) ? leak : undefined;

const lastName = ({ values: { steps } }: Words): string => steps.findLast(({ isOptional }) => !isOptional)?.name ?? "";
const firstName = ({ values: { steps } }: Words): string => steps[0]?.name ?? "";

/** The smallest and the largest share lost: `28.1 % to 31.0 %`. */
function range({ values: { steps }, percent }: Words, to: string): string {
  const losses = steps
    .flatMap(({ isOptional, lostShare }) => (isOptional || !lostShare ? [] : [lostShare.value]))
    .sort((one, other) => one - other);
  return [...new Set([percent(losses[0]), percent(losses.at(-1))])].join(to);
}

export const title = say<[]>({
  en: (words) => {
    const { values, percent, count } = words;
    const { entered, converted } = values;
    const leak = clearLeak(words);
    if (entered === 0) return `Nobody entered the funnel: no ${unitWord(values, "en").replace(/s$/, "")} has "${firstName(words)}"`;
    if (entered < fewEntries)
      return `Too few to name a leak: ${count(converted)} of ${unitCount(values, entered, "en")} reached "${lastName(words)}"`;
    if (values.steps.length === 1) return `${unitCount(values, entered, "en")} did "${firstName(words)}", the only step`;
    if (converted === entered) return `All ${unitCount(values, entered, "en")} reached "${lastName(words)}"`;
    const last = values.steps.findLast(({ count: reached }) => reached > 0);
    if (converted === 0)
      return `Nobody reached "${lastName(words)}"; the last step anyone reached is "${last?.name}" (${unitCount(values, last?.count ?? 0, "en")})`;
    if (leak) return `Most stop before "${leak.name}": ${percent(leak.share.value)} of those who reach "${leak.fromName}" do not go on`;
    return `No step stands out: each loses ${range(words, " to ")} of those who reach it`;
  },
  "zh-CN": (words) => {
    const { values, percent } = words;
    const { entered, converted } = values;
    const leak = clearLeak(words);
    if (entered === 0) return `没有任何${unitWord(values, "zh-CN")}进入漏斗：数据中没有“${firstName(words)}”`;
    if (entered < fewEntries)
      return `样本太少，无法判断流失环节：${unitCount(values, entered, "zh-CN")}中有 ${unitCount(values, converted, "zh-CN")}到达“${lastName(words)}”`;
    if (values.steps.length === 1) return `${unitCount(values, entered, "zh-CN")}完成了唯一的步骤“${firstName(words)}”`;
    if (converted === entered) return `全部 ${unitCount(values, entered, "zh-CN")}都到达了“${lastName(words)}”`;
    const last = values.steps.findLast(({ count: reached }) => reached > 0);
    if (converted === 0) return `无人到达“${lastName(words)}”；最远到达“${last?.name}”（${unitCount(values, last?.count ?? 0, "zh-CN")}）`;
    if (leak)
      return `“${leak.name}”之前流失最多：到达“${leak.fromName}”的${unitWord(values, "zh-CN")}中，${percent(leak.share.value)} 没有继续`;
    return `没有哪一步特别突出：各步流失率为 ${range(words, " 至 ")}`;
  },
});

export const subtitle = say<[scale: "first" | "previous"]>({
  en: (words, scale) =>
    `${unitTitle(words.values, "en")} at each step; bars: share of ${scale === "first" ? "those who entered" : "the step before"}, ` +
    `light: lost since the step before, lines: 95 % intervals; ${population.en(words)}`,
  "zh-CN": (words, scale) =>
    `各步的${unitTitle(words.values, "zh-CN")}；条形为占${scale === "first" ? "首步" : "上一步"}的比例，浅色为自上一步起流失的部分，细线为 95% 置信区间；${population["zh-CN"](words)}`,
});

export const note = say<[leak: Leak]>({
  en: ({ percent, percentInterval, count }, { share }) =>
    `${percent(share.value)} lost here (95 % CI ${percentInterval(share.interval)}; n = ${count(share.n)})`,
  "zh-CN": ({ percent, percentInterval, count }, { share }) =>
    `此处流失 ${percent(share.value)}（95% 置信区间 ${percentInterval(share.interval)}；n=${count(share.n)}）`,
});

export const description = say<[]>({
  en: ({ values, percent }) =>
    `Bars of the funnel's steps: ${values.steps.map(({ name, count, ofFirst, ofPrevious }) => `${name} ${unitCount(values, count, "en")}, ${percent(ofFirst?.value)} of start${ofPrevious ? `, ${percent(ofPrevious.value)} of the step before` : ""}`).join("; ")}.`,
  "zh-CN": ({ values, percent }) =>
    `漏斗各步：${values.steps.map(({ name, count, ofFirst, ofPrevious }) => `${name} ${unitCount(values, count, "zh-CN")}，占首步 ${percent(ofFirst?.value)}${ofPrevious ? `，占上一步 ${percent(ofPrevious.value)}` : ""}`).join("；")}。`,
});

export const headings = {
  en: { first: "Of start", previous: "Of previous", optional: "(optional)", step: "Step" },
  "zh-CN": { first: "占首步", previous: "占上一步", optional: "（可选）", step: "步骤" },
};
