import type { DrawChart } from "../../../charts/index.js";
import type { SurvivalValues } from "../values.js";
import { hazardForest } from "./hazard-forest.js";
import { ratioOverTime } from "./ratio-over-time.js";
import { returnChart } from "./return-chart.js";
import { survivalCurve } from "./survival-curve.js";

/** The charts of a survival result by name; the first is the main one. */
export const survivalCharts = {
  curve: survivalCurve,
  hazards: hazardForest,
  schoenfeld: ratioOverTime,
  gaps: returnChart,
} as const satisfies Record<string, DrawChart<SurvivalValues>>;
