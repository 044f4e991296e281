import { load } from "../../library/src/data/index.js";
import { coxRegression, type CoxFit } from "../../library/src/statistics/survival/cox.js";
import { kaplanMeier, stepAt, type SurvivalCurve } from "../../library/src/statistics/survival/kaplan-meier.js";
import { logRank, type Weights } from "../../library/src/statistics/survival/log-rank.js";
import { restrictedMean } from "../../library/src/statistics/survival/restricted-mean.js";
import { schoenfeld } from "../../library/src/statistics/survival/schoenfeld.js";
import { survivalQuantile } from "../../library/src/statistics/survival/survival-quantile.js";
import { countTimes } from "../../library/src/statistics/survival/time-counts.js";
import { weibullAft } from "../../library/src/statistics/survival/weibull-aft.js";
import { dataFile } from "../../library/src/testing/data-folder.js";
import type { Figure } from "../figure.js";
import { once } from "../once.js";

type Row = Readonly<Record<string, unknown>>;

const rossiData = "lifelines/rossi.csv";
const waltonsData = "lifelines/waltons_dataset.csv";
const lungData = "lifelines/lung.csv";
const larynxData = "lifelines/larynx.csv";
const telcoData = "telco_churn/Telco-Customer-Churn.csv";

const rowsOf = (path: string) =>
  once(async () => (await (await load(dataFile(path).path)).toArquero()).objects({ limit: Infinity }) as readonly Row[]);

const rossi = rowsOf(rossiData);
const waltons = rowsOf(waltonsData);
const larynx = rowsOf(larynxData);
const lungRows = rowsOf(lungData);
const telcoRows = rowsOf(telcoData);
/** The 7,032 customers with a tenure above zero. */
const telco = once(async () => (await telcoRows()).filter((row) => Number(row["tenure"]) > 0));
const lung = once(async () => (await lungRows()).filter((row) => Number.isFinite(row["wt.loss"]) && row["wt.loss"] !== null));

type Value = (row: Row) => number;
const column =
  (name: string): Value =>
  (row) =>
    Number(row[name]);
const is =
  (name: string, value: string): Value =>
  (row) =>
    row[name] === value ? 1 : 0;

const numbers = (rows: readonly Row[], value: Value) => Float64Array.from(rows, value);
const flags = (rows: readonly Row[], value: Value) => Uint8Array.from(rows, value);
const times = (rows: readonly Row[], time: Value, event: Value) => countTimes(numbers(rows, time), flags(rows, event));

interface Outcome {
  readonly time: Value;
  readonly event: Value;
}

const arrest: Outcome = { time: column("week"), event: column("arrest") };
const churn: Outcome = { time: column("tenure"), event: is("Churn", "Yes") };
const death: Outcome = { time: column("time"), event: column("status") };
const lifespan: Outcome = { time: column("T"), event: column("E") };

const curveOf = (rows: readonly Row[], { time, event }: Outcome) => kaplanMeier(times(rows, time, event));
const at = (curve: SurvivalCurve, moments: readonly number[]) => moments.map((time) => curve.survival[stepAt(curve, time)] ?? Number.NaN);
const medianOf = (rows: readonly Row[], outcome: Outcome) => survivalQuantile(curveOf(rows, outcome));

function compareBy(rows: readonly Row[], { time, event }: Outcome, group: string, weights?: Weights) {
  const names = [...new Set(rows.map((row) => row[group]))];
  return logRank(
    names.map((name) =>
      times(
        rows.filter((row) => row[group] === name),
        time,
        event,
      ),
    ),
    weights,
  );
}

const inputOf = (rows: readonly Row[], { time, event }: Outcome, covariates: readonly Value[]) => ({
  durations: numbers(rows, time),
  happened: flags(rows, event),
  covariates: covariates.map((value) => numbers(rows, value)),
});

const rossiNames = ["fin", "age", "race", "wexp", "mar", "paro", "prio"] as const;
const efron = once(async () => coxRegression(inputOf(await rossi(), arrest, rossiNames.map(column))));
const breslow = once(async () => coxRegression(inputOf(await rossi(), arrest, rossiNames.map(column)), { ties: "breslow" }));
const telcoFit = once(async () =>
  coxRegression(
    inputOf(await telco(), churn, [
      is("Contract", "One year"),
      is("Contract", "Two year"),
      column("MonthlyCharges"),
      is("PaperlessBilling", "Yes"),
    ]),
  ),
);
const lungFit = once(async () => coxRegression(inputOf(await lung(), death, ["age", "sex", "wt.loss"].map(column))));
const estimates = ({ coefficients }: CoxFit) => coefficients.map(({ estimate }) => estimate);
const errors = ({ coefficients }: CoxFit) => coefficients.map(({ standardError }) => standardError);
const aftOf = once(async () => weibullAft(inputOf(await rossi(), arrest, ["fin", "age", "prio"].map(column))));
const fullAft = once(async () => weibullAft(inputOf(await rossi(), arrest, rossiNames.map(column))));

const r = "R survival 3.5";
const lifelines = "lifelines 0.30.3";

const ofRossi: readonly Figure[] = [
  {
    name: "rossi, Cox (Efron): coefficients fin, age, race, wexp, mar, paro, prio",
    source: r,
    expected: [-0.379422, -0.057438, 0.3139, -0.149796, -0.433704, -0.084871, 0.091497],
    tolerance: 1e-6,
    data: rossiData,
    ours: async () => estimates(await efron()),
  },
  {
    name: "rossi, Cox (Efron): standard errors",
    source: r,
    expected: [0.191379, 0.021999, 0.307993, 0.212224, 0.381868, 0.195757, 0.028649],
    tolerance: 1e-6,
    data: rossiData,
    ours: async () => errors(await efron()),
  },
  {
    name: "rossi, Cox (Efron): log partial likelihood without and with covariates",
    source: r,
    expected: [-675.38063, -658.74766],
    tolerance: 1e-5,
    data: rossiData,
    ours: async () => [(await efron()).logLikelihood.null, (await efron()).logLikelihood.fitted],
  },
  {
    name: "rossi, Cox: concordance",
    source: r,
    expected: 0.640329,
    tolerance: 1e-6,
    data: rossiData,
    ours: async () => (await efron()).concordance.value,
  },
  {
    name: "rossi, Cox (Breslow): coefficients fin, age",
    source: r,
    expected: [-0.379022, -0.057246],
    tolerance: 1e-6,
    data: rossiData,
    ours: async () => estimates(await breslow()).slice(0, 2),
  },
  {
    name: "rossi, Kaplan–Meier: survival at 10, 20, 30, 40, 52 weeks",
    source: r,
    expected: [0.9653, 0.9074, 0.8611, 0.8032, 0.7361],
    tolerance: 5e-5,
    data: rossiData,
    ours: async () => at(curveOf(await rossi(), arrest), [10, 20, 30, 40, 52]),
  },
  {
    name: "rossi, log-rank by fin: chi-square",
    source: r,
    expected: 3.838,
    tolerance: 5e-4,
    data: rossiData,
    ours: async () => compareBy(await rossi(), arrest, "fin").chiSquare,
  },
  {
    name: "rossi, Weibull AFT (fin, age, prio): intercept, coefficients, log scale",
    source: `${r} survreg`,
    expected: [3.773769, 0.249504, 0.047767, -0.069797, -0.336736],
    tolerance: 1e-6,
    data: rossiData,
    ours: async () => {
      const { intercept, coefficients, logScale } = await aftOf();
      return [intercept.estimate, ...coefficients.map(({ estimate }) => estimate), logScale.estimate];
    },
  },
  {
    name: "rossi, Weibull AFT, all covariates: log-likelihood",
    source: "lifelines WeibullAFTFitter",
    expected: -679.9166,
    tolerance: 1e-4,
    data: rossiData,
    ours: async () => (await fullAft()).logLikelihood.fitted,
  },
];

const ofWaltons: readonly Figure[] = [
  {
    name: "waltons, Kaplan–Meier: median of control and miR-137",
    source: `${r}; lifelines`,
    expected: [58, 26],
    tolerance: 0,
    data: waltonsData,
    ours: async () => {
      const rows = await waltons();
      return ["control", "miR-137"].map(
        (name) =>
          medianOf(
            rows.filter((row) => row["group"] === name),
            lifespan,
          ).value ?? Number.NaN,
      );
    },
  },
  {
    name: "waltons, log-rank: chi-square",
    source: `${r}; lifelines`,
    expected: 122.2,
    tolerance: 0.05,
    data: waltonsData,
    ours: async () => compareBy(await waltons(), lifespan, "group").chiSquare,
  },
];

const ofLifelines: readonly Figure[] = [
  {
    name: "waltons, weighted log-rank: Wilcoxon, Fleming–Harrington (1, 0), (0, 1), (0.5, 0.5)",
    source: lifelines,
    expected: [139.647866, 139.843934, 21.251614, 80.737333],
    tolerance: 1e-5,
    data: waltonsData,
    ours: async () => {
      const rows = await waltons();
      const weights = ["wilcoxon", { rho: 1, gamma: 0 }, { rho: 0, gamma: 1 }, { rho: 0.5, gamma: 0.5 }] as const;
      return weights.map((weight) => compareBy(rows, lifespan, "group", weight).chiSquare);
    },
  },
  {
    name: "waltons, control: band at 53 days on the log-log scale, and mean of the first 50 days",
    source: lifelines,
    expected: [0.597853, 0.759053, 47.977873],
    tolerance: 1e-6,
    data: waltonsData,
    ours: async () => {
      const rows = (await waltons()).filter((row) => row["group"] === "control");
      const curve = kaplanMeier(times(rows, lifespan.time, lifespan.event), { band: "log-log" });
      const index = stepAt(curve, 53);
      return [curve.low[index] ?? Number.NaN, curve.high[index] ?? Number.NaN, restrictedMean(curve, 50).value];
    },
  },
  {
    name: "larynx, Cox: age, stages II, III, IV, with standard errors and concordance",
    source: lifelines,
    expected: [0.0190311, 0.1400402, 0.6423818, 1.7059801, 0.0142584, 0.4624861, 0.3561106, 0.4219133, 0.6818823],
    tolerance: 1e-6,
    data: larynxData,
    ours: async () => {
      const rows = await larynx();
      const fit = coxRegression(
        inputOf(rows, { time: column("time"), event: column("death") }, ["age", "Stage_II", "Stage_III", "Stage_IV"].map(column)),
      );
      return [...estimates(fit), ...errors(fit), fit.concordance.value];
    },
  },
  {
    name: "rossi, Weibull AFT, all covariates: coefficients, intercept, shape on the log scale",
    source: lifelines,
    expected: [0.272172, 0.040715, -0.224808, 0.106551, 0.31126, 0.058822, -0.065817, 3.990123, 0.339103],
    tolerance: 2e-5,
    data: rossiData,
    ours: async () => {
      const { coefficients, intercept, logScale } = await fullAft();
      return [...coefficients.map(({ estimate }) => estimate), intercept.estimate, -logScale.estimate];
    },
  },
  {
    name: "rossi, Weibull AFT, all covariates: standard errors, and likelihood ratio",
    source: lifelines,
    expected: [0.137963, 0.016004, 0.220161, 0.151542, 0.273302, 0.139639, 0.020941, 0.419099, 0.089027, 33.415666],
    tolerance: 1e-5,
    data: rossiData,
    ours: async () => {
      const { coefficients, intercept, logScale, likelihoodRatio } = await fullAft();
      const own = coefficients.map(({ standardError }) => standardError);
      return [...own, intercept.standardError, logScale.standardError, likelihoodRatio.chiSquare];
    },
  },
];

const ofTelco: readonly Figure[] = [
  {
    name: "Telco (tenure above 0), Kaplan–Meier: survival at 1, 6, 12, 24, 36, 48, 60, 72 months",
    source: r,
    expected: [0.946, 0.8848, 0.8432, 0.7887, 0.7485, 0.7088, 0.6644, 0.5928],
    tolerance: 5e-5,
    data: telcoData,
    ours: async () => at(curveOf(await telco(), churn), [1, 6, 12, 24, 36, 48, 60, 72]),
  },
  {
    name: "Telco, month-to-month contracts: median tenure with its interval",
    source: r,
    expected: [35, 32, 38],
    tolerance: 0,
    data: telcoData,
    ours: async () => {
      const rows = (await telco()).filter((row) => row["Contract"] === "Month-to-month");
      const { value = Number.NaN, low = Number.NaN, high = Number.NaN } = medianOf(rows, churn);
      return [value, low, high];
    },
  },
  {
    name: "Telco, log-rank by contract: chi-square and degrees of freedom",
    source: r,
    expected: [2353, 2],
    tolerance: 0.5,
    data: telcoData,
    ours: async () => {
      const { chiSquare, degreesOfFreedom } = compareBy(await telco(), churn, "Contract");
      return [chiSquare, degreesOfFreedom];
    },
  },
  {
    name: "Telco, Cox: one year, two years, monthly charges, paperless billing",
    source: r,
    expected: [-2.161878, -4.17136, -0.0010298, 0.250233],
    tolerance: 1e-6,
    data: telcoData,
    ours: async () => estimates(await telcoFit()),
  },
  {
    name: "Telco, Cox: log partial likelihood without and with covariates",
    source: r,
    expected: [-15653.04, -14333.292],
    tolerance: 1e-3,
    data: telcoData,
    ours: async () => [(await telcoFit()).logLikelihood.null, (await telcoFit()).logLikelihood.fitted],
  },
];

const ofLung: readonly Figure[] = [
  {
    name: "lung, Cox (age, sex, wt.loss), check of proportional hazards: chi-square of each and of all",
    source: "R survival 3.2 cox.zph as published (Kassambara, Cox model assumptions)",
    expected: [0.5077, 2.5489, 0.0144, 3.0051],
    tolerance: 5e-5,
    data: lungData,
    ours: async () => {
      const { covariates, global } = schoenfeld(await lungFit());
      return [...covariates.map((one) => one?.chiSquare ?? Number.NaN), global.chiSquare];
    },
  },
  {
    name: "lung, Cox (age, sex, wt.loss): correlation of scaled Schoenfeld residuals with time",
    source: "R survival 2.4 cox.zph as published (Kassambara, Cox model assumptions)",
    expected: [-0.0483, 0.1265, 0.0126],
    tolerance: 5e-5,
    data: lungData,
    ours: async () => schoenfeld(await lungFit()).covariates.map((one) => one?.correlation ?? Number.NaN),
  },
];

/** The figures of survival analysis. */
export const figures: readonly Figure[] = [...ofRossi, ...ofWaltons, ...ofLifelines, ...ofTelco, ...ofLung];
