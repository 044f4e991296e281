import { z } from "zod";
import { effectOptions } from "./effect-options.js";
import { metricOptions } from "./metric-options.js";
import { testOptions } from "./test-options.js";
import { trafficOptions } from "./traffic-options.js";

/** The options of the calculation; each with its words in both languages. */
export const powerOptions = z.object({ ...metricOptions, ...effectOptions, ...trafficOptions, ...testOptions });

/** The options with their defaults. */
export type PowerSettings = z.output<typeof powerOptions>;
