import type { DrawChart } from "../../../charts/index.js";
import type { FunnelValues } from "../values.js";
import { breakdownChart } from "./breakdown-chart.js";
import { conversionDrivers } from "./conversion-drivers.js";
import { conversionTrend } from "./conversion-trend.js";
import { funnelSteps } from "./funnel-steps.js";
import { groupComparison } from "./group-comparison.js";
import { timeToConvert } from "./time-to-convert.js";

/** The charts of a funnel by name; the first is the main one. */
export const funnelCharts = {
  steps: funnelSteps,
  trend: conversionTrend,
  time: timeToConvert,
  breakdown: breakdownChart,
  drivers: conversionDrivers,
  comparison: groupComparison,
} as const satisfies Record<string, DrawChart<FunnelValues>>;
