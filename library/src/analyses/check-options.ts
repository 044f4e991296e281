import type { z } from "zod";
import type { Role } from "../data/dataset.js";
import type { AnalysisFacts, RoleNeeds } from "./analysis.js";
import { optionInvalid, optionUnknown } from "./errors.js";
import { nearestName } from "./nearest-name.js";
import { optionProblem } from "./option-problem.js";
import { fittingValue, neededValue, shownValue } from "./option-needs.js";

/** Options of a call, taken apart and checked. */
export interface CheckedOptions {
  readonly columns: Partial<Record<Role, string>>;
  readonly options: Record<string, unknown>;
  readonly signal: AbortSignal | undefined;
}

type Given = Readonly<Record<string, unknown>>;

/**
 * Takes the options of a call apart: columns by role, options with their defaults, the signal.
 *
 * @throws DataError `option-unknown` (with the nearest name), `option-invalid` (with what is needed and one value that would do)
 */
export function checkOptions(facts: Pick<AnalysisFacts, "title" | "roles" | "options" | "schema">, given: Given = {}): CheckedOptions {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw optionInvalid({ analysis: facts.title, option: "options", found: shownValue(given), needed: optionsNeeded, fix: optionsFix });
  }
  refuseUnknown(facts, given);
  const columns = columnNames(facts, given);
  const signal = signalOf(facts, given.signal);
  const own = Object.fromEntries(Object.entries(given).filter(([name]) => !(name in facts.roles) && name !== "signal"));
  const parsed = facts.options.safeParse(own);
  if (!parsed.success) throw invalid(facts, own, parsed.error);
  return { columns, options: parsed.data, signal };
}

const optionsNeeded = { en: "an object", "zh-CN": "一个对象" };
const optionsFix = { en: '{ asOf: "2024-01-31" }', "zh-CN": '{ asOf: "2024-01-31" }' };
const columnNeeded = { en: "the name of a column", "zh-CN": "列名" };
const columnFix = { en: "leaving it out, so that the column is found", "zh-CN": "自动识别（去掉该选项）" };
const signalNeeded = { en: "an AbortSignal", "zh-CN": "AbortSignal" };
const signalFix = { en: "new AbortController().signal", "zh-CN": " new AbortController().signal" };

function refuseUnknown({ title, schema }: Pick<AnalysisFacts, "title" | "schema">, given: Given): void {
  const known = Object.keys(schema.properties);
  const option = Object.keys(given).find((name) => name !== "signal" && !known.includes(name));
  if (option === undefined) return;
  throw optionUnknown({ analysis: title, option, known, nearest: nearestName(option, [...known, "signal"]) ?? "" });
}

function columnNames({ title, roles }: { title: AnalysisFacts["title"]; roles: RoleNeeds }, given: Given): Partial<Record<Role, string>> {
  const named = (Object.keys(roles) as Role[]).filter((role) => given[role] !== undefined);
  const wrong = named.find((role) => typeof given[role] !== "string" || given[role] === "");
  if (wrong) {
    throw optionInvalid({ analysis: title, option: wrong, found: shownValue(given[wrong]), needed: columnNeeded, fix: columnFix });
  }
  return Object.fromEntries(named.map((role) => [role, given[role]]));
}

function signalOf({ title }: Pick<AnalysisFacts, "title">, signal: unknown): AbortSignal | undefined {
  if (signal === undefined || signal instanceof AbortSignal) return signal;
  throw optionInvalid({ analysis: title, option: "signal", found: shownValue(signal), needed: signalNeeded, fix: signalFix });
}

function invalid({ title, schema }: Pick<AnalysisFacts, "title" | "schema">, given: Given, error: z.ZodError): Error {
  const { option, value, schema: needs } = optionProblem(error, given, schema);
  return optionInvalid({
    analysis: title,
    option,
    found: shownValue(value),
    needed: neededValue(needs),
    fix: fittingValue(needs, value),
  });
}
