import type { DrawChart } from "../../../charts/index.js";
import type { AbTestValues } from "../values.js";
import { arms } from "./arms.js";
import { cumulative } from "./cumulative.js";
import { forest } from "./forest.js";
import { posterior } from "./posterior.js";
import { segmentEffects } from "./segments.js";

/** The charts of an A/B test by name; the first is the main one. */
export const abTestCharts = {
  forest,
  cumulative,
  posterior,
  arms,
  segments: segmentEffects,
} as const satisfies Record<string, DrawChart<AbTestValues>>;
