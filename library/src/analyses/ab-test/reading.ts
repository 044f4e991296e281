import type { Language } from "../../language/language.js";
import { headlineOf, isOneUnit, simpsonOf } from "./reading-facts.js";
import { readFinding } from "./reading-finding.js";
import { readLimits } from "./reading-limits.js";
import { readMeaning } from "./reading-meaning.js";
import { readNext } from "./reading-next.js";
import type { AbTestValues } from "./values.js";

const alone = {
  en: "There is one arm only: nothing can be compared.",
  "zh-CN": "只有一个组别，无从比较。",
} as const;

/** The finding with its interval, what it comes to, what it does not show, and one next step; nothing is claimed of a test that is broken. */
export function readAbTest(values: AbTestValues, { language }: { readonly language: Language }): readonly string[] {
  const headline = headlineOf(values);
  if (!headline) return [alone[language]];
  const { conclusion } = headline.comparison;
  const isTold =
    values.decision.decision !== "fix-the-test" &&
    conclusion !== "blocked" &&
    conclusion !== "too-few" &&
    !simpsonOf(headline) &&
    !isOneUnit(headline);
  const meaning = isTold ? readMeaning(headline, language) : "";
  return [
    readFinding(headline, language),
    ...(meaning === "" ? [] : [meaning]),
    readLimits(headline, language),
    readNext(headline, language),
  ];
}
