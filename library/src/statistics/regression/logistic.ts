import { choleskyFactor, scaledFactor, solveFactor, type Factor } from "./cholesky.js";
import { covarianceOf, inflationOf } from "./covariance.js";
import { logisticPass, type LogisticRows, type Pass } from "./logistic-pass.js";

export interface LogisticOptions {
  /** Ridge penalty λ/2 · Σβ² on all columns but the intercept, in the units of the design (default 0: maximum likelihood). scikit-learn's 1/C. */
  readonly ridge?: number;
  /** Where to start (default: the base rate, or a fit of a part of the rows when there are many). */
  readonly start?: Float64Array | undefined;
  /** Work out standard errors and the log-likelihood of the base rate (default true). */
  readonly withErrors?: boolean;
}

export interface LogisticFit {
  /** Log odds per unit of each column of the design; 0 for columns that were left out. */
  readonly beta: Float64Array;
  /** Covariance of the coefficients, width × width: the inverse information at the end (with a penalty: of the penalised likelihood); NaN where not known. */
  readonly covariance: Float64Array;
  /**
   * How many times as large each variance is as it would be beside columns that say nothing of it (variance inflation); NaN where not known.
   */
  readonly inflation: Float64Array;
  /** Without the penalty. */
  readonly logLikelihood: number;
  readonly nullLogLikelihood: number;
  /** Columns that others make superfluous (constant or collinear), ascending. */
  readonly leftOut: readonly number[];
  readonly hasConverged: boolean;
  /** Some columns tell the outcome of some rows without error, so that a coefficient runs away. Never with a penalty. */
  readonly isSeparated: boolean;
  readonly iterations: number;
}

const mostIterations = 60;
/** A last step this small (in units of the design) is taken without another look; what remains is its square, or a fraction of it. */
const smallStep = 1e-6;
/** Below this the information hardly changes, so that it need not be worked out again. */
const steadyStep = 0.05;
/**
 * A coefficient that runs away takes equal steps, each of which gains a factor e less than the one before; a fit that converges never does so
 * several times in a row.
 */
const runaway = { steps: [0.9, 1.1], gains: [0.3, 0.45], times: 4 } as const;
const lies = (value: number, [low, high]: readonly [number, number]): boolean => value > low && value < high;
const manyRows = 60_000;
const rowsToStartFrom = 30_000;

/**
 * How do the odds of an outcome go with each column?
 *
 * One row of the design is one customer. Collinear and constant columns are left out, earlier columns stay.
 *
 * @param rows design, outcome (0 or 1), rows that take part
 * @returns coefficients with standard errors, and whether the fit can be trusted: `hasConverged`, `isSeparated`
 *
 * Method: Newton's method with step halving on the log-likelihood (iteratively reweighted least squares); the information is kept while steps
 * are small. McCullagh and Nelder (1989), Generalized Linear Models, §4.4.
 * Checked: statsmodels 0.15 `Logit` and scikit-learn 1.9 `LogisticRegression` on Telco; see the proof.
 * @example fitLogistic({ design, outcome }).beta
 */
export function fitLogistic(rows: LogisticRows, options: LogisticOptions = {}): LogisticFit {
  const { ridge = 0, withErrors = true } = options;
  const known = tally(rows);
  const state = climb(rows, startOf(rows, known, options), { ridge, withErrors });
  const nullLogLikelihood = entropy(known.events) + entropy(known.rows - known.events) - entropy(known.rows);
  const last = withErrors && !state.pass.information ? logisticPass(rows, state.beta, true) : state.pass;
  const factor = last.information
    ? choleskyFactor(penalised(last.information, rows.design.width, ridge), rows.design.width, state.factor.kept)
    : undefined;
  const covariance = covarianceOf(rows.design.width, factor);
  return {
    beta: state.beta,
    covariance,
    inflation: inflationOf(covariance, last.information, rows.design.width),
    logLikelihood: last.logLikelihood,
    nullLogLikelihood,
    leftOut: Array.from({ length: rows.design.width }, (_, column) => column).filter((column) => !state.factor.kept.includes(column)),
    hasConverged: state.hasConverged,
    isSeparated: state.isSeparated,
    iterations: state.iterations,
  };
}

const entropy = (count: number): number => (count > 0 ? count * Math.log(count) : 0);

function tally({ outcome, include }: LogisticRows): { rows: number; events: number } {
  let [rows, events] = [0, 0];
  for (let row = 0; row < outcome.length; row += 1) {
    if (include && include[row] === 0) continue;
    rows += 1;
    events += outcome[row] as number;
  }
  return { rows, events };
}

/** Where a climb begins; with the factor of the information there, when it is known well enough to climb by. */
interface Start {
  readonly beta: Float64Array;
  readonly factor?: Factor;
}

/** The base rate; of many rows, a penalised fit of a part of them, which is near the answer and costs little. */
function startOf(rows: LogisticRows, known: { rows: number; events: number }, { start, ridge = 0 }: LogisticOptions): Start {
  if (start) return { beta: start };
  const beta = new Float64Array(rows.design.width);
  beta[0] = Math.log((known.events + 0.5) / (known.rows - known.events + 0.5));
  if (known.rows < manyRows) return { beta };
  const everyBlock = Math.floor(known.rows / rowsToStartFrom);
  const part = climb({ ...rows, everyBlock }, { beta }, { ridge: Math.max(1, ridge), withErrors: false });
  const isWhole = part.hasConverged && part.factor.kept.length === rows.design.width;
  return isWhole ? { beta: part.beta, factor: scaledFactor(part.factor, everyBlock) } : { beta: part.beta };
}

interface State {
  beta: Float64Array;
  pass: Pass;
  factor: Factor;
  hasConverged: boolean;
  isSeparated: boolean;
  iterations: number;
}

function firstState(rows: LogisticRows, { beta, factor: known }: Start, ridge: number): State {
  const pass = logisticPass(rows, beta, known === undefined);
  const factor = known ?? firstFactor(pass.information as Float64Array, rows.design.width, ridge);
  return { beta: only(beta, factor.kept), pass, factor, hasConverged: false, isSeparated: false, iterations: 0 };
}

/** Superfluous columns are left out with a penalty too, so that what remains means the same. */
function firstFactor(information: Float64Array, width: number, ridge: number): Factor {
  const factor = choleskyFactor(information, width);
  return ridge === 0 ? factor : choleskyFactor(penalised(information, width, ridge), width, factor.kept);
}

function climb(rows: LogisticRows, start: Start, { ridge, withErrors }: { ridge: number; withErrors: boolean }): State {
  const state = firstState(rows, start, ridge);
  const { kept } = state.factor;
  let equalSteps = 0;
  let before = { size: Infinity, gain: Infinity };
  while (state.iterations < mostIterations) {
    state.iterations += 1;
    const slope = Float64Array.from(kept, (column) => (state.pass.gradient[column] as number) - penaltySlope(state.beta, column, ridge));
    const step = solveFactor(state.factor, slope);
    const size = step.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const gain = step.reduce((sum, value, index) => sum + value * (slope[index] as number), 0);
    equalSteps = lies(size / before.size, runaway.steps) && lies(gain / before.gain, runaway.gains) ? equalSteps + 1 : 0;
    if (equalSteps === runaway.times) return { ...state, isSeparated: ridge === 0 };
    if (!Number.isFinite(size)) return state;
    if (size < smallStep) return finish(rows, state, { step, withErrors });
    const isSteady = size < steadyStep && size < before.size / 4;
    const moved = advance(rows, state, { step, ridge, withInformation: !isSteady });
    if (!moved) return state;
    Object.assign(state, moved);
    before = { size, gain };
    if (!state.pass.information) continue;
    const factor = choleskyFactor(penalised(state.pass.information, rows.design.width, ridge), rows.design.width, kept);
    if (factor.kept.length < kept.length) return { ...state, isSeparated: ridge === 0 };
    state.factor = factor;
  }
  return state;
}

/** The last step, with the information there where it is wanted. */
function finish(rows: LogisticRows, state: State, { step, withErrors }: { step: Float64Array; withErrors: boolean }): State {
  const beta = stepped(state, step, 1);
  return { ...state, beta, pass: withErrors ? logisticPass(rows, beta, true) : state.pass, hasConverged: true };
}

function stepped({ beta, factor: { kept } }: State, step: Float64Array, share: number): Float64Array {
  const next = Float64Array.from(beta);
  kept.forEach((column, index) => (next[column] = (next[column] as number) + share * (step[index] as number)));
  return next;
}

/** One step, halved until the likelihood does not fall; nothing when no part of it helps. */
function advance(
  rows: LogisticRows,
  state: State,
  { step, ridge, withInformation }: { step: Float64Array; ridge: number; withInformation: boolean },
): Pick<State, "beta" | "pass"> | undefined {
  const height = state.pass.logLikelihood - penalty(state.beta, ridge);
  for (let share = 1; share > 1e-6; share /= 2) {
    const next = stepped(state, step, share);
    const reached = logisticPass(rows, next, withInformation);
    if (reached.logLikelihood - penalty(next, ridge) >= height - 1e-9 * (1 + Math.abs(height))) return { beta: next, pass: reached };
  }
  return undefined;
}

const penaltySlope = (beta: Float64Array, column: number, ridge: number): number => (column === 0 ? 0 : ridge * (beta[column] as number));

function penalty(beta: Float64Array, ridge: number): number {
  let sum = 0;
  for (let column = 1; column < beta.length; column += 1) sum += (beta[column] as number) ** 2;
  return (ridge / 2) * sum;
}

/** The information with the penalty on its diagonal; the intercept has none. */
function penalised(information: Float64Array, width: number, ridge: number): Float64Array {
  if (ridge === 0) return information;
  const result = Float64Array.from(information);
  for (let column = 1; column < width; column += 1) result[column * width + column] = (result[column * width + column] as number) + ridge;
  return result;
}

function only(beta: Float64Array, kept: readonly number[]): Float64Array {
  const result = new Float64Array(beta.length);
  for (const column of kept) result[column] = beta[column] as number;
  return result;
}

/** The standard error of one coefficient. */
export const standardErrorAt = ({ beta, covariance }: LogisticFit, column: number): number =>
  Math.sqrt(covariance[column * beta.length + column] as number);
