import { abTestKeyNumbers } from "./ab-test/key-numbers.js";
import type { AbTestValues } from "./ab-test/values.js";
import type { Language } from "../language/language.js";
import { makeKeyNumbers } from "./churn/key-numbers.js";
import type { ChurnValues } from "./churn/values.js";
import { churnVocabulary, leadVocabulary } from "./churn/vocabulary.js";
import { funnelKeyNumbers } from "./funnel/key-numbers.js";
import type { FunnelValues } from "./funnel/values.js";
import type { KeyNumber } from "./key-number.js";
import type { ResultJson } from "./result.js";
import { powerKeyNumbers } from "./power/key-numbers.js";
import type { PowerValues } from "./power/values.js";
import { rfmKeyNumbers } from "./rfm/key-numbers.js";
import type { RfmValues } from "./rfm/values.js";
import { survivalKeyNumbers } from "./survival/key-numbers.js";
import type { SurvivalValues } from "./survival/values.js";

const byAnalysis: Readonly<Record<string, (values: never, language: Language) => readonly KeyNumber[]>> = {
  "ab-test": (values: AbTestValues, language) => abTestKeyNumbers(values, language),
  funnel: (values: FunnelValues, language) => funnelKeyNumbers(values, language),
  power: (values: PowerValues, language) => powerKeyNumbers(values, language),
  rfm: (values: RfmValues, language) => rfmKeyNumbers(values, language),
  churn: (values: ChurnValues, language) => makeKeyNumbers(churnVocabulary)(values, language),
  "lead-score": (values: ChurnValues, language) => makeKeyNumbers(leadVocabulary)(values, language),
  survival: (values: SurvivalValues, language) => survivalKeyNumbers(values, language),
};

/** The three numbers that matter most in a result, as a report shows them; none where the analysis names none. */
export const keyNumbers = ({ analysis, values, language }: Pick<ResultJson, "analysis" | "values" | "language">): readonly KeyNumber[] =>
  byAnalysis[analysis]?.(values as never, language) ?? [];
