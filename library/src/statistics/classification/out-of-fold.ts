/** Learns from the rows marked 1 and gives probabilities by row, of the others at least. */
export type Learner = (include: Uint8Array) => Float64Array;

/**
 * What would the model have said of each row, had it not seen it?
 *
 * @param foldOf the fold of each row, from 0; each fold is judged by a model of all others
 * @returns one probability per row
 */
export function outOfFold(foldOf: Uint8Array, learn: Learner): Float64Array {
  const folds = foldOf.reduce((most, fold) => Math.max(most, fold + 1), 0);
  const result = new Float64Array(foldOf.length);
  for (let fold = 0; fold < folds; fold += 1) {
    const predicted = learn(foldOf.map((one) => (one === fold ? 0 : 1)));
    for (let row = 0; row < foldOf.length; row += 1) if (foldOf[row] === fold) result[row] = predicted[row] as number;
  }
  return result;
}

/** The share of events among the rows learnt from, for every row: what a model must beat. */
export const baseRateLearner =
  (outcome: Uint8Array): Learner =>
  (include) => {
    let [rows, events] = [0, 0];
    for (let row = 0; row < outcome.length; row += 1) {
      if (include[row] === 0) continue;
      rows += 1;
      events += outcome[row] as number;
    }
    return new Float64Array(outcome.length).fill(events / rows);
  };
