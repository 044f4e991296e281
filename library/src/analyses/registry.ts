import type { Analysis } from "./analysis.js";
import { rfm } from "./rfm/rfm.js";

/** Every analysis by its id: what the command, forms, docs and the shared tests go through. */
export const analyses: ReadonlyMap<string, Analysis> = new Map([rfm.untyped].map((analysis) => [analysis.id, analysis]));
