import { historyFeatureTitles } from "../customer-history/features.js";
import type { Language } from "../../language/language.js";
import type { ChurnValues } from "./values.js";

/** What a feature is called: the column as the data names it, or what was made of a log in words. */
export const featureName = (name: string, { from }: Pick<ChurnValues, "from">, language: Language): string =>
  (from === "log" ? historyFeatureTitles[name]?.[language] : undefined) ?? name;
