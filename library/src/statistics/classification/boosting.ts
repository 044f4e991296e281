import type { Feature } from "../regression/feature.js";
import { binFeatures, drawRows } from "./boosting-bins.js";
import { addTree, growTree, type BoostedTree } from "./boosting-tree.js";

export interface BoostingOptions {
  readonly trees: number;
  /** Questions one after the other in each tree: how many features may act together. */
  readonly depth: number;
  readonly learningRate: number;
  readonly leastRows: number;
  /** Most rows that are learnt from; more are sampled with the seed. */
  readonly mostRows: number;
  readonly seed: number;
}

export const boostingDefaults: BoostingOptions = { trees: 120, depth: 3, learningRate: 0.08, leastRows: 20, mostRows: 50_000, seed: 1 };

/**
 * What would a model say that may bend and combine the features as it likes?
 *
 * Many small trees, each fitted to what the ones before left over. A yardstick for the logistic regression, not a model to explain.
 *
 * @param include 1 for the rows that are learnt from; the others are the ones to predict
 * @returns probabilities by row, of the rows that were not learnt from
 *
 * Method: Friedman (2001), Annals of Statistics 29:1189–1232, with second derivatives (Chen and Guestrin 2016) and histograms.
 * Checked: scikit-learn `GradientBoostingClassifier` on Telco and marketing_campaign, by AUC; see the proof.
 */
export function boostedProbabilities(
  { features, outcome, include }: { features: readonly Feature[]; outcome: Uint8Array; include: Uint8Array },
  options: BoostingOptions = boostingDefaults,
): Float64Array {
  const rows = drawRows(include, options.mostRows, options.seed);
  const columns = binFeatures(features, rows);
  const predictor = new Float64Array(outcome.length).fill(baseLogOdds(outcome, rows));
  const gradient = new Float64Array(outcome.length);
  const curvature = new Float64Array(outcome.length);
  const forest: BoostedTree[] = [];
  for (let tree = 0; tree < options.trees; tree += 1) {
    derive(predictor, outcome, { rows, gradient, curvature });
    const grown = growTree({ columns, rows, gradient, curvature }, { ...options, ridge: 1 });
    addTree(grown, columns, { rows, predictor });
    forest.push(grown);
  }
  const others = Uint32Array.from(outcome.keys()).filter((row) => include[row] === 0);
  for (const tree of forest) addTree(tree, columns, { rows: others, predictor });
  for (const row of others) predictor[row] = 1 / (1 + Math.exp(-(predictor[row] as number)));
  return predictor;
}

function baseLogOdds(outcome: Uint8Array, rows: Uint32Array): number {
  const events = rows.reduce((sum, row) => sum + (outcome[row] as number), 0);
  return Math.log((events + 0.5) / (rows.length - events + 0.5));
}

interface Derivatives {
  readonly rows: Uint32Array;
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
}

function derive(predictor: Float64Array, outcome: Uint8Array, { rows, gradient, curvature }: Derivatives): void {
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as number;
    const probability = 1 / (1 + Math.exp(-(predictor[row] as number)));
    gradient[row] = probability - (outcome[row] as number);
    curvature[row] = probability * (1 - probability);
  }
}
