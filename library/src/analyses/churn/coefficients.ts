import { normalUpper } from "../../statistics/distributions.js";
import { criticalValue } from "../../statistics/interval.js";
import type { DesignColumn } from "../../statistics/regression/encode.js";
import type { Feature } from "../../statistics/regression/feature.js";
import { standardErrorAt } from "../../statistics/regression/logistic.js";
import type { LogisticModel } from "../../statistics/regression/logistic-model.js";
import type { CoefficientValues } from "./values.js";

export interface Fitted {
  readonly model: LogisticModel;
  readonly features: readonly Feature[];
  readonly outcome: Uint8Array;
  readonly confidence: number;
}

/** Columns of the design that take part, with what they stand for. */
export function columnsInModel({ encoding, fit }: LogisticModel): { column: number; meaning: DesignColumn }[] {
  const leftOut = new Set(fit.leftOut);
  return encoding.columns.flatMap((meaning, column) => (meaning && !leftOut.has(column) ? [{ column, meaning }] : []));
}

/** Coefficients, odds ratios and Wald tests of all columns, in the order of the features. */
export function coefficients(fitted: Fitted): CoefficientValues[] {
  return columnsInModel(fitted.model)
    .sort((one, other) => one.meaning.feature - other.meaning.feature || one.column - other.column)
    .map(({ column, meaning }) => coefficient(fitted, column, meaning));
}

function coefficient(fitted: Fitted, column: number, meaning: DesignColumn): CoefficientValues {
  const { model, features, outcome, confidence } = fitted;
  const feature = features[meaning.feature] as Feature;
  const value = (model.fit.beta[column] as number) / meaning.unit;
  const standardError = standardErrorAt(model.fit, column) / meaning.unit;
  const step = meaning.kind === "number" ? stepOf(feature, meaning.unit) : 1;
  const reach = criticalValue(confidence) * standardError * step;
  return {
    feature: feature.name,
    kind: meaning.kind,
    ...namesOf(feature, meaning),
    coefficient: value,
    standardError,
    step,
    oddsRatio: { value: odds(value * step), interval: [odds(value * step - reach), odds(value * step + reach)] },
    p: 2 * normalUpper(Math.abs(value / standardError)),
    n: outcome.length,
    ...seen(fitted, column, meaning),
  };
}

/** Odds beyond a trillion to one say no more than that. */
export const odds = (logOdds: number): number => Math.exp(Math.min(27.6, Math.max(-27.6, logOdds)));

/** The step that an odds ratio is told for: a round number near a standard deviation; whole for columns of whole numbers. */
export const stepOf = (feature: Feature, deviation: number): number =>
  feature.kind === "number" && feature.values.every((value) => Number.isNaN(value) || Number.isInteger(value))
    ? Math.max(1, roundStep(deviation))
    : roundStep(deviation);

/** 1, 2 or 5 times a power of ten, the nearest to a standard deviation: a step that can be read out. */
function roundStep(deviation: number): number {
  const power = 10 ** Math.floor(Math.log10(deviation));
  const nearest = [1, 2, 5, 10].reduce((best, times) =>
    Math.abs(Math.log((times * power) / deviation)) < Math.abs(Math.log((best * power) / deviation)) ? times : best,
  );
  return Number((nearest * power).toPrecision(12));
}

/** The level and its reference, as the data writes them; absent for "not known". */
function namesOf(feature: Feature, { kind, code, reference }: DesignColumn): Pick<CoefficientValues, "level" | "reference" | "other"> {
  if (kind !== "level" || feature.kind !== "category") return {};
  const against = reference ? feature.levels[reference - 1] : undefined;
  const level = code ? feature.levels[code - 1] : undefined;
  return {
    ...(level === undefined ? {} : { level }),
    ...(code === undefined ? { other: true } : {}),
    ...(against === undefined ? {} : { reference: against }),
  };
}

/** How many people a column is about, and how many of them had the event. */
function seen(
  { model, features, outcome }: Fitted,
  column: number,
  { feature: index, kind }: DesignColumn,
): { customers: number; rate: number } {
  const feature = features[index] as Feature;
  const factor = model.encoding.factorFeatures.findIndex(
    (one, place) => one === index && (model.encoding.design.factors[place]?.columnOf.includes(column) ?? false),
  );
  const { codes, columnOf } = model.encoding.design.factors[factor] ?? { codes: undefined, columnOf: undefined };
  let [customers, events] = [0, 0];
  for (let row = 0; row < outcome.length; row += 1) {
    const isSeen =
      kind === "number" && feature.kind === "number"
        ? feature.missing?.[row] !== 1
        : codes !== undefined && columnOf[codes[row] as number] === column;
    if (!isSeen) continue;
    customers += 1;
    events += outcome[row] as number;
  }
  return { customers, rate: customers === 0 ? 0 : events / customers };
}
