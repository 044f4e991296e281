import type { Check } from "../analysis.js";
import type { ReducedSurvival } from "./reduce.js";
import type { SurvivalSettings } from "./survival-options.js";
import type { SurvivalValues } from "./values.js";

/** A trust check of survival. */
export type SurvivalCheck = Check<SurvivalValues, ReducedSurvival, SurvivalSettings>;
