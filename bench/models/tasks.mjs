import { existsSync, renameSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { dataFile } from "../data/generate.mjs";
import { cache, data } from "../setup/places.mjs";

const telco = data("telco_churn", "Telco-Customer-Churn.csv");
const count = (number) => number.toLocaleString("en");

const isYes = (name) => `CAST("${name}" = 'Yes' AS INTEGER) AS "${name}"`;
const isOne = (name, level) => `CAST("${name}" = '${level}' AS INTEGER) AS "${name} ${level}"`;

/** Telco as the numbers of a regression: services that need a line or the internet count as not taken without it. */
const telcoNumbers = `
  SELECT CAST(gender = 'Male' AS INTEGER) AS male, SeniorCitizen, tenure, MonthlyCharges, COALESCE(TRY_CAST(TotalCharges AS DOUBLE), 0) AS TotalCharges,
         ${["Partner", "Dependents", "PhoneService", "MultipleLines", "OnlineSecurity", "OnlineBackup", "DeviceProtection", "TechSupport", "StreamingTV", "StreamingMovies", "PaperlessBilling"].map(isYes).join(", ")},
         ${isOne("InternetService", "Fiber optic")}, ${isOne("InternetService", "No")}, ${isOne("Contract", "One year")}, ${isOne("Contract", "Two year")},
         ${isOne("PaymentMethod", "Electronic check")}, ${isOne("PaymentMethod", "Mailed check")}, ${isOne("PaymentMethod", "Credit card (automatic)")},
         CAST(Churn = 'Yes' AS INTEGER) AS churned
  FROM read_csv('${telco.replaceAll("'", "''")}', all_varchar = false)`;

async function telcoFile() {
  const path = cache("telco-numbers.parquet");
  if (existsSync(path)) return path;
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`COPY (${telcoNumbers}) TO '${path.replaceAll("'", "''")}.part' (FORMAT parquet)`);
  connection.closeSync();
  renameSync(`${path}.part`, path);
  return path;
}

/**
 * The fits; a log-likelihood that agrees to a millionth is the same fit.
 *
 * @param {boolean} quick a tenth of the rows
 */
export async function modelTasks(quick) {
  const many = quick ? 100_000 : 1_000_000;
  const some = quick ? 10_000 : 100_000;
  const regression = { name: "logistic", contenders: ["Marklab", "scikit-learn", "statsmodels"], tolerance: 1e-6, budget: { times: 1 } };
  const survival = { contenders: ["Marklab", "lifelines"], tolerance: 1e-6, budget: { times: 1 } };
  const lifetimes = await dataFile("lifetimes", some);
  return [
    existsSync(telco)
      ? { id: "telco", ...regression, title: "logistic regression, Telco (7,043 × 23)", path: await telcoFile() }
      : { id: "telco", title: "Telco", skipped: "Telco is not in MARKLAB_DATA" },
    { id: "logistic", ...regression, title: `logistic regression, ${count(many)} × 30`, path: await dataFile("customers", many) },
    { id: "kaplan-meier", name: "kaplanMeier", ...survival, title: `Kaplan–Meier, ${count(some)} customers`, path: lifetimes },
    { id: "cox", name: "cox", ...survival, title: `Cox regression, ${count(some)} × 5`, path: lifetimes },
  ];
}
