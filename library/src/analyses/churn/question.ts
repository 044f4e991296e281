import type { Text } from "../../language/language.js";
import { churnVocabulary, leadVocabulary, type Vocabulary } from "./vocabulary.js";
import { churnWords, leadWords, type OutcomeWords } from "./read-outcome.js";

/** What sets churn and lead scoring apart: words, and which values of an outcome mean the event. */
export interface Question {
  readonly id: "churn" | "lead-score";
  readonly title: Text;
  readonly vocabulary: Vocabulary;
  readonly words: OutcomeWords;
}

export const churnQuestion: Question = { id: "churn", title: churnVocabulary.title, vocabulary: churnVocabulary, words: churnWords };
export const leadQuestion: Question = { id: "lead-score", title: leadVocabulary.title, vocabulary: leadVocabulary, words: leadWords };
