import { existsSync, mkdirSync, renameSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import { step } from "../../scripts/steps/progress.mjs";
import { cache } from "../setup/places.mjs";

/** A number from 0 to 1 that depends on nothing but the row's number and a name: the seed. */
const chance = (name) => `(hash(row_number, 'marklab-${name}') / 18446744073709551616.0)`;

/**
 * Orders as a shop would export them, one row each. Few customers buy often and most rarely (the square); each buys within own months, so that
 * recency varies. Amounts are multiples of a quarter, which doubles add exactly, so that every engine's sums can be compared for equality.
 */
const orders = (rows) => `
  WITH drawn AS (
    SELECT 100000 + CAST(floor(${rows / 20} * pow(${chance("customer")}, 2)) AS BIGINT) AS customer_id,
           ${chance("moment")} AS moment, ${chance("amount")} AS amount, ${chance("channel")} AS channel
    FROM range(${rows}) AS numbers(row_number)
  ), placed AS (
    SELECT *, hash(customer_id, 'marklab-months') % 900 AS first_day, 1 + hash(customer_id, 'marklab-span') % 190 AS days FROM drawn
  )
  SELECT customer_id,
         TIMESTAMP '2023-01-01' + to_seconds(CAST(floor((first_day + moment * days) * 86400) AS BIGINT)) AS ordered_at,
         0.25 + floor(-ln(1 - amount) * 160) / 4 AS amount,
         ['email', 'search', 'social', 'store'][1 + CAST(floor(channel * 4) AS INTEGER)] AS channel
  FROM placed`;

/**
 * A file of orders, made by DuckDB from fixed seeds and kept for the next run.
 *
 * @param {number} rows
 * @param {"parquet" | "csv"} format
 * @returns {Promise<string>} its path
 */
export async function ordersFile(rows, format) {
  const path = cache(`orders-${rows}.${format}`);
  if (existsSync(path)) return path;
  mkdirSync(cache(), { recursive: true });
  await step(`Generating ${rows.toLocaleString("en")} orders as ${format}`, async () => {
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(`COPY (${orders(rows)}) TO '${path.replaceAll("'", "''")}.part' (FORMAT ${format})`);
    connection.closeSync();
    renameSync(`${path}.part`, path);
  });
  return path;
}
