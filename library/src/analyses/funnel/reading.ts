import { format } from "../../language/format.js";
import type { Language } from "../../language/language.js";
import { outlyingGroup } from "./outlying-group.js";
import { chinese } from "./reading-chinese.js";
import { english } from "./reading-english.js";
import type { Told, Voice } from "./reading-voice.js";
import type { FunnelValues } from "./values.js";
import { fewEntries } from "./vocabulary.js";

function told(values: FunnelValues, language: Language): Told {
  const required = values.steps.filter(({ isOptional }) => !isOptional);
  const { breakdown, leak } = values;
  return {
    values,
    f: format(language),
    first: required[0]?.name ?? "",
    last: required.at(-1)?.name ?? "",
    outlying: breakdown && leak && outlyingGroup(breakdown, leak),
  };
}

/** What the largest loss says, how it compares, and what less of it would bring; two groups that were asked for come before the gain. */
function sentences(voice: Voice, facts: Told): readonly string[] {
  const { leak, comparison, entered, converted, steps } = facts.values;
  if (entered === 0) return [voice.nobodyEntered(facts), voice.checkFirst(facts)];
  if (steps.length === 1) return [voice.oneStep(facts), voice.addSteps(facts)];
  if (entered < fewEntries) return [voice.tooFew(facts), voice.limits(facts), voice.gatherMore(facts)];
  if (converted === 0) return [voice.nobodyConverted(facts), voice.limits(facts), voice.checkLast(facts)];
  if (converted === entered) return [voice.allConverted(facts), voice.checkAll(facts)];
  const middle = comparison?.overall ? [voice.comparison(facts)] : [];
  if (!leak) return [voice.onlyConversion(facts), ...middle, voice.limits(facts), voice.nextWithoutLeak(facts)];
  if (leak.next && !leak.next.isClear) return [voice.noLeak(facts, leak), ...middle, voice.limits(facts), voice.nextWithoutLeak(facts)];
  return [
    voice.leak(facts, leak),
    ...(middle.length > 0 ? middle : [voice.gain(facts, leak)]),
    voice.limits(facts),
    voice.next(facts, leak),
  ];
}

/** Two to four sentences: where most stop and how clearly, what less of it would bring, what this does not show, and one next step. */
export const readFunnel = (values: FunnelValues, { language }: { readonly language: Language }): readonly string[] =>
  sentences(language === "zh-CN" ? chinese : english, told(values, language));
