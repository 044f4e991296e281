import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { answer } from "./answer.mjs";
import { compareArms } from "./compare-arms.mjs";

const text = (name) => readFileSync(new URL(`sql/${name}.sql`, import.meta.url), "utf8");
const quoted = (path) => path.replaceAll("'", "''");

const connect = async () => (await DuckDBInstance.create()).connect();

/** RFM as one plain SQL text. */
const rfm = (customers) => async (path) => {
  const connection = await connect();
  const query = text("rfm").replace("{customers}", text(customers).replace("{path}", quoted(path)));
  const rows = (await connection.runAndReadAll(query)).getRowsJson();
  const [recency, frequency, monetary] = rows[0].slice(6);
  return { cells: rows.map((row) => row.slice(0, 6).map(Number)), edges: { recency, frequency, monetary } };
};

async function load(path) {
  const connection = await connect();
  await connection.run(`CREATE TABLE orders AS FROM '${quoted(path)}'`);
  return (await connection.runAndReadAll(text("load"))).getRowsJson()[0];
}

/** One plain SQL text, its rows as numbers. */
const rowsOf = async (name, path) => (await (await connect()).runAndReadAll(text(name).replace("{path}", quoted(path)))).getRowsJson();
const funnel = (name) => async (path) => (await rowsOf(name, path))[0].map(Number);

/** Means, differences and their standard errors, from one row per arm. */
async function abTest(path) {
  const [control, treatment] = (await rowsOf("ab-test", path)).map((row) => row.slice(1).map(Number));
  return compareArms(control, treatment);
}

await answer({ retail: rfm("retail"), orders: rfm("orders"), load, funnel: funnel("funnel"), funnelFirst: funnel("funnel-first"), abTest });
