import { featureName } from "./feature-name.js";
import { amountInterval, oddsInterval, oddsText, plainPercent } from "./figure-text.js";
import { fewestOfEither } from "./learn.js";
import type { DriverValues, LeakValues, ProfitValues } from "./values.js";
import type { Told, Voice } from "./voice.js";

const mostNames = 3;

const quoted = (name: string) => `"${name}"`;

function names(leaks: readonly LeakValues[]): string {
  const shown = leaks.slice(0, mostNames).map(({ column }) => quoted(column));
  return leaks.length > mostNames ? `${shown.join(", ")} and ${leaks.length - mostNames} more` : shown.join(" and ");
}

function driver({ values, ...f }: Told, { feature, kind, level, against, step, oddsRatio }: DriverValues): string {
  const odds = `${oddsText(oddsRatio.value, f)} times as high`;
  const interval = `${f.confidence} CI ${oddsInterval(oddsRatio, f)}`;
  const name = quoted(featureName(feature, values, "en"));
  if (kind === "category") return `${name} (odds ${odds} with ${quoted(level ?? "")} as with ${quoted(against ?? "")}, ${interval})`;
  const more = kind === "date" ? `${f.number(step)} days earlier` : `${f.number(step)} more`;
  return `${name} (odds ${odds} for ${more}, ${interval})`;
}

const counted = ({ values, words, count }: Told) => `n = ${count(values.customers)} ${words.people}, ${count(values.events)} ${words.did}`;

const terms = ({ words, percent, number }: Told, { saveValue, contactCost, contactSuccess }: ProfitValues) =>
  `at ${number(contactCost)} per contact, ${plainPercent(contactSuccess, { percent })} success and ${number(saveValue)} per ${words.gained}`;

/** The sentences in English. */
export const english: Voice = {
  between: " ",
  finding: (told, { auc }, { share, gain, lift }) =>
    `The ${plainPercent(share, told)} of ${told.words.people} ${told.words.first} hold ${told.percent(gain.value)} of ${told.words.those}, ` +
    `${told.number(lift)} times their share (${told.confidence} CI ${told.percentInterval(gain.interval)}; ${counted(told)}; ` +
    `AUC ${told.number(auc.value)}, ${told.confidence} CI ${told.interval(auc.interval)}, 0.5 is chance; judged on ${told.words.people} the ` +
    `model had not seen).`,
  notBetter: (told, { auc }) =>
    `These columns do not tell ${told.words.those} from the others: on ${told.words.people} that it had not seen, the model was no better ` +
    `than the base rate of ${told.percent(told.values.baseRate.value)} (AUC ${told.number(auc.value)}, ${told.confidence} CI ` +
    `${told.interval(auc.interval)}, 0.5 is chance; ${counted(told)}).`,
  definition: ({ words, count, date }, { days, trainingDay, scoringDay }) =>
    `Here ${words.event} means no order or event for ${count(days)} days after ${date(trainingDay ?? scoringDay)}.`,
  oneClass: (told) =>
    `There is nothing to tell apart: ${told.values.events === 0 ? "none" : "all"} of the ${told.count(told.values.customers)} ` +
    `${told.words.people} with a known outcome ${told.words.did}.`,
  tooFew: (told) =>
    `Too few to learn from: at least ${fewestOfEither} ${told.words.people} with and ${fewestOfEither} without the outcome are needed (${counted(told)}).`,
  noFeature: (told) => `There is no column to learn from: none tells the ${told.words.people} apart (${counted(told)}).`,
  drivers: (told, drivers) =>
    `What goes with ${told.words.event}, the other columns equal: ${drivers.map((one) => driver(told, one)).join("; ")}.`,
  noDrivers: ({ words }) => `No single column is clearly tied to ${words.event} once the others are held equal.`,
  money: (told, profit, people) =>
    `${sentence(terms(told, profit))}, it pays best to contact the ${plainPercent(profit.best.share, told)} with a ${told.words.risk} above ` +
    `${told.percent(profit.best.threshold)}: ${told.compact(profit.best.profit)} expected (${told.confidence} CI ` +
    `${amountInterval(profit.best.interval, told, " to ")}) on these ${told.count(people)} ${told.words.people}.`,
  noContactPays: (told, profit) => `${sentence(terms(told, profit))}, no contact pays.`,
  leftOut: (told, leaks) =>
    `${names(leaks)} ${leaks.length === 1 ? "is" : "are"} left out: known, it seems, only after the outcome ` +
    `(AUC ${told.list(leaks.slice(0, mostNames).map(({ aucAlone }) => told.number(aucAlone)))} alone).`,
  kept: (_, leaks) =>
    `${names(leaks)} ${leaks.length === 1 ? "takes" : "take"} part but ${leaks.length === 1 ? "looks" : "look"} as if written down after the ` +
    `outcome: find out before you act on this.`,
  treesSeeMore: (told, { auc, difference }) =>
    `Trees see more than this model (AUC ${told.number(auc.value)}, higher by ${told.number(difference.value)}, ${told.confidence} CI ` +
    `${told.interval(difference.interval)}): some columns matter only together.`,
  limits: ({ words }) => `This shows ${words.shown}, neither why nor whom a contact would ${words.gain}: only a hold-out shows that.`,
  nothingShown: ({ words }) => `No ${words.list} can be drawn from this, and no reasons for ${words.event}.`,
  next: (told, profit) => {
    const { words, values, count } = told;
    const reachable = profit && values.from === "table" ? profit.best.contacts - profit.best.events : undefined;
    const whom = profit ? `with a ${words.risk} above ${told.percent(profit.best.threshold)}` : `in the tenth ${words.first}`;
    const many = reachable === undefined ? "" : `${count(reachable)} `;
    const held = reachable === undefined ? "a random tenth" : `a random ${count(Math.max(1, Math.round(reachable / 10)))}`;
    return (
      `Next: contact the ${many}${words.people} ${words.reachable}, ${whom}, keep ${held} of them as a hold-out, and compare ` +
      `${words.compare} after ${count(values.outcome.definition?.days ?? 90)} days.`
    );
  },
  nextWithoutContact: ({ words }) =>
    `Next: find a cheaper contact or one that succeeds more often, test it on a random tenth of the ${words.people} ${words.first}, and run this again.`,
  combineColumns: ({ words }) =>
    `Next: make columns of what matters together (such as complaints per use), so that the reasons for ${words.event} show, and run this again.`,
  betterColumns: ({ words }) =>
    `Next: add what comes closer to the behaviour of ${words.people} (use, complaints, prices paid) as it stood before the outcome, and run this again.`,
  moreRows: ({ words }) => `Next: run this again on ${words.people} of a longer period, with both outcomes among them.`,
};

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
