import { boostedProbabilities, boostingDefaults } from "../../statistics/classification/boosting.js";
import { stratifiedFolds } from "../../statistics/classification/folds.js";
import { baseRateLearner, outOfFold, type Learner } from "../../statistics/classification/out-of-fold.js";
import { fitModel, probabilitiesOf, type LogisticModel } from "../../statistics/regression/logistic-model.js";
import type { Feature } from "../../statistics/regression/feature.js";
import { quantile } from "../../statistics/quantile.js";
import { dayText } from "../customer-history/index.js";
import type { Judged, Method } from "./evaluate.js";
import type { LearnSettings } from "./learn-options.js";
import type { KnownPeople } from "./people.js";

/** A model of all known people, and what was said of each of them out of fold. */
export interface Learnt {
  readonly model: LogisticModel;
  /** Out of fold, by person: what the list of people shows. */
  readonly probabilities: Float64Array;
  /** What the evaluation is made of: all of them, or those after the split. */
  readonly judged: Judged;
  /** The same people by boosted trees. */
  readonly trees?: Float64Array;
  readonly method: Method;
  /** Rows before the split and after it. */
  readonly split?: { readonly before: Uint32Array; readonly after: Uint32Array };
  /** A split by time was asked for, but one side has too few of either kind. */
  readonly splitFailed: boolean;
}

/** With fewer of either kind nothing can be learnt. */
export const fewestOfEither = 10;
const olderShare = 0.8;

type Settings = Pick<LearnSettings, "folds" | "seed" | "regularisation" | "compare">;

/** Fits the model, and judges it on people that it has not seen. */
export function learn(known: KnownPeople, features: readonly Feature[], settings: Settings): Learnt {
  const { outcome, groups } = known;
  const { seed } = settings;
  const model = fitModel({ features, outcome }, { ridge: settings.regularisation });
  const ridge = model.ridge > 0 ? model.ridge : settings.regularisation;
  const logistic: Learner = (include) => probabilitiesOf(fitModel({ features, outcome, include }, { ridge, withErrors: false }));
  const boosted: Learner = (include) => boostedProbabilities({ features, outcome, include }, { ...boostingDefaults, seed });
  const foldOf = stratifiedFolds(outcome, { folds: foldsFor(outcome, settings.folds), seed, groups });
  const probabilities = outOfFold(foldOf, logistic);
  const shared = { model, probabilities };
  const split = known.time ? splitByTime(known.time, outcome) : undefined;
  if (split)
    return { ...shared, ...judgeLater(known, split, { logistic, boosted: settings.compare ? boosted : undefined }), splitFailed: false };
  return {
    ...shared,
    judged: { probabilities, baseline: outOfFold(foldOf, baseRateLearner(outcome)), outcome },
    ...(settings.compare ? { trees: outOfFold(foldOf, boosted) } : {}),
    method: { method: "cross-validation", folds: foldsFor(outcome, settings.folds) },
    splitFailed: known.time !== undefined,
  };
}

/** No more folds than there are people of either kind. */
function foldsFor(outcome: Uint8Array, folds: number): number {
  const events = outcome.reduce((sum, one) => sum + one, 0);
  return Math.max(2, Math.min(folds, events, outcome.length - events));
}

interface Split {
  readonly include: Uint8Array;
  readonly after: Uint32Array;
  readonly before: Uint32Array;
  readonly day: number;
}

/** The newest fifth apart; people of one day stay together, and those without a day are learnt from. */
function splitByTime(time: Float64Array, outcome: Uint8Array): Split | undefined {
  const days = time.filter((day) => day === day).sort();
  if (days.length === 0) return undefined;
  const last = Math.floor(quantile(days, olderShare, 1));
  const include = Uint8Array.from(time, (day) => (day > last ? 0 : 1));
  const rowsOf = (kind: number) => Uint32Array.from(include.keys()).filter((row) => include[row] === kind);
  const [before, after] = [rowsOf(1), rowsOf(0)];
  const hasBoth = [before, after].every((rows) => {
    const events = rows.reduce((sum, row) => sum + (outcome[row] as number), 0);
    return Math.min(events, rows.length - events) >= fewestOfEither;
  });
  return hasBoth ? { include, before, after, day: last + 1 } : undefined;
}

function judgeLater(
  { outcome }: KnownPeople,
  { include, before, after, day }: Split,
  { logistic, boosted }: { logistic: Learner; boosted: Learner | undefined },
): Pick<Learnt, "judged" | "trees" | "method" | "split"> {
  const later = (values: Float64Array) => Float64Array.from(after, (row) => values[row] as number);
  return {
    judged: {
      probabilities: later(logistic(include)),
      baseline: later(baseRateLearner(outcome)(include)),
      outcome: Uint8Array.from(after, (row) => outcome[row] as number),
    },
    ...(boosted ? { trees: later(boosted(include)) } : {}),
    method: { method: "time-split", folds: 1, splitDay: dayText(day) },
    split: { before, after },
  };
}
