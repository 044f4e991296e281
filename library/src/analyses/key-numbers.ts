import type { Language } from "../language/language.js";
import type { KeyNumber } from "./key-number.js";
import type { ResultJson } from "./result.js";
import { rfmKeyNumbers } from "./rfm/key-numbers.js";
import type { RfmValues } from "./rfm/values.js";

const byAnalysis: Readonly<Record<string, (values: never, language: Language) => readonly KeyNumber[]>> = {
  rfm: (values: RfmValues, language) => rfmKeyNumbers(values, language),
};

/** The three numbers that matter most in a result, as a report shows them; none where the analysis names none. */
export const keyNumbers = ({ analysis, values, language }: Pick<ResultJson, "analysis" | "values" | "language">): readonly KeyNumber[] =>
  byAnalysis[analysis]?.(values as never, language) ?? [];
