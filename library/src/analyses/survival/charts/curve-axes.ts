import { numberLabels, percentLabels, sizes, titleAbove, titleAtEnd } from "../../../charts/index.js";
import type { Language } from "../../../language/index.js";
import type { CurveValues } from "../values.js";

/** Room left of the curves, and their height. */
export const left = sizes.axis;
export const height = sizes.density;

/** Where and in which words a curve is drawn. */
export interface Place {
  readonly width: number;
  /** The time at the right end of the plot, beyond the longest where names stand beside the curves. */
  readonly end: number;
  /** Where curves stop. */
  readonly until: number;
  readonly ticks: readonly number[];
  readonly timeTitle: string;
  readonly shareTitle: string;
  readonly language: Language;
}

/** Both axes are the same in every layer, so that all of them share one scale. */
export const across = ({ end, ticks, timeTitle, language }: Place, field: string) => ({
  field,
  type: "quantitative" as const,
  scale: { domain: [0, end], nice: false },
  axis: { ...titleAtEnd(timeTitle), values: [...ticks], domain: true, labelOverlap: false, labelExpr: numberLabels(language) },
});

export const up = ({ shareTitle, language }: Place, field: string) => ({
  field,
  type: "quantitative" as const,
  scale: { domain: [0, 1], nice: false },
  axis: { ...titleAbove(shareTitle, left), labelExpr: percentLabels(language), values: [0, 0.25, 0.5, 0.75, 1], grid: true },
});

/** Colour by curve; one curve alone has the base colour. */
export const colourOf = (curves: readonly CurveValues[]) => ({
  field: "curve",
  type: "nominal" as const,
  scale: { domain: curves.map(({ group }) => group) },
  legend: null,
});
