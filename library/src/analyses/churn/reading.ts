import type { Language } from "../../language/language.js";
import { isClear } from "./figure-text.js";
import { fewestOfEither } from "./learn.js";
import { chinese } from "./reading-chinese.js";
import { english } from "./reading-english.js";
import { topTenth } from "./top-tenth.js";
import type { ChurnValues, DriverValues, ModelValues } from "./values.js";
import type { Vocabulary } from "./vocabulary.js";
import { tell, type Told, type Voice } from "./voice.js";

const voices: Readonly<Record<Language, Voice>> = { en: english, "zh-CN": chinese };
const mostDrivers = 3;
/** A gain in the area under the curve that is worth a harder model. */
export const worthwhileGain = 0.01;

/** Why there is no model: one outcome only, too few of either, or no column to learn from. */
export function reasonForNoModel({ customers, events }: Pick<ChurnValues, "customers" | "events">): "oneClass" | "tooFew" | "noFeature" {
  if (events === 0 || events === customers) return "oneClass";
  return Math.min(events, customers - events) < fewestOfEither ? "tooFew" : "noFeature";
}

function withoutModel(told: Told, voice: Voice): string[] {
  const reason = reasonForNoModel(told.values);
  return [voice[reason](told), voice.nothingShown(told), reason === "noFeature" ? voice.betterColumns(told) : voice.moreRows(told)];
}

/** Columns that are known only after the outcome: which are left out, and which take part all the same. */
function leakSentences(told: Told, voice: Voice): string[] {
  const { leaks } = told.values;
  const leftOut = leaks.filter((leak) => leak.leftOut);
  const kept = leaks.filter((leak) => !leak.leftOut);
  return [...(kept.length > 0 ? [voice.kept(told, kept)] : []), ...(leftOut.length > 0 ? [voice.leftOut(told, leftOut)] : [])];
}

/** Features whose direction is known, the strongest first. */
export const clearDrivers = ({ drivers }: ModelValues): readonly DriverValues[] => drivers.filter(({ oddsRatio }) => isClear(oddsRatio));

function money(told: Told, voice: Voice, { profit, evaluation }: ModelValues): string[] {
  if (!profit) return [];
  return [profit.best.share > 0 ? voice.money(told, profit, evaluation.customers) : voice.noContactPays(told, profit)];
}

/** How a log was turned into outcomes. */
const definition = (told: Told, voice: Voice): string[] =>
  told.values.outcome.definition ? [voice.definition(told, told.values.outcome.definition)] : [];

/** What the simple model leaves on the table. */
const trees = (told: Told, voice: Voice, { comparison }: ModelValues): string[] =>
  comparison?.verdict === "trees-better" && comparison.difference.value >= worthwhileGain ? [voice.treesSeeMore(told, comparison)] : [];

function withModel(told: Told, voice: Voice, model: ModelValues): string[] {
  const top = topTenth(model.evaluation, told.values.confidence);
  if (!top || !model.evaluation.beatsBaseRate) {
    const seenByTrees = trees(told, voice, model);
    const beside = [...definition(told, voice), ...leakSentences(told, voice), ...seenByTrees, voice.nothingShown(told)];
    const next = seenByTrees.length > 0 ? voice.combineColumns(told) : voice.betterColumns(told);
    return [voice.notBetter(told, model.evaluation), beside.join(voice.between), next];
  }
  const drivers = clearDrivers(model).slice(0, mostDrivers);
  const isContactWorthwhile = model.profit === undefined || model.profit.best.share > 0;
  return [
    voice.finding(told, model.evaluation, top),
    drivers.length > 0 ? voice.drivers(told, drivers) : voice.noDrivers(told),
    [
      ...definition(told, voice),
      ...leakSentences(told, voice),
      ...money(told, voice, model),
      ...trees(told, voice, model),
      voice.limits(told),
    ].join(voice.between),
    isContactWorthwhile ? voice.next(told, model.profit) : voice.nextWithoutContact(told),
  ];
}

/**
 * How well the model tells who leaves (or buys), what goes with it, what contacting would bring, what it does not show, and one next step.
 *
 * Where it is no better than the base rate, or nothing can be learnt, that is the finding, and no driver is named.
 */
export const makeReading =
  (vocabulary: Vocabulary) =>
  (values: ChurnValues, { language }: { readonly language: Language }): readonly string[] => {
    const told = tell(values, vocabulary, language);
    return values.model ? withModel(told, voices[language], values.model) : withoutModel(told, voices[language]);
  };
