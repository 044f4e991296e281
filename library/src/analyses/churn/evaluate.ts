import { aucWithInterval } from "../../statistics/classification/auc.js";
import { calibrate } from "../../statistics/classification/calibration.js";
import { gainCurve, rankedGroups, rocCurve } from "../../statistics/classification/groups.js";
import { averagePrecision, brierOf, logLossOf, meanLoss, skill } from "../../statistics/classification/losses.js";
import { rankScores } from "../../statistics/classification/ranking.js";
import type { EvaluationValues } from "./values.js";

/** Probabilities of people that the model had not seen, and what happened. */
export interface Judged {
  readonly probabilities: Float64Array;
  /** The share of events among those learnt from, as everyone's probability. */
  readonly baseline: Float64Array;
  readonly outcome: Uint8Array;
}

export interface Method {
  readonly method: EvaluationValues["method"];
  readonly folds: number;
  readonly splitDay?: string;
}

const deciles = Array.from({ length: 10 }, (_, index) => ({ id: String(index + 1), share: 0.1 }));

/** Every number that says how good the probabilities are. */
export function evaluate(
  { probabilities, baseline, outcome }: Judged,
  { method, folds, splitDay }: Method,
  confidence: number,
): EvaluationValues {
  const ranking = rankScores(probabilities, outcome);
  const auc = aucWithInterval(probabilities, outcome, confidence);
  const logSkill = skill(logLossOf, { probabilities, baseline, outcome }, confidence);
  return {
    method,
    folds,
    ...(splitDay === undefined ? {} : { splitDay }),
    customers: ranking.rows,
    events: ranking.events,
    auc,
    averagePrecision: averagePrecision(ranking),
    logLoss: meanLoss(logLossOf, probabilities, outcome),
    brier: meanLoss(brierOf, probabilities, outcome),
    baseLogLoss: meanLoss(logLossOf, baseline, outcome),
    baseBrier: meanLoss(brierOf, baseline, outcome),
    skill: logSkill,
    brierSkill: skill(brierOf, { probabilities, baseline, outcome }, confidence),
    beatsBaseRate: auc.interval[0] > 0.5 && logSkill.interval[0] > 0,
    calibration: calibrate(probabilities, outcome, confidence),
    deciles: rankedGroups(ranking, deciles, confidence),
    gain: gainCurve(ranking),
    roc: rocCurve(ranking),
  };
}
