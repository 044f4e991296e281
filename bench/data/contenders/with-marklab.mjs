import { load, rfm, sql } from "marklab";
import { answer } from "./answer.mjs";

/** What a user writes; the columns are found by the library. */
async function analyse(path) {
  const { values } = await rfm(await load(path));
  const customersBy = (entries, keyOf) => Object.fromEntries(entries.map((entry) => [keyOf(entry), entry.customers]));
  return {
    customers: values.customers,
    revenue: values.revenue,
    edges: { recency: values.edges.recencyDays, frequency: values.edges.frequency, monetary: values.edges.monetary },
    grid: customersBy(values.grid, ({ recency, frequency }) => `${recency}${frequency}`),
    segments: customersBy(values.segments, ({ id }) => id),
  };
}

/** Loads, and asks what proves that every value was read with its type. */
async function loadTyped(path) {
  const { engine, relation } = await load(path);
  const table = await engine.query(sql`
    SELECT COUNT(*) AS row_count, SUM(customer_id) AS customers, SUM(amount) AS revenue,
           MIN(ordered_at) AS first_moment, MAX(ordered_at) AS last_moment
    FROM ${relation}`);
  const { row_count, customers, revenue, first_moment, last_moment } = table.object(0);
  return [row_count, customers, revenue, first_moment.getTime() / 1000, last_moment.getTime() / 1000];
}

await answer({ retail: analyse, orders: analyse, load: loadTyped });
