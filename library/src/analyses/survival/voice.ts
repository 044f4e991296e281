import type { Format } from "../../language/format.js";
import type { ChurnDefinition } from "../customer-history/values.js";
import type { CurveValues, EffectValues, SurvivalValues } from "./values.js";

/** The groups that last shortest and longest. */
export interface Extremes {
  readonly shortest: CurveValues;
  readonly longest: CurveValues;
}

/** What a reading says, one sentence each. */
export interface Voice {
  overall(values: SurvivalValues, f: Format): string;
  groups(values: SurvivalValues, found: Extremes, f: Format): string;
  difference(values: SurvivalValues, found: Extremes, f: Format): string;
  noDifference(values: SurvivalValues, pValue: number, f: Format): string;
  effect(values: SurvivalValues, effect: EffectValues, f: Format): string;
  notBack(values: SurvivalValues, found: NonNullable<SurvivalValues["notBack"]>, f: Format): string;
  definition(definition: ChurnDefinition, f: Format): string;
  early(values: SurvivalValues, early: NonNullable<SurvivalValues["early"]>, f: Format): string;
  noEvents(values: SurvivalValues, f: Format): string;
  tooFew(values: SurvivalValues, f: Format): string;
  limits(values: SurvivalValues): string;
  next(values: SurvivalValues, f: Format): string;
  waitLonger(values: SurvivalValues, f: Format): string;
}
