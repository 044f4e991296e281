import { abTest, funnel, load, rfm, sql } from "marklab";
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

const steps = ["visit", "view", "cart", "pay"];

/** Users who reach each step within seven days of an entry; `entry` says which entries count. */
const countSteps = (entry) => async (path) => {
  const { values } = await funnel(await load(path), { customer: "user_id", event: "event", date: "happened_at", steps, window: 7, entry });
  return values.steps.map(({ count }) => count);
};

/** Two metrics of two arms, with the units that were seen in both. */
async function compareArms(path) {
  const { values } = await abTest(await load(path), {
    customer: "visitor_id",
    variant: "variant",
    control: "control",
    metrics: ["converted", "revenue"],
  });
  const effect = (metric) => {
    const { absolute } = values.comparisons.find((each) => each.metric === metric);
    return [absolute.value, absolute.standardError];
  };
  return {
    units: values.arms.map(({ units }) => units),
    crossed: values.crossed.units,
    converted: effect("converted"),
    revenue: effect("revenue"),
  };
}

await answer({
  retail: analyse,
  orders: analyse,
  load: loadTyped,
  funnel: countSteps("best"),
  funnelFirst: countSteps("first"),
  abTest: compareArms,
});
