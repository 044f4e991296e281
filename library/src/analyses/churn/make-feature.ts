import { numberFeature, type Feature } from "../../statistics/regression/feature.js";
import { dayNumber } from "../customer-history/index.js";
import type { Candidate } from "./people.js";
import type { PlannedColumn } from "./read-candidates.js";

/** A column as it takes part, or what speaks against it. */
export interface MadeFeature {
  readonly candidate: Candidate;
  readonly feature?: Feature;
}

/** Makes a feature of the values that were read of a column; looks at the column alone, never at the outcome. */
export function makeFeature(plan: PlannedColumn, values: Float64Array | undefined, asOf: string | undefined): MadeFeature {
  const { name, kind, distinct } = plan;
  const facts = { name, kind, ...(distinct === undefined ? {} : { levels: distinct }) };
  if (plan.leftOut || !values) return { candidate: { ...facts, missing: 0, leftOut: plan.leftOut ?? "unreadable" } };
  return kind === "category" ? category(plan, facts, values) : measured(facts, values, asOf);
}

type Facts = Pick<Candidate, "name" | "kind" | "levels">;

function category({ name, levels = [] }: PlannedColumn, facts: Facts, values: Float64Array): MadeFeature {
  const codes = levels.length + 1 < 256 ? Uint8Array.from(values) : Uint16Array.from(values);
  const missing = shareOf(values, (value) => value === 0);
  const candidate = { ...facts, missing };
  if (missing === 1) return { candidate: { ...candidate, leftOut: "empty" } };
  if (codes.every((code) => code === codes[0])) return { candidate: { ...candidate, leftOut: "constant" } };
  return { candidate, feature: { kind: "category", name, codes, levels } };
}

function measured(facts: Facts, values: Float64Array, asOf: string | undefined): MadeFeature {
  const missing = shareOf(values, Number.isNaN);
  const candidate = { ...facts, missing };
  if (missing === 1) return { candidate: { ...candidate, leftOut: "empty" } };
  if (isConstant(values)) return { candidate: { ...candidate, leftOut: "constant" } };
  if (facts.kind === "number")
    return isRunningNumber(values)
      ? { candidate: { ...candidate, leftOut: "identifier" } }
      : { candidate, feature: numberFeature(facts.name, values) };
  const latestDay = asOf === undefined ? values.reduce((latest, day) => (day > latest ? day : latest), -Infinity) : dayNumber(asOf);
  const laterDates = values.reduce((count, day) => (day > latestDay ? count + 1 : count), 0);
  const ages = values.map((day) => latestDay - day);
  return { candidate: { ...candidate, latestDay, laterDates }, feature: numberFeature(facts.name, ages) };
}

const shareOf = (values: Float64Array, test: (value: number) => boolean): number =>
  values.reduce((sum, value) => (test(value) ? sum + 1 : sum), 0) / Math.max(1, values.length);

/** One value in every row; a column that is known in some rows only still tells which. */
function isConstant(values: Float64Array): boolean {
  const first = values[0];
  return values.every((value) => value === first);
}

/** Every whole number of a range once: the number of the row, or an id. */
function isRunningNumber(values: Float64Array): boolean {
  if (values.length < 20) return false;
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const seen = new Uint8Array(values.length);
  return values.every((value) => {
    const place = value - low;
    if (!Number.isInteger(place) || place >= seen.length || seen[place] === 1) return false;
    seen[place] = 1;
    return true;
  });
}
