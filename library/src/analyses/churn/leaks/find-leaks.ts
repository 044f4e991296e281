import { aucDifference, areaUnderCurve } from "../../../statistics/classification/auc.js";
import { drawRows } from "../../../statistics/classification/boosting-bins.js";
import { stratifiedFolds } from "../../../statistics/classification/folds.js";
import { outOfFold } from "../../../statistics/classification/out-of-fold.js";
import { takeRows, type Feature } from "../../../statistics/regression/feature.js";
import { fitModel, probabilitiesOf } from "../../../statistics/regression/logistic-model.js";
import type { Candidate, KnownPeople } from "../people.js";
import type { LeakSign, LeakValues } from "../values.js";
import { aucAlone } from "./alone.js";
import { isNamedAfterTheEvent } from "./leak-name.js";
import { pureGroups, type PureGroup } from "./pure-level.js";

/** What one column says by itself. */
interface Look {
  readonly index: number;
  readonly name: string;
  readonly alone: number;
  readonly signs: readonly LeakSign[];
  readonly group?: PureGroup;
}

export interface LeakSearch {
  /** Area under the curve of each feature alone. */
  readonly alone: readonly number[];
  readonly leaks: readonly LeakValues[];
  /** Positions of the features that take part. */
  readonly kept: readonly number[];
}

const nearlyEverything = 0.95;
/** Below this a column alone says too little to be asked what the model loses without it. */
const worthAsking = 0.8;
const strong = 0.88;
/** Area under the curve that leaves with one column. Columns known only afterwards were seen to carry 0.1 or more, honest ones up to 0.07. */
const farFall = 0.08;
const mostRows = 20_000;
const mostAsked = 6;
const folds = 3;

/**
 * Which columns look as if they were known only after the outcome?
 *
 * Signs: a column alone tells nearly everything; it is filled (or empty) almost only for customers with the event; a level holds nothing but
 * events; it is called like something noted afterwards; the model falls far without it. One sign may be honest, so that a column is `certain` (and
 * left out) only by a sign that chance and honest columns do not give, or by two signs together.
 *
 * @param used columns of the features, in their order
 * @param keep certain leaks stay in, to be judged by the user
 */
export function findLeaks(known: KnownPeople, used: readonly Candidate[], { seed, keep }: { seed: number; keep: boolean }): LeakSearch {
  const sample = sampleOf(known, seed);
  const looks = sample.features.map((feature, index) => look(sample, feature, { index, laterDates: used[index]?.laterDates ?? 0 }));
  const obvious = looks.filter(isCertain);
  const clean = looks.filter((one) => !obvious.includes(one));
  const judged = [...obvious, ...asked(clean)].map((one) =>
    judge(
      sample,
      one,
      clean.map(({ index }) => index),
    ),
  );
  const found = judged.flatMap((one) => one ?? []);
  const certain = found.filter(({ leak }) => leak.verdict === "certain");
  const isAnythingLeft = looks.length > certain.length;
  const leftOut = keep || !isAnythingLeft ? [] : certain.map(({ index }) => index);
  return {
    alone: looks.map(({ alone }) => alone),
    leaks: found
      .map(({ index, leak }) => ({ ...leak, leftOut: leftOut.includes(index) }))
      .sort((one, other) => one.verdict.localeCompare(other.verdict) || other.aucAlone - one.aucAlone),
    kept: looks.map(({ index }) => index).filter((index) => !leftOut.includes(index)),
  };
}

/** What each column says alone, where none can be a leak. */
export function lookAtColumns(known: KnownPeople, seed: number): LeakSearch {
  const { features, outcome } = sampleOf(known, seed);
  return { alone: features.map((feature) => aucAlone(feature, outcome)), leaks: [], kept: features.map((_, index) => index) };
}

interface Sample {
  readonly features: readonly Feature[];
  readonly outcome: Uint8Array;
  readonly foldOf: Uint8Array;
}

function sampleOf({ features, outcome }: KnownPeople, seed: number): Sample {
  const rows = drawRows(new Uint8Array(outcome.length).fill(1), mostRows, seed);
  const drawn = Uint8Array.from(rows, (row) => outcome[row] as number);
  return { features: features.map((feature) => takeRows(feature, rows)), outcome: drawn, foldOf: stratifiedFolds(drawn, { folds, seed }) };
}

function look({ outcome }: Sample, feature: Feature, { index, laterDates }: { index: number; laterDates: number }): Look {
  const alone = aucAlone(feature, outcome);
  const { filling, level } = pureGroups(feature, outcome);
  const group = filling ?? level;
  const signs: (LeakSign | false)[] = [
    alone >= nearlyEverything && "predicts-alone",
    filling !== undefined && "filled-after",
    level !== undefined && "pure-level",
    isNamedAfterTheEvent(feature.name) && "name",
    laterDates > 0 && "after-as-of",
  ];
  return { index, name: feature.name, alone, signs: signs.filter((sign) => sign !== false), ...(group ? { group } : {}) };
}

/** Certain by what the column says alone. */
const isCertain = ({ signs, alone }: Pick<Look, "signs" | "alone">): boolean =>
  signs.includes("predicts-alone") ||
  signs.includes("filled-after") ||
  signs.includes("after-as-of") ||
  (signs.includes("name") && (alone >= worthAsking || signs.includes("pure-level")));

/** Columns that are asked what the model loses without them: those with a sign, and the strongest others. */
const asked = (looks: readonly Look[]): Look[] =>
  looks
    .filter(({ signs, alone }) => signs.length > 0 || alone >= worthAsking)
    .sort((one, other) => other.signs.length - one.signs.length || other.alone - one.alone)
    .slice(0, mostAsked);

/** What the model is worth with one column and without it, beside the columns above suspicion. */
function judge(sample: Sample, one: Look, clean: readonly number[]): { index: number; leak: Omit<LeakValues, "leftOut"> } | undefined {
  const without = predict(
    sample,
    clean.filter((index) => index !== one.index),
  );
  const complete = predict(sample, [...clean.filter((index) => index !== one.index), one.index]);
  const fall = aucDifference(without, complete, sample.outcome);
  const carries = fall.value >= farFall && fall.interval[0] > farFall / 2;
  const signs: LeakSign[] = carries ? [...one.signs, "carries-model"] : [...one.signs];
  const isSure = isCertain(one) || (carries && (one.alone >= strong || signs.includes("pure-level") || signs.includes("name")));
  if (!isSure && one.signs.length === 0 && !(carries && one.alone >= worthAsking)) return undefined;
  const leak = {
    column: one.name,
    signs,
    verdict: isSure ? ("certain" as const) : ("suspected" as const),
    aucAlone: one.alone,
    aucWith: areaUnderCurve(complete, sample.outcome),
    aucWithout: areaUnderCurve(without, sample.outcome),
    ...(one.group ? { level: levelOf(one.group) } : {}),
  };
  return { index: one.index, leak };
}

const levelOf = ({ value, filled, customers, events }: PureGroup): NonNullable<LeakValues["level"]> => ({
  ...(value === undefined ? {} : { value }),
  ...(filled === undefined ? {} : { filled }),
  customers,
  events,
});

function predict({ features, outcome, foldOf }: Sample, chosen: readonly number[]): Float64Array {
  const used = chosen.map((index) => features[index] as Feature);
  if (used.length === 0) return new Float64Array(outcome.length).fill(0.5);
  return outOfFold(foldOf, (include) =>
    probabilitiesOf(fitModel({ features: used, outcome, include }, { ridge: undefined, withErrors: false })),
  );
}
