import { chiSquareUpper, normalUpper } from "../distributions.js";
import { criticalValue, defaultConfidence, type Interval } from "../interval.js";
import type { ChiSquareTest } from "./cox.js";
import type { CoxInput } from "./risk-sets.js";
import { symmetricInverse, times } from "./symmetric.js";
import { derivatives, type WeibullDesign } from "./weibull-likelihood.js";

export interface AftCoefficient {
  /** Change of the log of time per unit; 0 where `isEstimated` is false: constant or collinear. */
  readonly estimate: number;
  readonly isEstimated: boolean;
  readonly standardError: number;
  /** exp(estimate): how many times longer, per unit of the covariate. */
  readonly timeRatio: number;
  readonly interval: Interval;
  readonly pValue: number;
}

export interface WeibullAft {
  readonly rows: number;
  readonly events: number;
  readonly intercept: { readonly estimate: number; readonly standardError: number };
  readonly coefficients: readonly AftCoefficient[];
  readonly logScale: { readonly estimate: number; readonly standardError: number };
  /** 1 ÷ scale: above 1 the risk grows with time, below 1 it falls. */
  readonly shape: { readonly value: number; readonly interval: Interval };
  readonly logLikelihood: { readonly null: number; readonly fitted: number };
  readonly likelihoodRatio: ChiSquareTest;
  readonly hasConverged: boolean;
  readonly iterations: number;
}

const mostIterations = 60;

function climb(design: WeibullDesign, start: Float64Array) {
  const size = start.length;
  let parameters = start;
  let found = derivatives(design, parameters);
  for (let iterations = 1; iterations <= mostIterations; iterations += 1) {
    const { inverse } = symmetricInverse({ values: found.information, width: size });
    const step = times({ values: inverse, width: size }, found.gradient);
    // Far from the best values the information may not be positive; the gradient still points uphill.
    const isUphill = step.reduce((sum, value, index) => sum + value * (found.gradient[index] as number), 0) > 0;
    const direction = isUphill ? step : found.gradient.map((value) => value / logSize(design));
    let factor = 1;
    const moved = () => parameters.map((value, index) => value + factor * (direction[index] as number));
    let next = derivatives(design, moved());
    while (!(next.logLikelihood >= found.logLikelihood - 1e-12 * Math.abs(found.logLikelihood)) && factor > 1e-9) {
      factor /= 2;
      next = derivatives(design, moved());
    }
    const gain = next.logLikelihood - found.logLikelihood;
    parameters = moved();
    found = next;
    if (Math.abs(gain) <= 1e-11 * Math.abs(found.logLikelihood) && isUphill) return { parameters, found, hasConverged: true, iterations };
  }
  return { parameters, found, hasConverged: false, iterations: mostIterations };
}

const logSize = ({ logTimes }: WeibullDesign): number => Math.max(1, logTimes.length);

function designOf({ durations, happened, covariates }: CoxInput): WeibullDesign {
  const rows = durations.length;
  const [means, spreads] = [new Float64Array(covariates.length), new Float64Array(covariates.length)];
  const scaled = covariates.map((values, column) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / rows;
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rows);
    means[column] = mean;
    spreads[column] = spread > 1e-12 * Math.max(1, Math.abs(mean)) ? spread : 0;
    return values.map((value) => (spreads[column] === 0 ? 0 : (value - mean) / spread));
  });
  return { logTimes: durations.map(Math.log), happened, columns: [new Float64Array(rows).fill(1), ...scaled], means, spreads };
}

/** Where to start: all units alike, with a constant risk. */
function startOf({ durations, happened }: CoxInput, width: number): Float64Array {
  const start = new Float64Array(width + 2);
  const events = happened.reduce((sum, one) => sum + one, 0);
  start[0] = Math.log(durations.reduce((sum, time) => sum + time, 0) / Math.max(1, events));
  return start;
}

/**
 * How many times longer do units last, per unit of what is known of them, when the risk rises or falls with a power of time?
 *
 * @param input durations above zero, at least one event, no NaN
 * @param confidence of the intervals (default 0.95)
 *
 * Method: log T = x·β + σ W, Newton with step-halving on (β, log σ); Kalbfleisch and Prentice (2002), ch. 3.
 * Checked: R `survreg(dist = "weibull")` and lifelines `WeibullAFTFitter` on rossi.
 */
export function weibullAft(input: CoxInput, confidence: number = defaultConfidence): WeibullAft {
  const design = designOf(input);
  const width = input.covariates.length;
  const start = startOf(input, width);
  const alone = climb({ ...design, columns: design.columns.slice(0, 1) }, Float64Array.of(start[0] as number, 0));
  start[0] = alone.parameters[0] as number;
  start[width + 1] = alone.parameters[1] as number;
  const { parameters, found, hasConverged, iterations } = climb(design, start);
  const size = width + 2;
  const { inverse, superfluous } = symmetricInverse({ values: found.information, width: size });
  const error = (index: number) => Math.sqrt(inverse[index * size + index] as number);
  const z = criticalValue(confidence);
  const coefficients = Array.from(design.spreads, (spread, column): AftCoefficient => {
    const isEstimated = spread > 0 && !superfluous.includes(column + 1);
    const estimate = isEstimated ? (parameters[column + 1] as number) / spread : 0;
    const standardError = isEstimated ? error(column + 1) / spread : Number.NaN;
    return {
      estimate,
      isEstimated,
      standardError,
      timeRatio: isEstimated ? Math.exp(estimate) : Number.NaN,
      interval: [Math.exp(estimate - z * standardError), Math.exp(estimate + z * standardError)],
      pValue: 2 * normalUpper(Math.abs(estimate / standardError)),
    };
  });
  const logScale = parameters[size - 1] as number;
  const scaleError = error(size - 1);
  const gain = Math.max(0, 2 * (found.logLikelihood - alone.found.logLikelihood));
  const degreesOfFreedom = coefficients.filter(({ isEstimated }) => isEstimated).length;
  return {
    rows: input.durations.length,
    events: input.happened.reduce((sum, one) => sum + one, 0),
    intercept: interceptOf(design, { parameters, inverse }),
    coefficients,
    logScale: { estimate: logScale, standardError: scaleError },
    shape: { value: Math.exp(-logScale), interval: [Math.exp(-logScale - z * scaleError), Math.exp(-logScale + z * scaleError)] },
    logLikelihood: { null: alone.found.logLikelihood, fitted: found.logLikelihood },
    likelihoodRatio: { chiSquare: gain, degreesOfFreedom, pValue: degreesOfFreedom === 0 ? 1 : chiSquareUpper(gain, degreesOfFreedom) },
    hasConverged,
    iterations,
  };
}

/** The intercept of the covariates as they were given: all of them at zero. */
function interceptOf({ means, spreads }: WeibullDesign, { parameters, inverse }: { parameters: Float64Array; inverse: Float64Array }) {
  const size = parameters.length;
  const weights = Float64Array.from({ length: size }, (_, index) => {
    if (index === 0) return 1;
    const spread = spreads[index - 1] ?? 0;
    return spread > 0 && index < size - 1 ? -(means[index - 1] as number) / spread : 0;
  });
  const estimate = weights.reduce((sum, weight, index) => sum + weight * (parameters[index] as number), 0);
  const variance = times({ values: inverse, width: size }, weights).reduce(
    (sum, value, index) => sum + value * (weights[index] as number),
    0,
  );
  return { estimate, standardError: Math.sqrt(variance) };
}
