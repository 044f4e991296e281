import { abTestKeyNumbers } from "./ab-test/key-numbers.js";
import type { AbTestValues } from "./ab-test/values.js";
import type { Language } from "../language/language.js";
import { makeKeyNumbers } from "./churn/key-numbers.js";
import type { ChurnValues } from "./churn/values.js";
import { churnVocabulary, leadVocabulary } from "./churn/vocabulary.js";
import type { KeyNumber } from "./key-number.js";
import type { ResultJson } from "./result.js";
import { rfmKeyNumbers } from "./rfm/key-numbers.js";
import type { RfmValues } from "./rfm/values.js";

const byAnalysis: Readonly<Record<string, (values: never, language: Language) => readonly KeyNumber[]>> = {
  "ab-test": (values: AbTestValues, language) => abTestKeyNumbers(values, language),
  rfm: (values: RfmValues, language) => rfmKeyNumbers(values, language),
  churn: (values: ChurnValues, language) => makeKeyNumbers(churnVocabulary)(values, language),
  "lead-score": (values: ChurnValues, language) => makeKeyNumbers(leadVocabulary)(values, language),
};

/** The three numbers that matter most in a result, as a report shows them; none where the analysis names none. */
export const keyNumbers = ({ analysis, values, language }: Pick<ResultJson, "analysis" | "values" | "language">): readonly KeyNumber[] =>
  byAnalysis[analysis]?.(values as never, language) ?? [];
