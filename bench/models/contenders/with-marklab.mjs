import { load } from "marklab";
import { answer } from "../../data/contenders/answer.mjs";

/** Parts of the library that its analyses are made of; notebooks reach them through `churn` and `survival`. */
const part = (path) => import(new URL(`../../../library/dist/statistics/${path}.js`, import.meta.url).href);

const columnsOf = async (path, names) => {
  const table = await (await load(path)).toArquero();
  const wanted = names ?? table.columnNames();
  return new Map(wanted.map((name) => [name, Float64Array.from(table.array(name))]));
};

async function logistic(path) {
  const { fitLogistic } = await part("regression/logistic");
  const columns = await columnsOf(path);
  const outcome = Uint8Array.from(columns.get("churned"));
  columns.delete("churned");
  const dense = [...columns.values()].map((values) => ({ values, ...scaling(values) }));
  const design = { rows: outcome.length, width: dense.length + 1, dense, factors: [] };
  return () => {
    const { logLikelihood, hasConverged } = fitLogistic({ design, outcome });
    return { logLikelihood, converged: Number(hasConverged) };
  };
}

/** As `churn` scales: to mean 0 and standard deviation 1, which no log-likelihood depends on. */
function scaling(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  return { center: mean, scale: 1 / Math.sqrt(variance), fill: 0 };
}

async function kaplanMeier(path) {
  const [{ countTimes }, { kaplanMeier: curve }] = [await part("survival/time-counts"), await part("survival/kaplan-meier")];
  const columns = await columnsOf(path, ["duration", "event"]);
  const [durations, events] = [columns.get("duration"), columns.get("event")];
  return () => {
    const { times, survival } = curve(countTimes(durations, events));
    return [50, 100, 200, 400].map((time) => survival[times.findLastIndex((each) => each <= time)]);
  };
}

async function cox(path) {
  const { coxRegression } = await part("survival/cox");
  const columns = await columnsOf(path);
  const covariates = [0, 1, 2, 3, 4].map((index) => columns.get(`x${index}`));
  const happened = Uint8Array.from(columns.get("event"));
  return () => {
    const { logLikelihood, coefficients } = coxRegression({ durations: columns.get("duration"), happened, covariates });
    return { logLikelihood: logLikelihood.fitted, strongest: coefficients[0].estimate };
  };
}

await answer({ logistic, kaplanMeier, cox });
