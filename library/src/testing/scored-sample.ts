/** Forty scores in tenths with what happened, drawn once (NumPy, seed 3); references below were computed on them. */
export const sampleScores: readonly number[] = [
  0.1, 0.2, 0.8, 0.6, 0.1, 0.4, 0.5, 0.2, 0.7, 0.1, 0.4, 0.5, 0.4, 0.6, 0.7, 1, 0.3, 0.6, 0.7, 0.3, 0, 1, 0.3, 0.3, 0.9, 0.6, 0.5, 0.8, 0,
  0.7, 0.4, 0.1, 0.7, 0.9, 0.2, 0.6, 0.3, 0.7, 0.7, 0.2,
];

export const sampleOutcome = Uint8Array.of(
  ...[0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 0, 1, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1, 1, 1, 1, 1, 1, 0],
);

/** The scores as probabilities that are never 0 or 1. */
export const sampleProbabilities = Float64Array.from(sampleScores, (score) => Math.min(0.95, Math.max(0.05, score)));
