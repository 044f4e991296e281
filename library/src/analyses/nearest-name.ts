import { nearestName as near } from "../data/nearest-name.js";

/** The name that is written most like the given one; the first of all where none is near, so that an error always has one to try. */
export const nearestName = <Name extends string>(given: string, names: readonly Name[]): Name | undefined =>
  (near(given, names) as Name | undefined) ?? names[0];
