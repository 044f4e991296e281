import type { DrawChart } from "../../../charts/index.js";
import type { RfmValues } from "../values.js";
import { recencyFrequency } from "./recency-frequency.js";
import { rfmGrid } from "./rfm-grid.js";
import { segmentBars } from "./segment-bars.js";
import { segmentTreemap } from "./segment-treemap.js";

/** The charts of an RFM result by name; the first is the main one. */
export const rfmCharts = {
  segments: segmentBars,
  grid: rfmGrid,
  treemap: segmentTreemap,
  density: recencyFrequency,
} as const satisfies Record<string, DrawChart<RfmValues>>;
