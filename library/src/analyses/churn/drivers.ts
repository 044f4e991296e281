import { criticalValue } from "../../statistics/interval.js";
import type { Feature } from "../../statistics/regression/feature.js";
import type { LogisticModel } from "../../statistics/regression/logistic-model.js";
import { columnsInModel, odds, stepOf, type Fitted } from "./coefficients.js";
import type { DriverValues, FeatureKind, Measure } from "./values.js";

/** A level with its log odds: a column of the design, or the reference, which has none. */
interface Level {
  readonly column: number | undefined;
  readonly name: string | undefined;
  readonly logOdds: number;
}

/** Levels with fewer people do not name a feature. */
const fewPeople = 30;

/** Features by how much they tell people apart; `deviations` is the spread of what each adds to the log odds. */
export function drivers(fitted: Fitted, deviations: Float64Array, kinds: readonly FeatureKind[]): DriverValues[] {
  const total = deviations.reduce((sum, deviation) => sum + deviation, 0);
  const inModel = new Set(columnsInModel(fitted.model).map(({ meaning }) => meaning.feature));
  return fitted.features
    .flatMap((feature, index) => {
      const strength = deviations[index] as number;
      const told = inModel.has(index) && strength > 0 ? effectOf(fitted, feature, index) : undefined;
      return told ? [{ feature: feature.name, kind: kinds[index] as FeatureKind, strength, share: strength / total, ...told }] : [];
    })
    .sort((one, other) => other.strength - one.strength);
}

type Effect = Pick<DriverValues, "direction" | "level" | "against" | "oddsRatio" | "step">;

function effectOf(fitted: Fitted, feature: Feature, index: number): Effect | undefined {
  const number = columnsInModel(fitted.model).find(({ meaning }) => meaning.feature === index && meaning.kind === "number");
  if (number) {
    const step = stepOf(feature, number.meaning.unit);
    const oddsRatio = ratio(fitted, [number.column, undefined], step / number.meaning.unit);
    return { direction: oddsRatio.value >= 1 ? "up" : "down", oddsRatio, step };
  }
  const levels = levelsOf(fitted.model, feature, index).sort((one, other) => other.logOdds - one.logOdds);
  const [highest, lowest] = [levels[0], levels.at(-1)];
  if (!highest || !lowest || highest === lowest) return undefined;
  return {
    direction: "up",
    ...(highest.name === undefined ? {} : { level: highest.name }),
    ...(lowest.name === undefined ? {} : { against: lowest.name }),
    oddsRatio: ratio(fitted, [highest.column, lowest.column], 1),
    step: 1,
  };
}

/** The reference and the levels with enough people. */
function levelsOf(model: LogisticModel, feature: Feature, index: number): Level[] {
  const columns = columnsInModel(model).filter(({ meaning }) => meaning.feature === index);
  const nameOf = (code: number | undefined) => (feature.kind === "category" && code ? feature.levels[code - 1] : undefined);
  const common = columns.filter(({ meaning }) => meaning.rows >= fewPeople && meaning.code !== undefined);
  const reference: Level = { column: undefined, name: nameOf(columns[0]?.meaning.reference), logOdds: 0 };
  return [
    reference,
    ...common.map(({ column, meaning }) => ({ column, name: nameOf(meaning.code), logOdds: model.fit.beta[column] as number })),
  ];
}

/** Odds of one column against those of another (or of the reference), for so many units of the design. */
function ratio(
  { model: { fit }, confidence }: Fitted,
  [above, below]: readonly [number | undefined, number | undefined],
  units: number,
): Measure {
  const width = fit.beta.length;
  const at = (row: number | undefined, column: number | undefined) =>
    row === undefined || column === undefined ? 0 : (fit.covariance[row * width + column] as number);
  const difference =
    units * ((above === undefined ? 0 : (fit.beta[above] as number)) - (below === undefined ? 0 : (fit.beta[below] as number)));
  const variance = at(above, above) + at(below, below) - 2 * at(above, below);
  const reach = criticalValue(confidence) * units * Math.sqrt(Math.max(0, variance));
  return { value: odds(difference), interval: [odds(difference - reach), odds(difference + reach)] };
}
