import { sizes } from "../../../charts/index.js";
import { plainPercent } from "../figure-text.js";
import type { Measure } from "../values.js";
import { population, type Drawing, type Sentence } from "./drawing.js";

/** The share of customers that is singled out, and what part of all events it holds. */
export interface Chosen {
  readonly share: number;
  readonly gain: Measure;
}

/** The sentences of the cumulative gains. */
export const title: Sentence<[chosen: Chosen, isBetter: boolean]> = {
  en: (drawing, { share, gain }, isBetter) =>
    isBetter
      ? `Contacting the ${plainPercent(share, drawing)} ${drawing.words.first} reaches ${drawing.percent(gain.value)} of ${drawing.words.those}`
      : `Contacting by the model's order reaches ${drawing.words.those} no sooner than contacting at random`,
  "zh-CN": (drawing, { share, gain }, isBetter) =>
    isBetter
      ? `触达${drawing.words.first}的 ${plainPercent(share, drawing)} ${drawing.words.people}，可覆盖 ${drawing.percent(gain.value)} 的${drawing.words.those}`
      : `按模型排序触达，并不比随机触达更早覆盖${drawing.words.those}`,
};

export const subtitle: Sentence = {
  en: (drawing) =>
    `Share of ${drawing.words.those} reached, by share contacted; band: ${drawing.confidence} intervals; ${population.en(drawing)}`,
  "zh-CN": (drawing) =>
    `按触达比例累计覆盖的${drawing.words.those}占比；浅色带为 ${drawing.confidence} 置信区间；${population["zh-CN"](drawing)}`,
};

export const description: Sentence<[chosen: Chosen]> = {
  en: ({ words, percent, percentInterval, confidence }, { share, gain }) =>
    `Cumulative gains: the ${percent(share)} of ${words.people} ${words.first} hold ${percent(gain.value)} of ${words.those} ` +
    `(${confidence} CI ${percentInterval(gain.interval)}); at random it would be ${percent(share)}.`,
  "zh-CN": ({ words, percent, percentInterval, confidence }, { share, gain }) =>
    `累计增益：${words.first}的 ${percent(share)} ${words.people}集中了 ${percent(gain.value)} 的${words.those}` +
    `（${confidence} 置信区间 ${percentInterval(gain.interval)}）；随机触达时为 ${percent(share)}。`,
};

/** The label of a marked share, and a short one where there is little room. */
export const mark: Sentence<[chosen: Chosen]> = {
  en: (drawing, { share, gain }) =>
    isNarrow(drawing)
      ? `${plainPercent(share, drawing)} → ${drawing.percent(gain.value)}`
      : `${plainPercent(share, drawing)} contacted, ${drawing.percent(gain.value)} reached`,
  "zh-CN": (drawing, { share, gain }) =>
    isNarrow(drawing)
      ? `${plainPercent(share, drawing)} → ${drawing.percent(gain.value)}`
      : `触达 ${plainPercent(share, drawing)}，覆盖 ${drawing.percent(gain.value)}`,
};

const isNarrow = ({ width }: Drawing): boolean => width < sizes.width;

export const names = {
  en: { share: "Contacted", gain: "↑ Reached", random: "at random", interval: "Interval" },
  "zh-CN": { share: "触达比例", gain: "↑ 覆盖比例", random: "随机触达", interval: "置信区间" },
};
