import { currentLanguage, type Language } from "../language/language.js";
import { mostRows, type Sheet } from "../report/workbook/sheet.js";
import type { Result, ResultJson } from "./result.js";
import { sheetsOf } from "./sheets.js";

/** A result that a notebook showed, with its tables. */
export interface ShownResult {
  /** As `toJSON` gives it; of larger tables the first 200,000 rows. */
  readonly json: ResultJson;
  readonly sheets: readonly Sheet[];
}

const { process: started } = globalThis as { process?: { env?: Readonly<Record<string, string | undefined>> } };

/** Only a run that writes files keeps results; elsewhere they go when nobody holds them. */
const isKept = started?.env?.["MARKLAB_KEEP_RESULTS"] === "1";
const kept = new Set<Result>();

/** Remembers that a result was shown, where the session was started to keep them. */
export function noteShown(result: Result): void {
  if (isKept) kept.add(result);
}

const cut = (json: ResultJson): ResultJson => (json.table.length > mostRows ? { ...json, table: json.table.slice(0, mostRows) } : json);

/** What was shown so far, in the order in which it was shown. */
export const shownResults = (language: Language = currentLanguage()): ShownResult[] =>
  [...kept].map((result) => ({ json: cut(result.toJSON(language)), sheets: sheetsOf(result, language) }));
