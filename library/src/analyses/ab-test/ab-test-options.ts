import { z } from "zod";
import type { Settings } from "../analysis.js";
import { designOptions } from "./design-options.js";
import { methodOptions } from "./method-options.js";
import { metricOptions } from "./metric-options.js";
import { planOptions } from "./plan-options.js";

/** The options of an A/B test; each with its words in both languages. */
export const abTestOptions = z.object({ ...metricOptions, ...designOptions, ...planOptions, ...methodOptions });

/** The options with their defaults. */
export type AbTestSettings = Settings<typeof abTestOptions>;
