import { churn } from "../../library/src/analyses/churn/churn.js";
import type { ChurnValues, ModelValues } from "../../library/src/analyses/churn/values.js";
import { load } from "../../library/src/data/index.js";
import { dataFile } from "../../library/src/testing/data-folder.js";
import { once } from "../once.js";
import type { Figure } from "../figure.js";

const telco = "telco_churn/Telco-Customer-Churn.csv";
const campaign = "marketing_campaign/marketing_campaign.csv";
const statsmodels =
  "statsmodels 0.15 Logit on Telco: missing TotalCharges as the median, most frequent levels as reference, collinear levels dropped";
const ridged = "scikit-learn 1.9 LogisticRegression (C = 1, newton-cholesky) on the same columns, numbers standardised";
const folds = "scikit-learn 1.2.1 and XGBoost 1.7.4, 5-fold stratified, one-hot";

const plain = once(async () => churn(await load(dataFile(telco).path), { regularisation: 0, compare: false }));
const penalised = once(async () => churn(await load(dataFile(telco).path), { regularisation: 1 }));
const responses = once(async () => churn(await load(dataFile(campaign).path), { outcome: "Response" }));

type Found = { readonly values: ChurnValues };

function modelOf({ values }: Found): ModelValues {
  if (!values.model) throw new Error("There is no model.");
  return values.model;
}

/** Coefficient and standard error of a column, or of a level of it. */
function coefficient(found: Found, feature: string, level?: string): readonly [coefficient: number, standardError: number] {
  const one = modelOf(found).coefficients.find((each) => each.feature === feature && each.level === level);
  return one ? [one.coefficient, one.standardError] : [Number.NaN, Number.NaN];
}

type Expected = readonly [feature: string, level: string | undefined, coefficient: number, standardError?: number];

/** By unit of the column, as users read them. */
const byMaximumLikelihood: readonly Expected[] = [
  ["SeniorCitizen", undefined, 0.215077, 0.084525],
  ["tenure", undefined, -0.059409, 0.006157],
  ["MonthlyCharges", undefined, -0.040372, 0.031731],
  ["TotalCharges", undefined, 0.000318, 0.00007],
  ["gender", "Female", 0.02188233, 0.0647947],
  ["PhoneService", "No", -0.17980912, 0.64791403],
  ["InternetService", "DSL", -1.75295919, 0.79756483],
  ["InternetService", "No", -3.54391994, 1.5925051],
  ["OnlineSecurity", "Yes", -0.20546439, 0.17862758],
  ["Contract", "Two year", -1.38958194, 0.17579826],
  ["Contract", "One year", -0.66711894, 0.10746917],
  ["PaperlessBilling", "No", -0.3418456, 0.07446868],
  ["PaymentMethod", "Bank transfer (automatic)", -0.30573063, 0.09448494],
];

const byRidge: readonly Expected[] = [
  ["gender", "Female", 0.02360116],
  ["PhoneService", "No", 0.75340663],
  ["InternetService", "No", -1.14475316],
  ["OnlineSecurity", "Yes", -0.43951504],
  ["Contract", "Two year", -1.35149349],
  ["PaymentMethod", "Credit card (automatic)", -0.39195372],
];

const exactly: readonly Figure[] = [
  {
    name: "logistic regression on Telco: log-likelihood, and that of the base rate",
    source: statsmodels,
    expected: [-2914.662733034, -4075.072949548],
    tolerance: 1e-6,
    data: telco,
    ours: async () => [modelOf(await plain()).fit.logLikelihood, modelOf(await plain()).fit.nullLogLikelihood],
  },
  ...byMaximumLikelihood.map(([feature, level, expected, standardError = 0]): Figure => ({
    name: `logistic regression on Telco: ${level === undefined ? feature : `${feature} ${level}`}, coefficient and standard error`,
    source: statsmodels,
    expected: [expected, standardError],
    tolerance: 1e-4,
    data: telco,
    ours: async () => coefficient(await plain(), feature, level),
  })),
  ...byRidge.map(([feature, level, expected]): Figure => ({
    name: `ridge penalty 1 on Telco: ${feature} ${level ?? ""}, coefficient`,
    source: ridged,
    expected,
    tolerance: 1e-4,
    data: telco,
    ours: async () => coefficient(await penalised(), feature, level)[0],
  })),
];

/** One line of the table of bars: expected value, tolerance, and where ours is. */
type Bar = readonly [name: string, expected: number, tolerance: number, ours: (model: ModelValues) => number];

const barsOf = (data: string, title: string, found: () => Promise<Found>, bars: readonly Bar[]): Figure[] =>
  bars.map(([name, expected, tolerance, ours]) => ({
    name: `${title}: ${name}`,
    source: folds,
    expected,
    tolerance,
    data,
    ours: async () => ours(modelOf(await found())),
  }));

const gainAt = (model: ModelValues, share: number): number =>
  model.evaluation.gain.find((point) => Math.abs(point.share - share) < 1e-9)?.gain ?? Number.NaN;
const firstLift = ({ evaluation }: ModelValues): number => evaluation.deciles[0]?.lift ?? Number.NaN;

const judged: readonly Figure[] = [
  ...barsOf(telco, "Telco, out of fold", penalised, [
    ["AUC", 0.8451, 0.005, ({ evaluation }) => evaluation.auc.value],
    ["average precision", 0.654, 0.01, ({ evaluation }) => evaluation.averagePrecision],
    ["log loss", 0.4174, 0.005, ({ evaluation }) => evaluation.logLoss],
    ["Brier score", 0.1356, 0.005, ({ evaluation }) => evaluation.brier],
    ["lift of the first tenth (best model 2.874)", 2.874, 0.1, firstLift],
    ["gain of the first fifth (best model .504)", 0.504, 0.01, (model) => gainAt(model, 0.2)],
    ["boosted trees, AUC", 0.8472, 0.005, ({ comparison }) => comparison?.auc.value ?? Number.NaN],
    ["boosted trees, log loss", 0.4134, 0.005, ({ comparison }) => comparison?.logLoss ?? Number.NaN],
    ["boosted trees, Brier score", 0.1344, 0.005, ({ comparison }) => comparison?.brier ?? Number.NaN],
  ]),
  ...barsOf(campaign, "marketing_campaign Response, out of fold", responses, [
    ["AUC", 0.8948, 0.005, ({ evaluation }) => evaluation.auc.value],
    ["average precision", 0.6236, 0.02, ({ evaluation }) => evaluation.averagePrecision],
    ["log loss", 0.2725, 0.005, ({ evaluation }) => evaluation.logLoss],
    ["Brier score", 0.0824, 0.005, ({ evaluation }) => evaluation.brier],
    ["boosted trees, AUC", 0.904, 0.005, ({ comparison }) => comparison?.auc.value ?? Number.NaN],
    ["boosted trees, log loss", 0.2585, 0.005, ({ comparison }) => comparison?.logLoss ?? Number.NaN],
  ]),
  {
    name: "Telco and marketing_campaign: columns called leaks",
    source: "none of their columns is known only after the outcome",
    expected: [0, 0],
    tolerance: 0,
    data: telco,
    ours: async () => [(await penalised()).values.leaks.length, (await responses()).values.leaks.length],
  },
];

/** Churn and lead scoring against statsmodels, scikit-learn and XGBoost. */
export const figures: readonly Figure[] = [...exactly, ...judged];
