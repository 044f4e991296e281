import { coxRegression, type CoxFit } from "../../statistics/survival/cox.js";
import { criticalValue } from "../../statistics/interval.js";
import { schoenfeld, type ProportionalCheck } from "../../statistics/survival/schoenfeld.js";
import { weibullAft } from "../../statistics/survival/weibull-aft.js";
import { settle } from "./curves.js";
import type { CovariateDesign, DesignColumn } from "./design.js";
import type { SurvivalSettings } from "./survival-options.js";
import type { EffectValues, ProportionalValues, RegressionValues } from "./values.js";

const mostBins = 8;
/** Fewer events than this in a bin say nothing. */
const fewestInBin = 10;

/** The change of a covariate that a ratio is told for: 1 where it has two values one apart, else about a standard deviation, in two digits. */
export function stepOf(values: Float64Array): number {
  let [low, high, sum] = [Infinity, -Infinity, 0];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
    sum += value;
  }
  const mean = sum / values.length;
  const isChoice = high - low === 1 && values.every((value) => value === low || value === high);
  if (isChoice || !(high > low)) return 1;
  const spread = Math.sqrt(values.reduce((total, value) => total + (value - mean) ** 2, 0) / values.length);
  return Number(spread.toPrecision(1)) || 1;
}

interface Estimated {
  readonly estimate: number;
  readonly standardError: number;
  readonly pValue: number;
}

/** A standard error of this many steps of the log ratio says that the data set no bound to it. */
const boundless = 20;

function effect(column: DesignColumn, status: EffectValues["status"], step: number, found: Estimated): EffectValues {
  const { estimate, standardError, pValue } = found;
  if (status !== "estimated") return { ...column, status, step };
  if (!(standardError * step < boundless)) return { ...column, status: "infinite", step };
  const reach = criticalValue() * standardError;
  return {
    ...column,
    status,
    step,
    coefficient: settle(estimate),
    standardError: settle(standardError),
    ratio: settle(Math.exp(estimate * step)),
    interval: [settle(Math.exp((estimate - reach) * step)), settle(Math.exp((estimate + reach) * step))],
    pValue,
  };
}

/** Means of the scaled residuals over bins of equally many events: the coefficient over time. */
function binsOf(times: Float64Array, residuals: Float64Array): ProportionalValues["bins"] {
  const bins = Math.min(mostBins, Math.floor(times.length / fewestInBin));
  return Array.from({ length: bins }, (_, index) => {
    const [from, to] = [Math.floor((index * times.length) / bins), Math.floor(((index + 1) * times.length) / bins)];
    const own = residuals.subarray(from, to);
    const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
    const variance = own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (own.length - 1);
    const reach = criticalValue() * Math.sqrt(variance / own.length);
    const within = times.subarray(from, to);
    return {
      from: within[0] as number,
      to: within.at(-1) as number,
      time: settle(within.reduce((sum, time) => sum + time, 0) / within.length),
      value: settle(mean),
      interval: [settle(mean - reach), settle(mean + reach)] as const,
      events: own.length,
    };
  });
}

function proportionalOf(fit: CoxFit): NonNullable<RegressionValues["proportional"]> {
  const { covariates, global, times } = schoenfeld(fit);
  const check = (found: ProportionalCheck | undefined, index: number): ProportionalValues[] =>
    found === undefined
      ? []
      : [
          {
            effect: index,
            chiSquare: settle(found.chiSquare),
            pValue: found.pValue,
            correlation: settle(found.correlation),
            bins: binsOf(times, found.residuals),
          },
        ];
  return { global: { ...global, chiSquare: settle(global.chiSquare) }, checks: covariates.flatMap(check) };
}

type Options = Pick<SurvivalSettings, "model" | "ties">;

/** Cox or Weibull on the customers of whom all covariates are known; nothing without an event, or where Weibull has no duration above zero. */
export function regress(design: CovariateDesign, customers: number, { model, ties }: Options): RegressionValues | undefined {
  const missing = customers - design.input.durations.length;
  return model === "cox" ? coxValues(design, missing, ties) : weibullValues(design, missing);
}

function coxValues({ input, columns }: CovariateDesign, missing: number, ties: Options["ties"]): RegressionValues | undefined {
  if (columns.length === 0 || !input.happened.includes(1)) return undefined;
  const fit = coxRegression(input, { ties });
  const hasEstimate = fit.coefficients.some(({ status }) => status === "estimated");
  return {
    model: "cox",
    customers: fit.rows,
    events: fit.events,
    omitted: { missing, zero: 0 },
    effects: fit.coefficients.map((found, index) =>
      effect(columns[index] as DesignColumn, found.status, stepOf(input.covariates[index] as Float64Array), found),
    ),
    logLikelihood: { null: settle(fit.logLikelihood.null), fitted: settle(fit.logLikelihood.fitted) },
    likelihoodRatio: { ...fit.tests.likelihoodRatio, chiSquare: settle(fit.tests.likelihoodRatio.chiSquare) },
    hasConverged: fit.hasConverged,
    ...(fit.concordance.pairs > 0 ? { concordance: settle(fit.concordance.value) } : {}),
    ...(hasEstimate ? { proportional: proportionalOf(fit) } : {}),
  };
}

function weibullValues({ input, columns }: CovariateDesign, missing: number): RegressionValues | undefined {
  const kept = input.durations.map((duration, row) => (duration > 0 ? row : -1)).filter((row) => row >= 0);
  const pick = (values: Float64Array) => Float64Array.from(kept, (row) => values[row] as number);
  const own = {
    durations: pick(input.durations),
    happened: Uint8Array.from(kept, (row) => input.happened[row] as number),
    covariates: input.covariates.map(pick),
  };
  if (!own.happened.includes(1) || own.durations.every((duration) => duration === own.durations[0])) return undefined;
  const fit = weibullAft(own);
  return {
    model: "weibull",
    customers: fit.rows,
    events: fit.events,
    omitted: { missing, zero: input.durations.length - kept.length },
    effects: fit.coefficients.map((found, index) => {
      const values = own.covariates[index] as Float64Array;
      const isConstant = values.every((value) => value === values[0]);
      const status = found.isEstimated ? "estimated" : isConstant ? "constant" : "collinear";
      return effect(columns[index] as DesignColumn, status, stepOf(values), found);
    }),
    logLikelihood: { null: settle(fit.logLikelihood.null), fitted: settle(fit.logLikelihood.fitted) },
    likelihoodRatio: { ...fit.likelihoodRatio, chiSquare: settle(fit.likelihoodRatio.chiSquare) },
    hasConverged: fit.hasConverged,
    ...(Number.isFinite(fit.shape.interval[0])
      ? { shape: { value: settle(fit.shape.value), interval: [settle(fit.shape.interval[0]), settle(fit.shape.interval[1])] as const } }
      : {}),
  };
}
