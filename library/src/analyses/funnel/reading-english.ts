import type { Told, Voice } from "./reading-voice.js";
import type { Gain, Share } from "./values.js";
import { fewEntries, pointsInterval, probability, unitCount, unitWord, windowText } from "./vocabulary.js";

const within = ({ values }: Told): string => `within ${windowText(values.window, "en")}`;
const period = ({ values, f }: Told): string => f.period(values.period.from, values.period.to);
const ci = ({ f }: Told, share: Share): string => `95 % CI ${f.percentInterval(share.interval)}`;
const some = ({ values }: Told): string => unitWord(values, "en");

const more = ({ f }: Told, conversions: number): string =>
  `${f.count(conversions)} more ${Math.round(conversions) === 1 ? "conversion" : "conversions"}`;

/** More conversions a month with their interval and their value, or in the whole period where it is too short for a month. */
function gained(told: Told, gain: Gain): string {
  const { f } = told;
  const {
    conversionsPerMonth: monthly,
    conversionsPerMonthInterval: range,
    valuePerMonth: worth,
    valuePerMonthInterval: worthRange,
  } = gain;
  if (monthly === undefined || range === undefined)
    return `${more(told, gain.conversions)} in the period (95 % CI ${f.interval(gain.conversionsInterval.map(Math.round) as [number, number])})`;
  const value =
    worth !== undefined && worthRange !== undefined
      ? `, worth ${f.compact(worth)} (${f.interval(worthRange.map(Math.round) as [number, number])})`
      : "";
  return `${more(told, monthly)} a month (95 % CI ${f.interval(range.map(Math.round) as [number, number])})${value}`;
}

/** Every sentence about a funnel in English; beside each stands its Chinese in `reading-chinese.ts`. */
export const english: Voice = {
  nobodyEntered: (told) =>
    `Nobody entered the funnel: none of the ${told.f.count(told.values.rows.used)} events is "${told.first}" (${period(told)}).`,
  checkFirst: (told) => `Next: compare the name of the first step, "${told.first}", with the names in the data, case and spaces included.`,
  tooFew: (told) =>
    `Too few to tell (n = ${told.f.count(told.values.entered)}): ${told.f.count(told.values.converted)} of ${unitCount(told.values, told.values.entered, "en")} ` +
    `reached "${told.last}" ${within(told)} (${period(told)}).`,
  gatherMore: ({ f, values }) =>
    `Next: run this again on a longer period, with at least ${f.count(fewEntries)} ${unitWord(values, "en")} who enter.`,
  nobodyConverted: (told) =>
    `Nobody of the ${unitCount(told.values, told.values.entered, "en")} who entered reached "${told.last}" ${within(told)}` +
    `${told.values.conversion ? ` (${ci(told, told.values.conversion)})` : ""}; the last step anyone reached is ` +
    `"${told.values.steps.findLast(({ count }) => count > 0)?.name}" (${period(told)}).`,
  checkLast: (told) =>
    `Next: check that "${told.last}" is recorded under this name, and that a window of ${windowText(told.values.window, "en")} is long enough for it.`,
  allConverted: (told) =>
    `All ${unitCount(told.values, told.values.entered, "en")} who entered reached "${told.last}" ${within(told)}` +
    `${told.values.conversion ? ` (${ci(told, told.values.conversion)}; n = ${told.f.count(told.values.entered)})` : ""}: no step loses anybody.`,
  oneStep: (told) =>
    `There is one step only: ${unitCount(told.values, told.values.entered, "en")} did "${told.first}" (${period(told)}), and there is nowhere to stop.`,
  addSteps: () => "Next: add the steps that should follow it.",
  checkAll: () => "Next: check that the first step is recorded also for those who stop; a log of successes alone has no leak to show.",
  leak: (told, { name, fromName, share, next }) =>
    `Most stop before "${name}": ${told.f.percent(share.value)} of those who reach "${fromName}" do not go on ${within(told)} (${ci(told, share)}, n = ${told.f.count(share.n)})` +
    (next
      ? `, ${told.f.points(next.difference)} more than at the next largest leak, "${next.name}" (95 % CI ${pointsInterval(next.interval, "en")}).`
      : "."),
  noLeak: (told, { name, share, next }) =>
    `No step stands out: the largest loss, before "${name}" (${told.f.percent(share.value)}, ${ci(told, share)}, n = ${told.f.count(share.n)}), is not clearly larger than the next, ` +
    `before "${next?.name}" (${told.f.percent(next?.share.value)}; difference 95 % CI ${pointsInterval(next?.interval ?? [0, 0], "en")}).`,
  onlyConversion: (told) =>
    `${told.f.percent(told.values.conversion?.value)} of ${unitCount(told.values, told.values.entered, "en")} reach "${told.last}" ${within(told)}` +
    `${told.values.conversion ? ` (${ci(told, told.values.conversion)})` : ""}.`,
  gain: (told, { closing }) =>
    `If half of them went on, and then as far as those who do, that would be about ${gained(told, closing.half)}.`,
  comparison: ({ values: { comparison }, f }) => {
    const { first = "", second = "", overall } = comparison ?? {};
    if (!overall) return "";
    const rates = `${f.percent(overall.second.value)} convert in "${second}" (n = ${f.count(overall.second.n)}) and ${f.percent(overall.first.value)} in "${first}" (n = ${f.count(overall.first.n)})`;
    return `${rates}: a difference of ${f.points(overall.difference)} (95 % CI ${pointsInterval(overall.interval, "en")}; ${probability(overall.p, "en")}).`;
  },
  limits: (told) => `This shows where ${some(told)} stop, not why, and not what a change would do.`,
  next: (told, { name, fromName }) => {
    const { outlying, f } = told;
    const where = outlying
      ? ` from "${outlying.group.name}", where ${f.percent(outlying.lost.value)} stop (${ci(told, outlying.lost)}, n = ${f.count(outlying.lost.n)}; elsewhere ${f.percent(outlying.lostElsewhere.value)})`
      : "";
    return `Next: watch 20 session recordings between "${fromName}" and "${name}"${where}, and A/B test one simpler version of that step.`;
  },
  nextWithoutLeak: (told) =>
    told.outlying
      ? `Next: look at "${told.outlying.group.name}" first, where ${told.f.percent(told.outlying.lost.value)} stop before "${told.values.leak?.name}" (${ci(told, told.outlying.lost)}, n = ${told.f.count(told.outlying.lost.n)}; elsewhere ${told.f.percent(told.outlying.lostElsewhere.value)}).`
      : `Next: choose the step by what a change there costs rather than by its loss, or ${told.values.breakdown ? "gather more data" : "break the funnel down by channel or platform"} before deciding.`,
};
