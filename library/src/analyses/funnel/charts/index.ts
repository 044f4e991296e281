import type { DrawChart } from "../../../charts/index.js";
import type { FunnelValues } from "../values.js";
import { conversionTrend } from "./conversion-trend.js";
import { funnelSteps } from "./funnel-steps.js";
import { timeToConvert } from "./time-to-convert.js";

/** The charts of a funnel by name; the first is the main one. */
export const funnelCharts = {
  steps: funnelSteps,
  trend: conversionTrend,
  time: timeToConvert,
} as const satisfies Record<string, DrawChart<FunnelValues>>;
