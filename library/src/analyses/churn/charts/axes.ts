import { numberLabels, percentLabels, titleAbove, titleAtEnd } from "../../../charts/index.js";
import type { Language } from "../../../language/index.js";

/** Room left of the plot for the labels of a vertical axis. */
export const axisRoom = 52;

interface Across {
  readonly title: string;
  readonly language: Language;
  readonly most?: number;
}

/** A horizontal axis of shares from 0 on, with its title at the end. */
export const sharesAcross = (field: string, { title, language, most = 1 }: Across) => ({
  field,
  type: "quantitative" as const,
  scale: { domain: [0, most], nice: false },
  axis: { ...titleAtEnd(title), labelExpr: percentLabels(language), tickCount: 5, domain: true },
});

/** A vertical axis of shares from 0 on, with its title above. */
export const sharesUp = (field: string, { title, language, most = 1 }: Across) => ({
  field,
  type: "quantitative" as const,
  scale: { domain: [0, most], nice: false },
  axis: { ...titleAbove(title, axisRoom), labelExpr: percentLabels(language), tickCount: 5, grid: true },
});

/** A vertical axis of amounts, with its title above. */
export const amountsUp = (
  field: string,
  { title, language, domain }: { title: string; language: Language; domain: readonly [number, number] },
) => ({
  field,
  type: "quantitative" as const,
  scale: { domain: [...domain], nice: false },
  axis: { ...titleAbove(title, axisRoom), labelExpr: numberLabels(language), tickCount: 5, grid: true },
});
