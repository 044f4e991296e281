import type { DrawChart } from "../../../charts/index.js";
import type { PowerValues } from "../values.js";
import { powerCurve } from "./power-curve.js";
import { weeks } from "./weeks.js";

/** The charts of a power calculation by name; the first is the main one. */
export const powerCharts = { curve: powerCurve, weeks } as const satisfies Record<string, DrawChart<PowerValues>>;
