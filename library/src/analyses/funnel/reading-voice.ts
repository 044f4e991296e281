import type { Format } from "../../language/format.js";
import type { OutlyingGroup } from "./outlying-group.js";
import type { FunnelValues, Leak } from "./values.js";

/** What sentences are made from: the values, their formats, and what stands out. */
export interface Told {
  readonly values: FunnelValues;
  readonly f: Format;
  readonly first: string;
  readonly last: string;
  readonly outlying: OutlyingGroup | undefined;
}

/** The sentences of one language. */
export interface Voice {
  nobodyEntered(told: Told): string;
  tooFew(told: Told): string;
  nobodyConverted(told: Told): string;
  allConverted(told: Told): string;
  leak(told: Told, leak: Leak): string;
  noLeak(told: Told, leak: Leak): string;
  onlyConversion(told: Told): string;
  gain(told: Told, leak: Leak): string;
  comparison(told: Told): string;
  limits(told: Told): string;
  checkFirst(told: Told): string;
  gatherMore(told: Told): string;
  checkLast(told: Told): string;
  oneStep(told: Told): string;
  addSteps(told: Told): string;
  checkAll(told: Told): string;
  next(told: Told, leak: Leak): string;
  nextWithoutLeak(told: Told): string;
}
