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

/** Names of draws by number: two hashes of one row and two texts go together, those of two far numbers do not. */
const draws = [];

/** A number from 0 to 1 that depends on nothing but the row's number and a name, and on no other draw. */
function draw(name) {
  if (!draws.includes(name)) draws.push(name);
  return `(hash(row_number + ${draws.indexOf(name) + 1} * 1000000000000) / 18446744073709551616.0)`;
}

/**
 * Events of a shop's visitors, one row each, twenty a user within a month; the deeper a step, the rarer. Moments differ within a user, so that no
 * answer hangs on the order of ties.
 */
const events = (rows) => `
  WITH drawn AS (
    SELECT CAST(floor(${rows / 20} * ${draw("user")}) AS BIGINT) AS user_id, row_number, ${draw("event")} AS kind, ${draw("event-moment")} AS moment
    FROM range(${rows}) AS numbers(row_number)
  )
  SELECT user_id,
         CASE WHEN kind < 0.3 THEN 'visit' WHEN kind < 0.5 THEN 'view' WHEN kind < 0.6 THEN 'cart' WHEN kind < 0.65 THEN 'pay'
              WHEN kind < 0.8 THEN 'search' WHEN kind < 0.9 THEN 'scroll' ELSE 'help' END AS event,
         TIMESTAMP '2024-01-01' + to_microseconds(
           CAST((hash(user_id, 'marklab-first-day') % 60 + moment * 30) * 86400 AS BIGINT) * 1000000 + row_number % 1000000) AS happened_at
  FROM drawn`;

/** Units of an experiment, one row each; one in ten thousand is seen in both arms. Spend is a multiple of a quarter. */
const units = (rows) => `
  WITH drawn AS (
    SELECT row_number, CASE WHEN ${draw("arm")} < 0.5 THEN 'control' ELSE 'treatment' END AS variant,
           ${draw("converts")} AS converts, ${draw("spend")} AS spend
    FROM range(${rows}) AS numbers(row_number)
  )
  SELECT CASE WHEN row_number % 10000 = 9999 THEN row_number - 1 ELSE row_number END AS visitor_id, variant,
         CAST(converts < CASE variant WHEN 'control' THEN 0.1 ELSE 0.104 END AS INTEGER) AS converted,
         CASE WHEN converts < CASE variant WHEN 'control' THEN 0.1 ELSE 0.104 END THEN 0.25 + floor(-ln(1 - spend) * 160) / 4 ELSE 0 END AS revenue
  FROM drawn`;

/** A churn table: thirty numbers a customer, ten of which count. */
const customers = (rows) => `
  WITH drawn AS (
    SELECT row_number, ${Array.from({ length: 30 }, (_, index) => `round(sqrt(-2 * ln(1 - ${draw(`u${index}`)})) * cos(2 * pi() * ${draw(`v${index}`)}), 4) AS x${index}`).join(", ")}
    FROM range(${rows}) AS numbers(row_number)
  )
  SELECT * EXCLUDE (row_number), CAST(${draw("churn")} < 1 / (1 + exp(1.5 - ${Array.from({ length: 10 }, (_, index) => `${((index % 5) - 2) / 5} * x${index}`).join(" - ")})) AS INTEGER) AS churned
  FROM drawn`;

/** Durations with five numbers that bear on them; about half are still running when watching ends. */
const lifetimes = (rows) => `
  WITH drawn AS (
    SELECT row_number, ${Array.from({ length: 5 }, (_, index) => `round(${draw(`s${index}`)} * 2 - 1, 3) AS x${index}`).join(", ")}
    FROM range(${rows}) AS numbers(row_number)
  ), died AS (
    SELECT *, -ln(1 - ${draw("death")}) * 400 / exp(0.5 * x0 - 0.3 * x1 + 0.2 * x2) AS death, ${draw("watched")} * 600 AS watched FROM drawn
  )
  SELECT CAST(1 + floor(least(death, watched)) AS INTEGER) AS duration, CAST(death <= watched AS INTEGER) AS event, x0, x1, x2, x3, x4 FROM died`;

const tables = { orders, events, units, customers, lifetimes };

/**
 * A file of made data, by DuckDB from fixed seeds, kept for the next run.
 *
 * @param {keyof typeof tables} table
 * @param {number} rows
 * @param {"parquet" | "csv"} [format]
 * @returns {Promise<string>} its path
 */
export async function dataFile(table, rows, format = "parquet") {
  const path = cache(`${table}-${rows}.${format}`);
  if (existsSync(path)) return path;
  mkdirSync(cache(), { recursive: true });
  await step(`Generating ${rows.toLocaleString("en")} ${table} as ${format}`, async () => {
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(`COPY (${tables[table](rows)}) TO '${path.replaceAll("'", "''")}.part' (FORMAT ${format})`);
    connection.closeSync();
    renameSync(`${path}.part`, path);
  });
  return path;
}
