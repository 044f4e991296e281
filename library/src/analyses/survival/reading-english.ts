import type { Format } from "../../language/format.js";
import { effectName, pText } from "./effect-text.js";
import { lastStep } from "./facts.js";
import { lengthOf, unitNames, wordsOf } from "./vocabulary.js";
import type { CurveValues, SurvivalValues } from "./values.js";
import type { Voice } from "./voice.js";

const length = (time: number, { unit }: SurvivalValues, f: Format) => lengthOf(time, unit, f, "en");
const say = (values: SurvivalValues) => wordsOf(values, "en");

/** The interval of a median, open where the band is. */
function medianInterval({ median: { low, high } }: CurveValues, values: SurvivalValues, f: Format): string {
  const { many } = unitNames[values.unit].en;
  if (low === undefined) return "95 % CI not known";
  return high === undefined ? `95 % CI from ${f.number(low)} ${many} on` : `95 % CI ${f.interval([low, high])} ${many}`;
}

const people = ({ customers, events, period }: SurvivalValues, f: Format, counted: string) =>
  `n = ${f.count(customers)} customers, ${f.count(events)} ${counted}${period ? `, ${f.period(period.from, period.to)}` : ""}`;

/** How far a curve came: `half within 35 months (…)`, or what is left at its end. */
function reach(curve: CurveValues, values: SurvivalValues, f: Format): string {
  if (curve.median.value !== undefined) return `half within ${length(curve.median.value, values, f)} (${medianInterval(curve, values, f)})`;
  const last = lastStep(curve);
  const interval = last?.interval ? ` (95 % CI ${f.percentInterval(last.interval)})` : "";
  return `${f.percent(1 - (last?.survival ?? 1))} within ${length(curve.longest, values, f)}${last?.interval ? ` (95 % CI ${f.percentInterval([1 - last.interval[1], 1 - last.interval[0]])})` : interval}`;
}

/** The sentences of the English reading. */
export const english: Voice = {
  overall: (values, f) => {
    const { overall } = values;
    const { happens, counted } = say(values);
    if (overall.median.value === undefined) {
      return `Fewer than half of the customers ${happens} in the time that was watched: ${reach(overall, values, f)}; ${people(values, f, counted)}.`;
    }
    return `Half of the customers ${happens} within ${length(overall.median.value, values, f)} (${medianInterval(overall, values, f)}; ${people(values, f, counted)}).`;
  },
  groups: (values, { shortest, longest }, f) =>
    `"${shortest.group}" ${say(values).sooner}: ${reach(shortest, values, f)}, against ${reach(longest, values, f)} in "${longest.group}"; ${people(values, f, say(values).counted)}.`,
  difference: (values, { shortest, longest }, f) => {
    const { difference, pValue = 1 } = values.comparison ?? {};
    const test = `(log-rank ${pText(pValue, f, "en")}, n = ${f.count(values.customers)})`;
    if (!difference) return `The difference is statistically clear ${test}.`;
    const verb = { loss: "stays", return: "takes", event: "goes" }[values.meaning];
    const end = { loss: "", return: " to come back", event: " without the event" }[values.meaning];
    return (
      `The difference is statistically clear ${test}: within the first ${length(difference.until, values, f)}, "${longest.group}" ${verb} ` +
      `${length(difference.value, values, f)} longer${end} on average than "${shortest.group}" (95 % CI ${f.interval(difference.interval)}).`
    );
  },
  noDifference: ({ groups, customers }, pValue, f) =>
    `The ${groups.length === 2 ? "two" : f.count(groups.length)} groups do not differ clearly (log-rank ${pText(pValue, f, "en")}, n = ${f.count(customers)}).`,
  effect: ({ regression }, effect, f) => {
    const { ratio, interval = [undefined, undefined] as never, reference } = effect;
    const what = regression?.model === "weibull" ? "times as long a time" : "times the risk at any time";
    const other = reference === undefined ? "" : ` of "${reference}"`;
    return (
      `With the other covariates held equal, ${effectName(effect, f, "en")} goes with ${f.number(ratio)} ${what}${other} ` +
      `(95 % CI ${f.interval(interval)}; n = ${f.count(regression?.customers)}).`
    );
  },
  notBack: (values, { share, interval }, f) =>
    `${f.percent(share)} of customers are not active again within ${f.count(values.history?.definition.days)} days of their first day ` +
    `(${interval ? `95 % CI ${f.percentInterval(interval)}; ` : ""}${people(values, f, say(values).counted)}).`,
  definition: ({ days, horizonDays, returns }, f) =>
    `Lost means ${f.count(days)} ${days === 1 ? "day" : "days"} of silence` +
    (returns
      ? `, after which ${f.percent(returns.share)} still return within ${f.count(horizonDays)} days (95 % CI ${f.percentInterval(returns.interval)}).`
      : "; how many return after that could not be watched."),
  early: (values, { time, events }, f) =>
    `A quarter of the ${say(values).events} (${f.count(events)} of ${f.count(values.events)}) come within the first ${length(time, values, f)}.`,
  noEvents: (values, f) =>
    `The event has happened to none of the ${f.count(values.customers)} customers in up to ${length(values.overall.longest, values, f)}: nothing can be said of when it happens.`,
  tooFew: (values, f) => `Too few to tell (${people(values, f, say(values).counted)}): each customer moves the curve.`,
  limits: ({ groups, regression }) =>
    groups.length > 1 || regression
      ? "This shows when it happens and with what it goes, not why: groups differ in other ways too, and customers who are still watched are taken to go on like the others."
      : "This shows when it happens, not why, and takes customers who are still watched to go on like the others.",
  next: (values, f) => {
    const { early, meaning, notBack, history } = values;
    const when = length(early?.time ?? 0, values, f);
    const usual = history?.gaps.percentiles?.p50;
    if (notBack && usual !== undefined) {
      return (
        `Next: remind a random half of the new customers within ${length(usual, values, f)} of their first day, the middle of all gaps between ` +
        "active days, and compare how many come back."
      );
    }
    if (meaning === "return") {
      return `Next: remind a random half of the new customers before ${when} have passed, and compare how many come back within 30 days.`;
    }
    if (meaning === "loss") {
      return `Next: read 20 customers who were lost within the first ${when}, change one thing before that time, and keep a random hold-out group to see what it brings.`;
    }
    return `Next: look at 20 cases from the first ${when}, and decide which one thing to test before that time.`;
  },
  waitLonger: ({ meaning }, f) =>
    `Next: run this again with at least ${f.count(30)} customers and ${f.count(10)} ${wordsOf({ meaning }, "en").events}.`,
};
