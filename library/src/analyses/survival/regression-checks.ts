import type { SurvivalCheck } from "./survival-check.js";
import type { EffectValues, RegressionValues } from "./values.js";
import { survivalWarnings } from "./warnings.js";

/** Fewer events than this per coefficient bias the ratios; Peduzzi et al. (1995), J. Clin. Epidemiol. 48:1503–1510. */
const eventsPerCoefficient = 10;

const withStatus = ({ effects }: RegressionValues, status: EffectValues["status"]) => effects.filter((effect) => effect.status === status);

const leftOut =
  (status: "constant" | "collinear" | "infinite"): SurvivalCheck =>
  ({ values: { regression } }) => {
    const found = regression ? withStatus(regression, status) : [];
    return found.length > 0 ? { level: "note", code: `covariates-${status}`, text: survivalWarnings[status](found) } : undefined;
  };

const missing: SurvivalCheck = ({ values: { regression }, reduced }) =>
  reduced.design && !regression ? { level: "note", code: "no-regression", text: survivalWarnings.noModel() } : undefined;

const settled: SurvivalCheck = ({ values: { regression } }) =>
  regression && !regression.hasConverged ? { level: "blocks", code: "not-converged", text: survivalWarnings.notConverged() } : undefined;

const enough: SurvivalCheck = ({ values: { regression } }) => {
  if (!regression) return undefined;
  const coefficients = withStatus(regression, "estimated").length;
  const isFew = coefficients > 0 && regression.events < eventsPerCoefficient * coefficients;
  return isFew
    ? { level: "note", code: "few-events-per-covariate", text: survivalWarnings.fewPerCovariate(regression.events, coefficients) }
    : undefined;
};

const omitted: SurvivalCheck = ({ values: { regression } }) =>
  regression && regression.omitted.missing > 0
    ? { level: "note", code: "covariates-missing", text: survivalWarnings.omitted(regression.omitted.missing, regression.customers) }
    : undefined;

/** The coefficient that changes most clearly over time. */
export function leastProportional({ regression }: { readonly regression?: RegressionValues }, level: number) {
  const checks = regression?.proportional?.checks ?? [];
  return checks.filter(({ pValue }) => pValue < level).toSorted((one, other) => one.pValue - other.pValue);
}

const proportional =
  (level: number): SurvivalCheck =>
  ({ values }) => {
    const [check] = leastProportional(values, level);
    const effect = check && values.regression?.effects[check.effect];
    return effect ? { level: "note", code: "not-proportional", text: survivalWarnings.notProportional(effect, check) } : undefined;
  };

/** What is looked at before a regression is trusted; `level` is the p-value from which on a change over time counts as clear. */
export const regressionChecks = (level: number): readonly SurvivalCheck[] => [
  missing,
  settled,
  leftOut("infinite"),
  proportional(level),
  enough,
  leftOut("constant"),
  leftOut("collinear"),
  omitted,
];
