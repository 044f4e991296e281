import type { Check } from "../analysis.js";
import { definitionText } from "../customer-history/index.js";
import type { Warning } from "../result.js";
import { fewestOfEither } from "./learn.js";
import type { LearnSettings } from "./learn-options.js";
import type { Prepared } from "./people.js";
import type { Question } from "./question.js";
import type { ChurnValues } from "./values.js";
import { churnWarnings } from "./warnings.js";

type ChurnCheck = Check<ChurnValues, Prepared, LearnSettings>;

const blocks = (code: string, text: Warning["text"]): Warning => ({ code, level: "blocks", text });
const note = (code: string, text: Warning["text"]): Warning => ({ code, level: "note", text });

const rareEvent = 0.05;
const smallSample = 200;
const fewEvents = 10;
const movedIndex = 0.25;
const slopeOff = 0.2;
const staleAfterDays = 31;

/** Whether anything could be learnt, the gravest first. */
const learning =
  ({ vocabulary }: Question): ChurnCheck =>
  ({ values, reduced }) => {
    const { customers, events, model, outcome } = values;
    if (model) return undefined;
    if (outcome.definition && reduced.isTooShort) return blocks("period-too-short", churnWarnings.noTraining(outcome.definition.days));
    if (outcome.definition && customers === 0) return blocks("nobody-active", churnWarnings.nobodyActive(outcome.definition));
    if (events === 0 || events === customers) return blocks("one-class", churnWarnings.oneClass(values, vocabulary));
    if (Math.min(events, customers - events) < fewestOfEither) return blocks("too-few", churnWarnings.tooFew(values, vocabulary));
    return blocks("no-features", churnWarnings.noFeatures());
  };

const baseRate: ChurnCheck = ({ values: { model } }) =>
  model && !model.evaluation.beatsBaseRate ? blocks("base-rate-not-beaten", churnWarnings.notBetter(model.evaluation)) : undefined;

const leaksKept: ChurnCheck = ({ values: { leaks } }) => {
  const kept = leaks.filter(({ verdict, leftOut }) => verdict === "certain" && !leftOut);
  return kept.length > 0 ? blocks("leaks-kept", churnWarnings.leaksKept(kept)) : undefined;
};

const leaksLeftOut: ChurnCheck = ({ values: { leaks } }) => {
  const found = leaks.filter(({ leftOut }) => leftOut);
  return found.length > 0 ? note("leaks-left-out", churnWarnings.leaksLeftOut(found)) : undefined;
};

const leaksSuspected: ChurnCheck = ({ values: { leaks } }) => {
  const found = leaks.filter(({ verdict }) => verdict === "suspected");
  return found.length > 0 ? note("leaks-suspected", churnWarnings.leaksSuspected(found)) : undefined;
};

const convergence: ChurnCheck = ({ values: { model } }) =>
  model && !model.fit.hasConverged ? blocks("not-converged", churnWarnings.notConverged(model.fit.iterations)) : undefined;

const separation: ChurnCheck = ({ values: { model } }) =>
  model?.fit.regularisedBecause === "separation" ? note("separation", churnWarnings.separation(model.fit.troubledBy)) : undefined;

const events: ChurnCheck = ({ values: { model } }) =>
  model && model.fit.eventsPerParameter < fewEvents ? note("few-events", churnWarnings.fewEvents(model.fit.eventsPerParameter)) : undefined;

const collinear: ChurnCheck = ({ values: { features } }) => {
  const found = features.filter(({ leftOut }) => leftOut === "collinear").map(({ name }) => name);
  return found.length > 0 ? note("collinear", churnWarnings.collinear(found)) : undefined;
};

const nearlyCollinear: ChurnCheck = ({ values: { model } }) =>
  model?.fit.regularisedBecause === "collinearity"
    ? note("nearly-collinear", churnWarnings.nearlyCollinear(model.fit.troubledBy))
    : undefined;

const imbalance =
  ({ vocabulary }: Question): ChurnCheck =>
  ({ values }) => {
    const { value } = values.baseRate;
    return values.model && Math.min(value, 1 - value) < rareEvent
      ? note("class-imbalance", churnWarnings.imbalance(values, vocabulary))
      : undefined;
  };

const small =
  ({ vocabulary }: Question): ChurnCheck =>
  ({ values: { model, customers } }) =>
    model && customers < smallSample ? note("small-sample", churnWarnings.small(customers, vocabulary)) : undefined;

const calibration: ChurnCheck = ({ values: { model } }) => {
  const slope = model?.evaluation.calibration.slope;
  const isOff = slope && (slope.interval[0] > 1 || slope.interval[1] < 1) && Math.abs(slope.value - 1) > slopeOff;
  return model?.evaluation.beatsBaseRate && isOff ? note("calibration-off", churnWarnings.calibration(slope.value)) : undefined;
};

const trees: ChurnCheck = ({ values: { model } }) =>
  model?.comparison?.verdict === "trees-better" && model.comparison.difference.value >= 0.01
    ? note("trees-better", churnWarnings.treesBetter(model.comparison.difference.value, model.comparison.difference.n))
    : undefined;

const drift: ChurnCheck = ({ values: { model } }) => {
  const moved = model?.drift.filter(({ index }) => index > movedIndex).map(({ feature }) => feature) ?? [];
  return moved.length > 0 ? note("drift", churnWarnings.drift(moved, model?.evaluation.method === "time-split")) : undefined;
};

const stale: ChurnCheck = ({ reduced: { staleDays = 0 } }) =>
  staleDays > staleAfterDays ? note("stale-data", churnWarnings.stale(staleDays)) : undefined;

const definition: ChurnCheck = ({ values: { outcome } }) =>
  outcome.definition && outcome.definition.silence.verdict !== "holds" && outcome.definition.silence.verdict !== "plausible"
    ? note("definition-doubtful", definitionText(outcome.definition.silence))
    : undefined;

const openOutcomes =
  ({ vocabulary }: Question): ChurnCheck =>
  ({ values }) =>
    values.from === "table" && values.scored > 0
      ? note("missing-outcomes", churnWarnings.openOutcomes(values.scored, vocabulary))
      : undefined;

const rowsNotUsed: ChurnCheck = ({ values }) => {
  const rows = values.setAside.reduce((sum, { kind, rows: count }) => (kind === "missing-outcome" ? sum : sum + count), 0);
  return rows > 0 ? note("rows-not-used", churnWarnings.rowsNotUsed(values, rows)) : undefined;
};

const repeated =
  ({ vocabulary }: Question): ChurnCheck =>
  ({ reduced: { repeatedCustomers } }) =>
    repeatedCustomers > 0 ? note("repeated-customers", churnWarnings.repeatedCustomers(repeatedCustomers, vocabulary)) : undefined;

const splitFailed: ChurnCheck = ({ values: { model }, options }) =>
  model && options.timeColumn !== undefined && model.evaluation.method !== "time-split"
    ? note("time-split-failed", churnWarnings.splitFailed())
    : undefined;

/** What is looked at before a result is trusted, the gravest first. */
export const makeChecks = (question: Question): readonly ChurnCheck[] => [
  learning(question),
  baseRate,
  leaksKept,
  convergence,
  leaksLeftOut,
  leaksSuspected,
  separation,
  events,
  collinear,
  nearlyCollinear,
  imbalance(question),
  small(question),
  calibration,
  trees,
  drift,
  stale,
  definition,
  splitFailed,
  openOutcomes(question),
  rowsNotUsed,
  repeated(question),
];
