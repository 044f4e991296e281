import { format, type Format } from "../../language/format.js";
import type { Language } from "../../language/language.js";
import { clearLevel, extremes, isTooFew, strongestEffect } from "./facts.js";
import { chinese } from "./reading-chinese.js";
import { english } from "./reading-english.js";
import type { SurvivalValues } from "./values.js";
import type { Voice } from "./voice.js";

/** The finding with its interval, what goes with it, what it does not show, and one next step. */
export function readSurvival(values: SurvivalValues, { language }: { readonly language: Language }): readonly string[] {
  const voice = language === "zh-CN" ? chinese : english;
  const f = format(language);
  if (values.events === 0) return [voice.noEvents(values, f), voice.limits(values), voice.waitLonger(values, f)];
  if (isTooFew(values)) return [voice.tooFew(values, f), voice.limits(values), voice.waitLonger(values, f)];
  const strongest = strongestEffect(values);
  const { early, notBack, history, mode } = values;
  const isCompared = values.groups.length > 1;
  const driver = strongest ? [voice.effect(values, strongest, f)] : early && !isCompared && !notBack ? [voice.early(values, early, f)] : [];
  const definition = mode === "lifetime" && history ? [voice.definition(history.definition, f)] : [];
  return [...finding(values, voice, f), ...driver, ...definition, voice.limits(values), voice.next(values, f)];
}

/** The groups where they differ clearly; else all customers, and that the groups do not. */
function finding(values: SurvivalValues, voice: Voice, f: Format): string[] {
  const { comparison, notBack, history, overall } = values;
  const found = extremes(values);
  const { pValue } = comparison ?? {};
  if (found && pValue !== undefined && pValue < clearLevel) return [voice.groups(values, found, f), voice.difference(values, found, f)];
  // Half are lost on the first day on which anybody can be: what matters is that they came once.
  const isOnce = notBack !== undefined && overall.median.value === history?.definition.days;
  const all = isOnce ? voice.notBack(values, notBack, f) : voice.overall(values, f);
  return [all, ...(pValue === undefined ? [] : [voice.noDifference(values, pValue, f)])];
}
