import { aucDifference, aucWithInterval } from "../../statistics/classification/auc.js";
import { boostingDefaults } from "../../statistics/classification/boosting.js";
import { rankedGroups } from "../../statistics/classification/groups.js";
import { averagePrecision, brierOf, logLossOf, meanLoss } from "../../statistics/classification/losses.js";
import { profitByShare } from "../../statistics/classification/profit.js";
import { rankScores } from "../../statistics/classification/ranking.js";
import { stabilityIndex } from "../../statistics/classification/stability-index.js";
import { rowsOf, takeRows, type Feature } from "../../statistics/regression/feature.js";
import { coefficients } from "./coefficients.js";
import { contributionSpread } from "./contributions.js";
import { drivers } from "./drivers.js";
import { evaluate } from "./evaluate.js";
import type { Learnt } from "./learn.js";
import type { LearnSettings } from "./learn-options.js";
import { decileOf } from "./list-places.js";
import type { Candidate, Prepared } from "./people.js";
import { scorePeople, type ScoredPeople } from "./score-people.js";
import type { ComparisonValues, DriftValues, ModelValues, ProfitValues, ScoredCustomer } from "./values.js";

const grades = [
  { id: "A", share: 0.1 },
  { id: "B", share: 0.2 },
  { id: "C", share: 0.3 },
  { id: "D", share: 0.4 },
];
const warnedOf = 10;
const fewToCompare = 50;

/** What a model is described from. */
export interface Context {
  readonly prepared: Prepared;
  readonly learnt: Learnt;
  /** Features of the model, the same for those to be scored, and what is known of their columns. */
  readonly features: readonly Feature[];
  readonly openFeatures: readonly Feature[];
  readonly candidates: readonly Candidate[];
  readonly settings: LearnSettings;
}

/** Every number of the model, and the list of people that it makes. */
export function describeModel({ prepared, learnt, features, openFeatures, candidates, settings }: Context): {
  model: ModelValues;
  people: ScoredPeople;
} {
  const { known } = prepared;
  const { model, judged } = learnt;
  const { confidence } = settings;
  const fitted = { model, features, outcome: known.outcome, confidence };
  const { averages, deviations } = contributionSpread(model, features.length);
  const evaluation = evaluate(judged, learnt.method, confidence);
  const people = scorePeople({ prepared, learnt, features, openFeatures, candidates, averages });
  const ranking = rankScores(judged.probabilities, judged.outcome);
  const profit = profitOf(ranking, settings);
  return {
    people,
    model: {
      fit: fitOf(learnt, features),
      coefficients: coefficients(fitted),
      intercept: interceptOf(learnt),
      drivers: drivers(
        fitted,
        deviations,
        candidates.map(({ kind }) => kind),
      ),
      evaluation,
      ...(learnt.trees ? { comparison: compare(learnt, learnt.trees, confidence) } : {}),
      ...(profit ? { profit } : {}),
      grades: rankedGroups(rankScores(learnt.probabilities, known.outcome), grades, confidence),
      warningList: warningList(people),
      drift: driftOf(learnt, features, openFeatures),
    },
  };
}

function fitOf({ model }: Learnt, features: readonly Feature[]): ModelValues["fit"] {
  const { fit, ridge, because, troubled, encoding } = model;
  const named = troubled.flatMap((column) => {
    const meaning = encoding.columns[column];
    const feature = meaning && features[meaning.feature];
    if (!feature) return [];
    const level = feature.kind === "category" && meaning.code ? feature.levels[meaning.code - 1] : undefined;
    return level === undefined ? feature.name : `${feature.name}: ${level}`;
  });
  return {
    rows: model.rows,
    events: model.events,
    parameters: encoding.design.width - 1 - fit.leftOut.length,
    hasConverged: fit.hasConverged,
    iterations: fit.iterations,
    logLikelihood: fit.logLikelihood,
    nullLogLikelihood: fit.nullLogLikelihood,
    regularisation: ridge,
    ...(because ? { regularisedBecause: because } : {}),
    troubledBy: [...new Set(named)],
    eventsPerParameter: model.eventsPerParameter,
  };
}

/** The intercept of the columns in their own units: the centres are taken back out. */
const interceptOf = ({ model: { encoding, fit } }: Learnt): number =>
  encoding.design.dense.reduce(
    (sum, { center, scale }, index) => sum - center * scale * (fit.beta[index + 1] as number),
    fit.beta[0] as number,
  );

function compare({ judged: { probabilities, outcome } }: Learnt, trees: Float64Array, confidence: number): ComparisonValues {
  const ranking = rankScores(trees, outcome);
  const difference = aucDifference(probabilities, trees, outcome, confidence);
  const [low, high] = difference.interval;
  return {
    trees: boostingDefaults.trees,
    depth: boostingDefaults.depth,
    trainedOn: boostingDefaults.mostRows,
    auc: aucWithInterval(trees, outcome, confidence),
    averagePrecision: averagePrecision(ranking),
    logLoss: meanLoss(logLossOf, trees, outcome),
    brier: meanLoss(brierOf, trees, outcome),
    difference,
    verdict: low > 0 ? "trees-better" : high < 0 ? "trees-worse" : "equal",
  };
}

function profitOf(
  ranking: ReturnType<typeof rankScores>,
  { saveValue, contactCost, contactSuccess, confidence }: LearnSettings,
): ProfitValues | undefined {
  if (saveValue === undefined || saveValue * contactSuccess === 0) return undefined;
  return profitByShare(ranking, { saveValue, contactCost, contactSuccess }, confidence);
}

function warningList(people: ScoredPeople): ScoredCustomer[] {
  const list: ScoredCustomer[] = [];
  for (let place = 0; place < people.length && list.length < warnedOf; place += 1) {
    const { customer, probability, rank, outcome } = people.at(place);
    if (outcome !== "event") list.push({ customer, probability, decile: decileOf(rank), reasons: people.reasonsAt(place) });
  }
  return list;
}

/** How far features moved between the people learnt from and those scored or judged later. */
function driftOf({ split }: Learnt, features: readonly Feature[], openFeatures: readonly Feature[]): DriftValues[] {
  const later = split?.after.length ?? (openFeatures[0] ? rowsOf(openFeatures[0]) : 0);
  if (later < fewToCompare) return [];
  return features
    .map((feature, index) => {
      const [before, after] = split
        ? [takeRows(feature, split.before), takeRows(feature, split.after)]
        : [feature, openFeatures[index] as Feature];
      return { feature: feature.name, index: stabilityIndex(before, after) };
    })
    .sort((one, other) => other.index - one.index);
}
