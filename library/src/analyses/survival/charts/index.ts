import type { DrawChart } from "../../../charts/index.js";
import type { SurvivalValues } from "../values.js";

/** The charts of a survival result by name; the first is the main one. */
export const survivalCharts = {} as const satisfies Record<string, DrawChart<SurvivalValues>>;
