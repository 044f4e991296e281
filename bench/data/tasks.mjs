import { existsSync } from "node:fs";
import { data } from "../setup/places.mjs";
import { dataFile } from "./generate.mjs";

const duckdb = ["DuckDB (Node)", "DuckDB (Python)"];
const retail = data("online_retail", "online_retail.csv.gz");
const count = (number) => number.toLocaleString("en");

/**
 * What is run: `name` of the contenders' task, its file, and the budget for its time. A task without its file is skipped by name.
 *
 * @param {boolean} quick a tenth of the rows
 */
export async function dataTasks(quick) {
  const many = quick ? 1_000_000 : 10_000_000;
  const some = quick ? 100_000 : 1_000_000;
  return [
    existsSync(retail)
      ? { id: "retail", name: "retail", title: "load + rfm, Online Retail (541,909 lines, CSV.gz)", path: retail }
      : { id: "retail", title: "Online Retail", skipped: "Online Retail is not in MARKLAB_DATA" },
    {
      id: "parquet",
      name: "orders",
      title: `load + rfm, ${count(many)} orders, Parquet`,
      path: await dataFile("orders", many),
      budget: { times: 1 },
    },
    { id: "csv", name: "orders", title: `load + rfm, ${count(many)} orders, CSV`, path: await dataFile("orders", many, "csv") },
    {
      id: "load",
      name: "load",
      title: `load CSV of ${count(some)} rows, typed`,
      path: await dataFile("orders", some, "csv"),
      budget: { times: 1.1, of: duckdb },
    },
    {
      id: "funnel",
      name: "funnel",
      title: `load + funnel of four steps, 7 days from any entry, ${count(many)} events, Parquet`,
      path: await dataFile("events", many),
      budget: { times: 0.5 },
    },
    {
      id: "funnel-first",
      name: "funnelFirst",
      title: `load + funnel of four steps, 7 days from the first entry, ${count(many)} events, Parquet`,
      path: await dataFile("events", many),
      budget: { times: 0.5 },
    },
    {
      id: "ab-test",
      name: "abTest",
      title: `load + abTest of two metrics, ${count(many)} units, Parquet`,
      path: await dataFile("units", many),
      budget: { times: 1 },
    },
  ];
}
