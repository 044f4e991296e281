import { linearPredictor } from "./design.js";
import { encode, type Encoding } from "./encode.js";
import type { Feature } from "./feature.js";
import { fitLogistic, type LogisticFit } from "./logistic.js";

/** Features and outcome of equal length, and the rows that are learnt from. */
export interface LearningRows {
  readonly features: readonly Feature[];
  /** 1 where the event happened, else 0. */
  readonly outcome: Uint8Array;
  /** 1 for the rows to learn from (default: all). */
  readonly include?: Uint8Array | undefined;
}

export interface LogisticModel {
  readonly encoding: Encoding;
  readonly fit: LogisticFit;
  readonly ridge: number;
  readonly because?: "asked" | "separation" | "few-events" | "collinearity";
  /** Columns of the design that ran away, or said nearly the same as others, before there was a penalty. */
  readonly troubled: readonly number[];
  readonly rows: number;
  readonly events: number;
  /** Events, or rows without one where those are fewer, per column of the design. */
  readonly eventsPerParameter: number;
}

/** Below this many events per column the likelihood alone is no safe guide. Peduzzi et al. (1996), J. Clin. Epidemiol. 49:1373–1379. */
export const fewEventsPerParameter = 10;
const usualRidge = 1;
const runawayLogOdds = 5;
/** Above this inflation of its variance (10 is the usual limit) a coefficient is no fact about its column. */
const mostInflation = 100;

/**
 * A logistic regression of features as they come: encoded, fitted, and penalised only where the data need it.
 *
 * @param ridge penalty on standardised columns; undefined: none, but 1 where a column tells the outcome without error, columns say nearly the same,
 *   or events are few
 */
export function fitModel(
  rows: LearningRows,
  { ridge, withErrors = true }: { ridge: number | undefined; withErrors?: boolean },
): LogisticModel {
  const encoding = encode(rows.features, { include: rows.include });
  const known = countRows(rows);
  const parameters = encoding.design.width - 1;
  const eventsPerParameter = Math.min(known.events, known.rows - known.events) / Math.max(1, parameters);
  const data = { design: encoding.design, outcome: rows.outcome, include: rows.include };
  const fit = (penalty: number) => fitLogistic(data, { ridge: penalty, withErrors });
  const facts = { encoding, ...known, eventsPerParameter, troubled: [] };
  if (ridge !== undefined && ridge > 0) return { ...facts, fit: fit(ridge), ridge, because: "asked" };
  if (ridge === undefined && parameters > 0 && eventsPerParameter < fewEventsPerParameter)
    return { ...facts, fit: fit(usualRidge), ridge: usualRidge, because: "few-events" };
  const plain = fit(0);
  const among = (test: (column: number) => boolean) => Array.from(plain.beta.keys()).filter((column) => column > 0 && test(column));
  if (!plain.hasConverged || plain.isSeparated) {
    const troubled = among((column) => Math.abs(plain.beta[column] as number) > runawayLogOdds);
    return { ...facts, fit: fit(usualRidge), ridge: usualRidge, because: "separation", troubled };
  }
  const troubled = among((column) => (plain.inflation[column] as number) > mostInflation);
  if (ridge !== undefined || troubled.length === 0) return { ...facts, fit: plain, ridge: 0 };
  return { ...facts, fit: fit(usualRidge), ridge: usualRidge, because: "collinearity", troubled };
}

function countRows({ outcome, include }: LearningRows): { rows: number; events: number } {
  let [rows, events] = [0, 0];
  for (let row = 0; row < outcome.length; row += 1) {
    if (include && include[row] === 0) continue;
    rows += 1;
    events += outcome[row] as number;
  }
  return { rows, events };
}

/** The probability of the event for every row that was encoded. */
export const probabilitiesOf = ({ encoding: { design }, fit }: Pick<LogisticModel, "encoding" | "fit">): Float64Array =>
  toProbabilities(linearPredictor(design, fit.beta));

/** Log odds as probabilities, in place. */
export function toProbabilities(logOdds: Float64Array): Float64Array {
  for (let row = 0; row < logOdds.length; row += 1) logOdds[row] = 1 / (1 + Math.exp(-(logOdds[row] as number)));
  return logOdds;
}
