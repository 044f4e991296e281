import { format, type Format } from "../../language/format.js";
import type { Language } from "../../language/language.js";
import { plainPercent } from "./figure-text.js";
import type { TopGroup } from "./top-tenth.js";
import type { ChurnDefinition, ChurnValues, ComparisonValues, DriverValues, EvaluationValues, LeakValues, ProfitValues } from "./values.js";
import type { Vocabulary, Words } from "./vocabulary.js";

/** What a sentence may need. */
export interface Told extends Format {
  readonly values: ChurnValues;
  readonly words: Words;
  /** Of the intervals: `95 %`. */
  readonly confidence: string;
}

/** The values with the words and formats of a language. */
export function tell(values: ChurnValues, { words }: Vocabulary, language: Language): Told {
  const f = format(language);
  return { values, words: words[language], confidence: plainPercent(values.confidence, f), ...f };
}

/** The sentences of one language. */
export interface Voice {
  /** What stands between two sentences. */
  readonly between: string;
  finding(told: Told, evaluation: EvaluationValues, top: TopGroup): string;
  notBetter(told: Told, evaluation: EvaluationValues): string;
  definition(told: Told, definition: ChurnDefinition): string;
  oneClass(told: Told): string;
  tooFew(told: Told): string;
  noFeature(told: Told): string;
  drivers(told: Told, drivers: readonly DriverValues[]): string;
  noDrivers(told: Told): string;
  money(told: Told, profit: ProfitValues, people: number): string;
  noContactPays(told: Told, profit: ProfitValues): string;
  leftOut(told: Told, leaks: readonly LeakValues[]): string;
  kept(told: Told, leaks: readonly LeakValues[]): string;
  treesSeeMore(told: Told, comparison: ComparisonValues): string;
  limits(told: Told): string;
  nothingShown(told: Told): string;
  next(told: Told, profit: ProfitValues | undefined): string;
  nextWithoutContact(told: Told): string;
  combineColumns(told: Told): string;
  betterColumns(told: Told): string;
  moreRows(told: Told): string;
}
