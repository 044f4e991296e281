/** Columns of the regression, the intercept first, covariates centred and scaled. */
export interface WeibullDesign {
  readonly logTimes: Float64Array;
  readonly happened: Uint8Array;
  readonly columns: readonly Float64Array[];
  readonly means: Float64Array;
  readonly spreads: Float64Array;
}

export interface Derivatives {
  readonly logLikelihood: number;
  readonly gradient: Float64Array;
  /** Minus the second derivatives. */
  readonly information: Float64Array;
}

/** Likelihood of log T = x·β + σ W with W of the smallest extreme value; the parameters are β and log σ. */
export function derivatives({ logTimes, happened, columns }: WeibullDesign, parameters: Float64Array): Derivatives {
  const width = columns.length;
  const size = width + 1;
  const logScale = parameters[width] as number;
  const scale = Math.exp(logScale);
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  const row = new Float64Array(width);
  let logLikelihood = 0;
  for (let unit = 0; unit < logTimes.length; unit += 1) {
    let predictor = 0;
    for (let column = 0; column < width; column += 1) {
      const value = (columns[column] as Float64Array)[unit] as number;
      row[column] = value;
      predictor += value * (parameters[column] as number);
    }
    const logTime = logTimes[unit] as number;
    const z = (logTime - predictor) / scale;
    const hazard = Math.exp(z);
    const isEvent = happened[unit] ? 1 : 0;
    const excess = hazard - isEvent;
    logLikelihood += isEvent * (z - logScale - logTime) - hazard;
    gradient[width] = (gradient[width] as number) + z * excess - isEvent;
    information[size * size - 1] = (information[size * size - 1] as number) + z * z * hazard + z * excess;
    for (let column = 0; column < width; column += 1) {
      const weighted = (row[column] as number) / scale;
      gradient[column] = (gradient[column] as number) + weighted * excess;
      information[width * size + column] = (information[width * size + column] as number) + weighted * (excess + z * hazard);
      for (let other = 0; other <= column; other += 1) {
        information[column * size + other] =
          (information[column * size + other] as number) + (weighted * hazard * (row[other] as number)) / scale;
      }
    }
  }
  for (let from = 0; from < size; from += 1)
    for (let to = 0; to < from; to += 1) information[to * size + from] = information[from * size + to] as number;
  return { logLikelihood, gradient, information };
}
