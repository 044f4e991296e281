import { format } from "../../language/format.js";
import type { Language } from "../../language/language.js";
import { clearLevel, extremes, isTooFew, strongestEffect } from "./facts.js";
import { chinese } from "./reading-chinese.js";
import { english } from "./reading-english.js";
import type { SurvivalValues } from "./values.js";

/** The finding with its interval, what goes with it, what it does not show, and one next step. */
export function readSurvival(values: SurvivalValues, { language }: { readonly language: Language }): readonly string[] {
  const voice = language === "zh-CN" ? chinese : english;
  const f = format(language);
  if (values.events === 0) return [voice.noEvents(values, f), voice.limits(values), voice.waitLonger(values, f)];
  if (isTooFew(values)) return [voice.tooFew(values, f), voice.limits(values), voice.waitLonger(values, f)];
  const { comparison, early, neverBack } = values;
  const found = extremes(values);
  const isClear = comparison?.pValue !== undefined && comparison.pValue < clearLevel;
  const finding =
    comparison && found && isClear
      ? [voice.groups(values, found, f), voice.difference(values, found, f)]
      : [voice.overall(values, f), ...(comparison?.pValue === undefined ? [] : [voice.noDifference(values, comparison.pValue, f)])];
  const strongest = strongestEffect(values);
  const first = neverBack ? [voice.neverBack(values, neverBack, f)] : early ? [voice.early(values, early, f)] : [];
  const driver = strongest ? [voice.effect(values, strongest, f)] : isClear ? [] : first;
  return [...finding, ...driver, voice.limits(values), voice.next(values, f)];
}
